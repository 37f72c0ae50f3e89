import Calculator
import Exchange
import Programme
import Store

/// What a pivot is asked for: the two sides, the measure, and which benefits.
struct PivotQuestion: Sendable {
  /// What the cells show. The kinds of money are never added up.
  enum Measure: String, CaseIterable, Sendable {
    case cashable, nonCashable, transfers, count

    /// The label on the page.
    var label: String {
      switch self {
      case .cashable: "Cashable, £"
      case .nonCashable: "Non-cashable, £"
      case .transfers: "Goes to others, £"
      case .count: "Number of benefits"
      }
    }

    /// What is counted and what is not.
    var note: String {
      switch self {
      case .cashable: "The cashable part of each benefit. Value that goes to others is left out."
      case .nonCashable:
        "The part of each benefit that leaves no budget. Value that goes to others is left out."
      case .transfers: "Value that reaches others; it is in no total of a council."
      case .count: "Benefits that fall here, whole or in part, those without money included."
      }
    }
  }

  let rows: PivotAxis
  let columns: PivotAxis
  let measure: Measure
  let filter: BenefitFilter

  /// The words of all axes, in the order of the lists to choose from.
  static let words = Dimension.allCases.map(\.rawValue) + ["year"]

  init(_ query: Submission) throws(Refusal) {
    var reader = QueryReader(query)
    let expected = "one of \(PivotQuestion.words.joined(separator: ", "))"
    rows = reader.read("rows", expected) { PivotAxis(word: $0) } ?? .dimension(.service)
    columns = reader.read("columns", expected) { PivotAxis(word: $0) } ?? .year
    measure = reader.read("measure", "one of the measures") { Measure(rawValue: $0) } ?? .cashable
    try reader.finish()
    filter = try BenefitFilter(query)
  }

  /// The address that asks the same.
  func address(_ path: String) -> Address {
    filter.address(path).with("rows", rows.word).with("columns", columns.word)
      .with("measure", measure.rawValue)
  }

  /// A cell's figure in words.
  func shown(_ cell: PivotCell) -> String {
    switch measure {
    case .cashable: Shown.bare(cell.cashable)
    case .nonCashable: Shown.bare(cell.nonCashable)
    case .transfers: Shown.bare(cell.transfers)
    case .count: Shown.quantity(Exact(cell.count))
    }
  }

  /// A cell's figure in a table for other programs.
  func value(_ cell: PivotCell) -> TableCell {
    switch measure {
    case .cashable: .money(cell.cashable)
    case .nonCashable: .money(cell.nonCashable)
    case .transfers: .money(cell.transfers)
    case .count: .number(Exact(cell.count))
    }
  }

  /// The address of the benefits under a label; nil where no filter of the list says the same.
  func benefits(_ axis: PivotAxis, _ label: String) -> String? {
    guard case .dimension(let dimension) = axis, label != PivotReport.blank else { return nil }
    switch dimension {
    case .service, .status, .tangibility, .cashability:
      return filter.address().with(dimension.rawValue, label).text
    default: return nil
    }
  }
}

extension PivotAxis {
  /// The label on the page.
  var label: String { word.prefix(1).uppercased() + word.dropFirst() }
}
