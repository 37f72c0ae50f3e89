import Calculator
import Programme

/// The sheets CashFlow and Summary, with the formulas of layout 1.
struct ResultSheetsWriter {
  private let figures: Figures<Exact>
  private let lastBenefitRow: Int
  private let lastCostRow: Int
  /// The column that says to whom a benefit accrues, when there is one.
  private let accruesToColumn: Int?
  private let years = Array(0...Register.horizonYears)

  init(_ register: Register, _ figures: Figures<Exact>, accruesToColumn: Int?) {
    self.figures = figures
    self.accruesToColumn = accruesToColumn
    lastBenefitRow = max(1, register.benefits.count) + 1
    lastCostRow = max(1, register.costs.count) + 1
  }

  // MARK: cash flow

  var cashFlow: OutputSheet {
    let whole = figures.whole
    let rows: [[OutputCell]] = [
      [.text("Year", .heading)] + years.map { .number(Exact($0), .heading) }
        + [.text("Whole view: all the council's own benefits less costs")],
      flow("Costs", figures.costTotal) { _ in costs },
      flow("Benefits", figures.benefitTotal) { benefits($0) },
      flow("Net", figures.netCashFlow) { _ in "=R3C-R2C" },
      flow("DiscountFactor", figures.discountFactors, .factor) { _ in discountFactor },
      worth("PVBenefits", "=SUMPRODUCT(R3C2:R3C7,R5C2:R5C7)", whole.pvBenefits, .money),
      worth("PVCosts", "=SUMPRODUCT(R2C2:R2C7,R5C2:R5C7)", whole.pvCosts, .money),
      worth("NPV", "=R6C2-R7C2", whole.npv, .money),
      worth("BCR", "=IF(R7C2>0,R6C2/R7C2,\"n/a\")", whole.bcr.value, .factor),
      worth("ROI", "=IF(R7C2>0,R8C2/R7C2,\"n/a\")", whole.roi.value, .factor),
      worth("IRR", rateOfReturn, whole.irr.value.map { Exact($0) }, .share),
    ]
    return OutputSheet(name: "CashFlow", rows: rows, widths: [96] + years.map { _ in 84 })
  }

  /// A residual value is negative and optimism bias lowers it; SIGN turns the bias round.
  private var costs: String {
    func column(_ number: Int) -> String { "Costs!R2C\(number):R\(lastCostRow)C\(number)" }
    return """
      =SUMPRODUCT((\(column(5))<=R1C)*(\(column(6))>=R1C)*\(column(4))\
      *(1+SIGN(\(column(4)))*\(column(7))))
      """
  }

  private func benefits(_ year: Int) -> String {
    let net = benefitColumn(BenefitSheet.firstNetColumn + year)
    let method = benefitColumn(13)
    let plain = "=SUM(\(net))-SUMIF(\(method),\"TakeUp\",\(net))"
    guard let accruesToColumn else { return plain }
    let accruesTo = benefitColumn(accruesToColumn)
    return plain
      + "-SUMPRODUCT((\(accruesTo)<>\"Council\")*(\(method)<>\"TakeUp\"),\(net))"
  }

  private var discountFactor: String {
    let rate = figures.appraisal.schedule
    // Within the horizon of layout 1 a published schedule has one rate.
    guard case .flat = rate else {
      return discountFactor(at: rate.rate(inYear: Register.horizonYears).text)
    }
    return discountFactor(at: "DiscountRate")
  }

  private func discountFactor(at rate: String) -> String {
    switch figures.appraisal.convention {
    case .yearZero: "=1/(1+\(rate))^R1C"
    case .midYear: "=1/(1+\(rate))^(R1C+0.5)"
    case .endYear: "=1/(1+\(rate))^(R1C+1)"
    }
  }

  private let rateOfReturn = "=IF(ISERROR(IRR(R4C2:R4C7)),\"n/a\",IRR(R4C2:R4C7))"

  private func flow(
    _ label: String, _ values: [Exact], _ style: OutputCell.Style = .money,
    _ formula: (Int) -> String
  ) -> [OutputCell] {
    [.text(label)]
      + years.map { year in
        .formula(formula(year), values.indices.contains(year) ? values[year] : nil, style)
      }
  }

  private func worth(
    _ label: String, _ formula: String, _ value: Exact?, _ style: OutputCell.Style
  ) -> [OutputCell] {
    // Layout 1 knows no deflator: what it would get wrong stands as a value.
    guard figures.priceFactors.allSatisfy({ $0 == .one }) else {
      return [.text(label), value.map { .number($0, style) } ?? .text("n/a")]
    }
    return [.text(label), .formula(formula, value, style, orText: "n/a")]
  }

  private func benefitColumn(_ number: Int) -> String {
    "Benefits!R2C\(number):R\(lastBenefitRow)C\(number)"
  }

  // MARK: summary

  var summary: OutputSheet {
    let blocks: [(String, Dimension, Int, [String])] = [
      ("Cashability", .cashability, 10, Cashability.allCases.map(\.rawValue)),
      ("Tangibility", .tangibility, 9, Tangibility.allCases.map(\.rawValue)),
      ("Council", .council, 4, []),
      ("Service", .service, 5, []),
    ]
    var rows = blocks.flatMap { block($0.0, $0.1, column: $0.2, fixed: $0.3) }
    // Beside the years, where a reader of layout 1 does not look.
    rows[0].append(.text("By label: whole benefits, value to others included"))
    return OutputSheet(name: "Summary", rows: rows, widths: [180] + years.map { _ in 84 })
  }

  /// One dimension: its name with the years, then a row a label. Blanks have no row, for a formula
  /// cannot ask for them by name.
  private func block(
    _ name: String, _ dimension: Dimension, column: Int, fixed: [String]
  ) -> [[OutputCell]] {
    let pivot = figures.pivot([dimension])
    let labels = fixed.isEmpty ? pivot.compactMap(\.labels.first) : fixed
    let head = [.text(name, .heading)] + years.map { OutputCell.number(Exact($0), .heading) }
    return [head]
      + labels.filter { $0 != "(blank)" }.map { label in
        let values = pivot.first { $0.labels == [label] }?.withTransfers
        return [.text(label, .wrapped)]
          + years.map { year in
            let value = values.map { $0.indices.contains(year) ? $0[year] : .zero } ?? .zero
            return .formula(sum(label, column, year), value, .money)
          }
      }
  }

  /// SUMIF reads some labels as a comparison or a pattern; those are compared as they stand.
  private func sum(_ label: String, _ column: Int, _ year: Int) -> String {
    let (labels, net) = (
      benefitColumn(column), benefitColumn(BenefitSheet.firstNetColumn + year)
    )
    let first = label.utf8.first
    let isPattern =
      [UInt8(ascii: "="), UInt8(ascii: "<"), UInt8(ascii: ">")].contains(first)
      || label.utf8.contains {
        [UInt8(ascii: "*"), UInt8(ascii: "?"), UInt8(ascii: "~")].contains($0)
      }
    return isPattern
      ? "=SUMPRODUCT((\(labels)=RC1)*1,\(net))" : "=SUMIF(\(labels),RC1,\(net))"
  }
}
