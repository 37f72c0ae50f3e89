import Calculator
import Programme

/// Our own figures beside those that a file carries, cell by cell.
public struct FigureComparison: Sendable {
  /// A cell where the two differ.
  public struct Difference: Sendable, Hashable {
    /// Which result.
    public let figure: Figure
    /// What the file carries, as text; "" for nothing.
    public let carried: String
    /// What we work out, as text; "undefined" when there is none.
    public let recomputed: String
    /// Where it stands.
    public let place: Problem.Place
    /// The likely reason, in words.
    public let reason: String
  }

  /// The cells that differ, in the order of the file.
  public let differences: [Difference]
  /// How many cells were compared.
  public let comparedCount: Int

  /// Two figures agree within this share of the larger one.
  public static let relativeTolerance = Exact(text: "0.000000001") ?? .zero
  /// Or within this much, in pounds.
  public static let absoluteTolerance = Exact(text: "0.000001") ?? .zero

  /// Compares the results a file carries with the figures of its register.
  public init(_ carried: CarriedFigures, with figures: Figures<Exact>) {
    let own = FigureIndex(figures)
    var differences: [Difference] = []
    let cells = carried.cells
    for cell in cells {
      if let difference = FigureComparison.compare(cell, own) { differences.append(difference) }
    }
    self.differences = FigureComparison.traced(differences)
    comparedCount = cells.count
  }

  private static func compare(_ cell: CarriedFigure, _ own: FigureIndex) -> Difference? {
    let recomputed = own.value(of: cell.figure)
    let shown = recomputed?.text ?? "undefined"
    func difference(_ carried: String, _ reason: String) -> Difference {
      Difference(
        figure: cell.figure, carried: carried, recomputed: shown, place: cell.place,
        reason: reason)
    }
    switch (cell.value, recomputed) {
    case (.number(let value), let recomputed?):
      if agree(value, recomputed) { return nil }
      return difference(value.text, reason(cell.figure, value, recomputed, own))
    case (.number(let value), nil):
      // A workbook shows one rate of several without saying so.
      if cell.figure == .worth(.irr), own.ratesOfReturn.contains(where: { agree($0, value) }) {
        return difference(value.text, "It is one of several rates of return.")
      }
      // A workbook takes a blank for 0, so it shows 0 where an input is missing.
      let isBlankAsZero = value == .zero
      return difference(
        value.text,
        isBlankAsZero
          ? "The workbook counts a blank input as 0." : "An input that is needed is blank.")
    case (.text(let text), let recomputed?):
      return recomputed == .zero && TrimmedText.of(text).isEmpty
        ? nil : difference(text, "The workbook shows no number here.")
    case (.missing, _?):
      return difference("", "The workbook was never calculated; save it in a spreadsheet program.")
    case (.text, nil), (.missing, nil): return nil
    }
  }

  private static func agree(_ left: Exact, _ right: Exact) -> Bool {
    let gap = (left - right).magnitude
    let larger = max(left.magnitude, right.magnitude)
    return gap.isFinite && (gap <= absoluteTolerance || gap <= larger * relativeTolerance)
  }

  private static func reason(
    _ figure: Figure, _ carried: Exact, _ recomputed: Exact, _ own: FigureIndex
  ) -> String {
    if case .flow(.discountFactor, _) = figure {
      return "The file discounts by another convention or rate."
    }
    if carried == recomputed.rounded(places: 2) { return "The file holds it rounded to pence." }
    if carried == recomputed.rounded(places: 0) { return "The file holds it rounded to pounds." }
    switch figure {
    case .flow(.benefits, let year), .flow(.net, let year):
      let transfers = own.transfers(year)
      if agree(carried, recomputed + transfers) {
        return "The file counts value that others take up as the council's own."
      }
    default: break
    }
    return unexplained
  }
}

/// Our own figures by the names that files have for them.
private struct FigureIndex {
  private let figures: Figures<Exact>
  private let benefits: [String: BenefitFigures<Exact>]
  private let summary: [String: [Exact]]

  init(_ figures: Figures<Exact>) {
    self.figures = figures
    benefits = Dictionary(
      figures.benefits.map { ($0.id.lowercased(), $0) }, uniquingKeysWith: { first, _ in first })
    var summary: [String: [Exact]] = [:]
    for dimension in CalculationJSON.pivotDimensions {
      for row in figures.pivot([dimension]) {
        let label = row.labels.first ?? ""
        summary[FigureIndex.key(dimension, label)] = row.withTransfers
      }
    }
    self.summary = summary
  }

  func value(of figure: Figure) -> Exact? {
    switch figure {
    case .productiveHours: figures.productiveHours.value
    case .hourlyCost(let id): benefits[id.lowercased()]?.hourlyCost.value
    case .gross(let id): benefits[id.lowercased()]?.gross.value
    case .net(let id, let year): at(benefits[id.lowercased()]?.net, year)
    case .flow(let flow, let year): at(values(flow), year)
    case .worth(let worth): value(worth)
    case .summary(let dimension, let label, let year):
      // A label without benefits is no row of ours; the workbook shows 0 for it.
      summary[FigureIndex.key(dimension, label)].map { at($0, year) } ?? .zero
    }
  }

  var ratesOfReturn: [Exact] { figures.whole.irrRoots.map { Exact($0) } }

  func transfers(_ year: Int) -> Exact { at(figures.transferTotal, year) ?? .zero }

  private static func key(_ dimension: Dimension, _ label: String) -> String {
    "\(dimension.rawValue)=\(label.lowercased())"
  }

  private func at(_ values: [Exact]?, _ year: Int) -> Exact? {
    guard let values, values.indices.contains(year) else { return nil }
    return values[year]
  }

  private func values(_ flow: Figure.Flow) -> [Exact] {
    switch flow {
    case .costs: figures.costTotal
    case .benefits: figures.benefitTotal
    case .net: figures.netCashFlow
    case .discountFactor: figures.discountFactors
    }
  }

  private func value(_ worth: Worth) -> Exact? {
    switch worth {
    case .pvBenefits: figures.whole.pvBenefits
    case .pvCosts: figures.whole.pvCosts
    case .npv: figures.whole.npv
    case .bcr: figures.whole.bcr.value
    case .roi: figures.whole.roi.value
    case .irr: figures.whole.irr.value.map { Exact($0) }
    default: nil
    }
  }
}
