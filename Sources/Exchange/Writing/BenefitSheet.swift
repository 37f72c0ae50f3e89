import Calculator
import Programme

/// The sheet Benefits: the columns of layout 1, then those of our own that are needed, then those
/// that came with the benefits.
struct BenefitSheet {
  private let benefits: [Benefit]
  private let figures: [String: BenefitFigures<Exact>]
  private let formulas: BenefitFormulas
  /// Fields without a column in layout 1 that some benefit uses.
  let ownFields: [Benefit.Field]
  private let additional: [String]

  /// The fields before and after HourlyCost and Gross, which stand in columns 26 and 27.
  private static let inputs = Array(Benefit.Field.layout1.prefix { $0 != .deadweightShare })
  private static let profile = Array(Benefit.Field.layout1.drop { $0 != .deadweightShare })
  /// The first column of net benefits.
  static let firstNetColumn = 40
  private static let firstOwnColumn = firstNetColumn + Register.horizonYears + 1

  init(_ register: Register, _ figures: Figures<Exact>) {
    benefits = register.benefits
    self.figures = Dictionary(
      figures.benefits.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let ownFields = Benefit.Field.allCases.filter { field in
      !field.isInLayout1 && register.benefits.contains { $0.usesOwn(field) }
    }
    self.ownFields = ownFields
    formulas = BenefitFormulas(
      channelCount: register.channelCosts.count,
      ownColumns: Dictionary(
        uniqueKeysWithValues: ownFields.enumerated().map { place, field in
          (field, BenefitSheet.firstOwnColumn + place)
        }))
    additional = Set(register.benefits.flatMap { $0.additional.keys }).sorted()
  }

  var sheet: OutputSheet {
    .table("Benefits", headings: headings, rows: benefits.map(row))
  }

  /// The column of a field of our own; nil when it is not written.
  func ownColumn(_ field: Benefit.Field) -> Int? {
    ownFields.firstIndex(of: field).map { BenefitSheet.firstOwnColumn + $0 }
  }

  private var headings: [String] {
    BenefitSheet.inputs.map(\.header) + ["HourlyCost", "Gross"]
      + BenefitSheet.profile.map(\.header) + (0...Register.horizonYears).map { "Net\($0)" }
      + ownFields.map(\.header) + additional
  }

  private func row(_ benefit: Benefit) -> [OutputCell] {
    let figures = figures[benefit.reference]
    var cells = BenefitSheet.inputs.map { OutputCell.field($0, of: benefit) }
    cells.append(.formula(formulas.hourlyCost, figures?.hourlyCost.value, .money))
    cells.append(.formula(formulas.gross, figures?.gross.value, .money))
    cells += BenefitSheet.profile.map { OutputCell.field($0, of: benefit) }
    for year in 0...Register.horizonYears {
      let net = figures?.net.flatMap { $0.indices.contains(year) ? $0[year] : nil }
      cells.append(.formula(formulas.net(year: year), net, .money))
    }
    cells += ownFields.map { OutputCell.field($0, of: benefit) }
    cells += additional.map { .text(benefit.additional[$0] ?? "", .wrapped) }
    return cells
  }
}

extension Benefit.Field {
  /// The fields of layout 1 in its order.
  static let layout1 = allCases.filter(\.isInLayout1)
}

extension Benefit {
  /// Whether a field without a column in layout 1 holds more than its usual value.
  func usesOwn(_ field: Field) -> Bool {
    switch field {
    case .accruesTo: accruesTo != .council
    case .additionality: inputs.additionality != .proportional
    default: !text(field).isEmpty
    }
  }
}
