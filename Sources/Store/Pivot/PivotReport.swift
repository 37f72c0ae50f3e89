import Calculator

/// What one side of a pivot is made of.
public enum PivotAxis: Sendable, Hashable {
  /// A property of the benefits.
  case dimension(Dimension)
  /// The financial year of the money.
  case year

  /// Reads the word that stands in addresses: "year", or the dimension's own.
  public init?(word: String) {
    let axis = word == "year" ? .year : Dimension(rawValue: word).map(Self.dimension)
    guard let axis else { return nil }
    self = axis
  }

  /// The word that stands in addresses.
  public var word: String {
    switch self {
    case .dimension(let dimension): dimension.rawValue
    case .year: "year"
    }
  }
}

/// Benefits by one property against another, over all years unless one side is the year.
public struct PivotReport: Sendable, Hashable {
  /// What the rows are.
  public let rowAxis: PivotAxis
  /// What the columns are.
  public let columnAxis: PivotAxis
  /// The rows' labels, in order; "(blank)" for benefits without one.
  public let rowLabels: [String]
  /// The columns' labels, in order; "(blank)" for benefits without one.
  public let columnLabels: [String]
  /// Row by row, one cell a column.
  public let cells: [[PivotCell]]
  /// The sum of each row's money; the count is of the benefits in it.
  public let rowTotals: [PivotCell]
  /// The sum of each column's money; the count is of the benefits in it.
  public let columnTotals: [PivotCell]
  /// Everything, the same as the totals of the list with the same filter.
  public let total: PivotCell

  /// The label of benefits that have none.
  public static let blank = "(blank)"
  /// The label, on the axis of years, of benefits that have no money.
  public static let withoutMoney = "(no money)"
}

/// What falls under one label of each side, in pounds; the kinds are never added up.
public struct PivotCell: Sendable, Hashable {
  /// How many benefits fall here, whole or in part.
  public var count: Int
  /// The cashable part.
  public var cashable: Exact
  /// The rest.
  public var nonCashable: Exact
  /// Value that reaches others.
  public var transfers: Exact

  /// An empty cell.
  public static let empty = PivotCell(
    count: 0, cashable: .zero, nonCashable: .zero, transfers: .zero)
}
