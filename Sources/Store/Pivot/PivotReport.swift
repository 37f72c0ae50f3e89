import Calculator
import Programme

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
  /// The label, on the axis of years, of benefits that have no such money.
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

/// One cell of the answer, or the sum of a row, of a column or of everything.
struct PivotLine: Sendable {
  /// What tells labels apart: nil for a sum over all of them.
  let rowKey: String?
  let columnKey: String?
  let row: String
  let column: String
  let cell: PivotCell
}

extension PivotReport {
  init(rowAxis: PivotAxis, columnAxis: PivotAxis, lines: [PivotLine]) {
    let lines = lines.filter { $0.cell.count > 0 }
    let rows = PivotReport.sums(lines.filter { $0.columnKey == nil }, rowAxis, \.rowKey, \.row)
    let columns = PivotReport.sums(
      lines.filter { $0.rowKey == nil }, columnAxis, \.columnKey, \.column)
    var cells: [[String]: PivotCell] = [:]
    for line in lines {
      if let row = line.rowKey, let column = line.columnKey { cells[[row, column]] = line.cell }
    }
    self.rowAxis = rowAxis
    self.columnAxis = columnAxis
    self.cells = rows.map { row in columns.map { cells[[row.key, $0.key]] ?? .empty } }
    rowLabels = rows.map(\.label)
    columnLabels = columns.map(\.label)
    rowTotals = rows.map(\.cell)
    columnTotals = columns.map(\.cell)
    total = lines.first { $0.rowKey == nil && $0.columnKey == nil }?.cell ?? .empty
  }

  /// The sums of one side. In order of the alphabet, states in the order of their life; those without
  /// a label last.
  private static func sums(
    _ lines: [PivotLine], _ axis: PivotAxis, _ key: KeyPath<PivotLine, String?>,
    _ label: KeyPath<PivotLine, String>
  ) -> [(key: String, label: String, cell: PivotCell)] {
    let life = BenefitStatus.allCases.map(\.rawValue)
    let sums = lines.compactMap { line in
      line[keyPath: key].map { (key: $0, label: line[keyPath: label], cell: line.cell) }
    }
    return sums.sorted { left, right in
      let (leftIsLast, rightIsLast) = (left.label.hasPrefix("("), right.label.hasPrefix("("))
      if leftIsLast != rightIsLast { return rightIsLast }
      if axis == .dimension(.status), let one = life.firstIndex(of: left.label),
        let other = life.firstIndex(of: right.label)
      {
        return one < other
      }
      return left.key < right.key
    }
  }
}
