import Calculator
import Programme

/// A result that a workbook of layout 1 works out for itself.
public enum Figure: Hashable, Sendable {
  /// Hours a post really works in a year.
  case productiveHours
  /// Pounds an hour of a benefit.
  case hourlyCost(benefit: String)
  /// Gross annual benefit.
  case gross(benefit: String)
  /// Net benefit in a year.
  case net(benefit: String, year: Int)
  /// A row of the cash flow in a year.
  case flow(Flow, year: Int)
  /// A result of the whole.
  case worth(Worth)
  /// A line of the summary in a year.
  case summary(Dimension, label: String, year: Int)

  /// The rows of the cash flow that have a figure a year.
  public enum Flow: String, CaseIterable, Sendable {
    /// Costs with optimism bias.
    case costs = "Costs"
    /// The council's benefits, without transfers.
    case benefits = "Benefits"
    /// Benefits less costs.
    case net = "Net"
    /// What a pound is worth at the base.
    case discountFactor = "DiscountFactor"
  }
}

/// What a file holds in the place of a result.
public enum CarriedValue: Hashable, Sendable {
  /// A number.
  case number(Exact)
  /// No number: the text that stands there, "" or "n/a" or an error such as "#NUM!".
  case text(String)
  /// A formula that was never calculated.
  case missing
}

/// A result as a file carries it. It is never imported, only compared with our own.
public struct CarriedFigure: Hashable, Sendable {
  /// Which result.
  public let figure: Figure
  /// What stands there.
  public let value: CarriedValue
  /// Where it stands.
  public let place: Problem.Place
}

/// All results that a file carries.
public struct CarriedFigures: Hashable, Sendable {
  /// The results of one row of the sheet Benefits, kept small: a file may have many.
  struct BenefitRow: Hashable, Sendable {
    let benefit: String
    let row: Int
    let results: [Result]

    struct Result: Hashable, Sendable {
      let column: Int
      let kind: ResultColumn
      let value: CarriedValue
    }
  }

  /// The name that the sheet Benefits has in the file.
  var sheet = ""
  var benefitRows: [BenefitRow] = []
  var others: [CarriedFigure] = []

  /// The results, those of benefits first, each in the order of the file.
  public var cells: [CarriedFigure] {
    benefitRows.flatMap { row in
      row.results.map { result in
        CarriedFigure(
          figure: result.kind.figure(of: row.benefit), value: result.value,
          place: .cell(sheet: sheet, row: row.row, column: result.column, header: nil))
      }
    } + others
  }
}

extension CarriedValue {
  init(_ cell: Cell) {
    switch cell.kind {
    case .number: self = Exact(text: cell.text).map(CarriedValue.number) ?? .text(cell.text)
    case .blank: self = .missing
    default: self = .text(cell.text)
    }
  }
}
