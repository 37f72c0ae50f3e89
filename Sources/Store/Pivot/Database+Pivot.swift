import Calculator
import Postgres
import Programme

extension Connection {
  /// Benefits within sight by one property against another, from the stored figures of each year:
  /// one query, which reads no value of a period. Every sum is exact, so that rows, columns and the
  /// list's totals agree to the last place. The two sides differ.
  public func pivot(
    rows: PivotAxis, columns: PivotAxis, of figure: PivotFigure = .forecast,
    _ filter: BenefitFilter, as viewer: Viewer
  ) throws -> PivotReport {
    var filter = filter.unlessByYear([rows, columns])
    filter.figure = figure
    let asked = PivotQuery(
      rows: rows, columns: columns, figure: figure, filter: filter, viewer: viewer)
    return PivotReport(
      rowAxis: rows, columnAxis: columns, lines: try query(asked.sql, PivotLine.init))
  }
}

extension PivotLine {
  fileprivate init(_ columns: inout RowReader) throws {
    let (row, column) = (try columns.next(String?.self), try columns.next(String?.self))
    let labels = (try columns.next(String?.self), try columns.next(String?.self))
    let sumsOver = try columns.next(Int.self)
    rowKey = sumsOver & 2 == 0 ? row ?? "" : nil
    columnKey = sumsOver & 1 == 0 ? column ?? "" : nil
    self.row = labels.0 ?? ""
    self.column = labels.1 ?? ""
    cell = PivotCell(
      count: try columns.next(), cashable: try columns.exact(), nonCashable: try columns.exact(),
      transfers: try columns.exact())
  }
}
