import Calculator
import Postgres
import Programme

extension Connection {
  /// Benefits within sight by one property against another, from the stored figures of each year.
  /// Every sum is exact, so that rows, columns and the list's totals agree to the last place.
  public func pivot(
    rows rowAxis: PivotAxis, columns columnAxis: PivotAxis, _ filter: BenefitFilter,
    as viewer: Viewer
  ) throws -> PivotReport {
    let source: SQL = """
      FROM benefit b
        JOIN register r ON r.programme_id = b.programme_id
          AND r.organisation_id = b.organisation_id
        CROSS JOIN LATERAL (
          \(PivotAxis.amounts(byYear: rowAxis == .year || columnAxis == .year))) a
        \(rowAxis.labels("x")) \(columnAxis.labels("y"))
      WHERE \(filter.conditions("b")) AND \(viewer.sees("b"))
      """
    // Parts of a benefit under several labels are cut from its running total, so that they add up.
    let cells = try query(
      """
      WITH part AS (
        SELECT b.id, b.is_transfer, x.label AS x, y.label AS y,
          (x.place - 1) * y.count + y.place AS place, x.count * y.count AS count, a.net,
          a.cashable
        \(source)
      ), share AS (
        SELECT id, x, y, is_transfer,
          round(net * place / count, 18) - round(net * (place - 1) / count, 18) AS net,
          round(cashable * place / count, 18) - round(cashable * (place - 1) / count, 18)
            AS cashable
        FROM part
      )
      SELECT min(x), min(y), grouping(lower(x)) = 1, grouping(lower(y)) = 1, count(DISTINCT id),
        coalesce(sum(cashable) FILTER (WHERE NOT is_transfer), 0),
        coalesce(sum(net - cashable) FILTER (WHERE NOT is_transfer), 0),
        coalesce(sum(net) FILTER (WHERE is_transfer), 0)
      FROM share
      GROUP BY CUBE (lower(x), lower(y))
      """, PivotLine.init)
    return PivotReport(rowAxis: rowAxis, columnAxis: columnAxis, lines: cells)
  }
}

extension PivotAxis {
  /// The money of a benefit, whole or year by year. One line without money where it has none.
  fileprivate static func amounts(byYear: Bool) -> SQL {
    guard byYear else {
      return "SELECT b.net_total AS net, b.cashable_total AS cashable, 0 AS year"
    }
    return """
      SELECT n.net, n.cashable, n.place - 1 AS year
      FROM unnest(b.net, b.cashable) WITH ORDINALITY AS n (net, cashable, place)
      UNION ALL SELECT NULL, NULL, NULL WHERE b.net IS NULL
      """
  }

  /// One line a label of a benefit, with its place among them and how many there are.
  fileprivate func labels(_ name: SQL) -> SQL {
    guard self != .dimension(.stakeholder) else {
      return """
        CROSS JOIN LATERAL (
          SELECT coalesce(nullif(btrim(s.label), ''), '(blank)') AS label, s.place,
            greatest(cardinality(b.stakeholders), 1) AS count
          FROM unnest(CASE WHEN b.stakeholders = '{}' THEN ARRAY[''] ELSE b.stakeholders END)
            WITH ORDINALITY AS s (label, place)) \(name)
        """
    }
    return "CROSS JOIN LATERAL (SELECT \(label) AS label, 1 AS place, 1 AS count) \(name)"
  }

  private var label: SQL {
    switch self {
    case .year:
      """
      CASE WHEN a.year IS NULL THEN '(no money)'
        WHEN r.base_year IS NULL THEN 'Year ' || a.year
        ELSE (r.base_year + a.year) || '/' || lpad(((r.base_year + a.year + 1) % 100)::text, 2, '0')
      END
      """
    case .dimension(let dimension):
      "coalesce(nullif(btrim(\(PivotAxis.column(dimension))), ''), '(blank)')"
    }
  }

  private static func column(_ dimension: Dimension) -> SQL {
    switch dimension {
    case .council: "b.organisation_name"
    case .service: "b.service"
    case .objective: "b.objective"
    case .stakeholder: "''"
    case .tangibility: "b.tangibility"
    case .cashability: "b.cashability"
    case .category: "b.category"
    case .status: "b.status"
    }
  }
}

/// One cell of the answer, or the sum of a row, of a column or of everything.
private struct PivotLine: Sendable {
  let row: String
  let column: String
  let isOverRows: Bool
  let isOverColumns: Bool
  let cell: PivotCell

  init(_ columns: inout RowReader) throws {
    row = try columns.next(String?.self) ?? ""
    column = try columns.next(String?.self) ?? ""
    isOverRows = try columns.next()
    isOverColumns = try columns.next()
    cell = PivotCell(
      count: try columns.next(), cashable: try columns.exact(), nonCashable: try columns.exact(),
      transfers: try columns.exact())
  }
}

extension PivotReport {
  fileprivate init(rowAxis: PivotAxis, columnAxis: PivotAxis, lines: [PivotLine]) {
    let rowSums = lines.filter { !$0.isOverRows && $0.isOverColumns }
    let columnSums = lines.filter { $0.isOverRows && !$0.isOverColumns }
    self.rowAxis = rowAxis
    self.columnAxis = columnAxis
    let rows = PivotReport.ordered(rowSums.map(\.row), rowAxis)
    let columns = PivotReport.ordered(columnSums.map(\.column), columnAxis)
    var cells: [[String]: PivotCell] = [:]
    for line in lines where !line.isOverRows && !line.isOverColumns {
      cells[[line.row.lowercased(), line.column.lowercased()]] = line.cell
    }
    self.cells = rows.map { row in
      columns.map { cells[[row.lowercased(), $0.lowercased()]] ?? .empty }
    }
    rowLabels = rows
    columnLabels = columns
    rowTotals = PivotReport.sums(rows, rowSums.map { ($0.row, $0.cell) })
    columnTotals = PivotReport.sums(columns, columnSums.map { ($0.column, $0.cell) })
    total = lines.first { $0.isOverRows && $0.isOverColumns }?.cell ?? .empty
  }

  private static func sums(_ labels: [String], _ sums: [(String, PivotCell)]) -> [PivotCell] {
    let byLabel = Dictionary(
      sums.map { ($0.0.lowercased(), $0.1) }, uniquingKeysWith: { first, _ in first })
    return labels.map { byLabel[$0.lowercased()] ?? .empty }
  }

  /// In order of the alphabet, states in the order of their life; those without a label last.
  private static func ordered(_ labels: [String], _ axis: PivotAxis) -> [String] {
    let life = BenefitStatus.allCases.map(\.rawValue)
    return labels.sorted { left, right in
      let (leftIsLast, rightIsLast) = (left.hasPrefix("("), right.hasPrefix("("))
      if leftIsLast != rightIsLast { return rightIsLast }
      if axis == .dimension(.status), let one = life.firstIndex(of: left),
        let other = life.firstIndex(of: right)
      {
        return one < other
      }
      return left.lowercased() < right.lowercased()
    }
  }
}
