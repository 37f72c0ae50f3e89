import Calculator
import Foundation
import Postgres
import Programme

extension Connection {
  /// One page of benefits within sight, with the totals of all that match: one query.
  public func benefits(_ filter: BenefitFilter, as viewer: Viewer) throws -> BenefitPage {
    let lines = try query(filter.sql(as: viewer), BenefitListLine.init)
    return filter.page(lines)
  }

  /// What the form above the list offers: councils and services that occur within sight.
  public func benefitFilters(as viewer: Viewer) throws -> BenefitFilterChoices {
    let councils = try query(
      """
      SELECT o.code, o.name FROM organisation o
      WHERE o.code IS NOT NULL AND o.id IN (
        SELECT t.organisation_id FROM register_total t
        WHERE t.benefit_count > 0 AND \(viewer.sees("t")))
      ORDER BY lower(o.name), o.id
      """
    ) { row in (try row.councilCode(), try row.next(String.self)) }
    return BenefitFilterChoices(
      councils: councils.compactMap { code, name in code.map { .init(code: $0, name: name) } },
      services: try services(as: viewer))
  }

  /// The services that occur, from one to the next by the index instead of through every benefit.
  private func services(as viewer: Viewer) throws -> [String] {
    try query(
      """
      WITH RECURSIVE found AS (
        (SELECT b.service, b.service_order FROM benefit b
          WHERE b.removed_at IS NULL AND b.service_order > '' AND \(viewer.sees("b"))
          ORDER BY b.service_order, b.id LIMIT 1)
        UNION ALL
        SELECT n.service, n.service_order FROM found f CROSS JOIN LATERAL (
          SELECT b.service, b.service_order FROM benefit b
          WHERE b.removed_at IS NULL AND b.service_order > f.service_order
            AND \(viewer.sees("b"))
          ORDER BY b.service_order, b.id LIMIT 1) n
      )
      SELECT service FROM found LIMIT 500
      """
    ) { row in try row.next(String.self) }
  }
}

extension Store {
  /// The same page as ``Postgres/Connection/benefits(_:as:)``, in a single round trip.
  public func benefits(_ filter: BenefitFilter, as viewer: Viewer) async throws -> BenefitPage {
    let lines = try await pool.readOnce(
      preamble: [viewer.scope(at: clock()).settings], filter.sql(as: viewer),
      read: { row in try BenefitListLine(&row) })
    return filter.page(lines)
  }

  /// What reading that page sends, as a script for pgbench: the ceiling beside the page's own speed.
  public func script(of filter: BenefitFilter, as viewer: Viewer) async throws -> String {
    let statements = [viewer.scope(at: clock()).settings, filter.sql(as: viewer)]
    return try await pool.withConnection { db in
      let texts = try statements.map { try db.inlined($0).replacing("\n", with: " ") }
      return (["BEGIN READ ONLY"] + texts + ["COMMIT"]).map { $0 + ";" }.joined(separator: "\n")
    }
  }
}

extension BenefitFilter {
  /// Totals and rows in one statement: each row carries the totals, and an empty page is one line
  /// with totals alone.
  func sql(as viewer: Viewer) -> SQL {
    let direction: SQL = descending ? "DESC" : "ASC"
    return """
      WITH page AS (
        SELECT b.id, b.reference, b.title, b.organisation_name, b.organisation_id, b.service,
          b.status, b.tangibility, b.cashability, b.owner, b.method, b.gross,
          \(amount) AS amount, \(cashable) AS cash, b.is_transfer, b.score, b.visibility, b.changed_at,
          \(sort.column) AS place, \(sort.key) AS key
        FROM benefit b\(moneySource)
        WHERE \(conditions("b")) AND \(viewer.sees("b"))\(afterCondition)
        ORDER BY \(sort.column) \(direction), b.id \(direction)
        LIMIT \(pageRows + 1)
      ), total AS (
        \(totals(as: viewer))
      )
      SELECT total.*, page.id, page.reference, page.title, page.organisation_name,
        (SELECT o.code FROM organisation o WHERE o.id = page.organisation_id),
        page.service, page.status, page.tangibility, page.cashability, page.owner, page.method,
        page.gross, page.amount, page.cash, page.is_transfer, page.score,
        page.visibility, page.changed_at, page.key
      FROM total LEFT JOIN page ON true
      ORDER BY page.place \(direction), page.id \(direction)
      """
  }

  private var pageRows: Int { min(max(1, limit), BenefitFilter.limitMaximum) }

  private var afterCondition: SQL {
    guard let after, let value = sort.value(after.key) else { return "" }
    let comparison: SQL = descending ? "<" : ">"
    return " AND (\(sort.column), b.id) \(comparison) (\(value), \(after.id.uuid))"
  }

  /// From the registers' sums where no row needs to be looked at, else from the rows.
  private func totals(as viewer: Viewer) -> SQL {
    guard isOfWholeRegisters else {
      return """
        SELECT count(*), count(*) FILTER (WHERE m.amount IS NULL),
          coalesce(sum(m.cash) FILTER (WHERE NOT m.is_transfer), 0),
          coalesce(sum(m.amount - m.cash) FILTER (WHERE NOT m.is_transfer), 0),
          coalesce(sum(m.amount) FILTER (WHERE m.is_transfer), 0)
        FROM (
          SELECT b.is_transfer, \(amount) AS amount, \(cashable) AS cash
          FROM benefit b\(moneySource)
          WHERE \(conditions("b")) AND \(viewer.sees("b"))) m
        """
    }
    let council: SQL = ofCouncil("t").map { " AND \($0)" } ?? ""
    return """
      SELECT coalesce(sum(t.benefit_count), 0), coalesce(sum(t.without_money_count), 0),
        coalesce(sum(t.cashable), 0), coalesce(sum(t.non_cashable), 0),
        coalesce(sum(t.transfers), 0)
      FROM register_total t WHERE \(viewer.sees("t"))\(council)
      """
  }

  func page(_ lines: [BenefitListLine]) -> BenefitPage {
    let rows = lines.compactMap(\.row)
    let shown = rows.prefix(pageRows)
    let last = rows.count > shown.count ? shown.last : nil
    let next = last.map { BenefitCursor(key: $0.key, id: $0.row.id) }
    return BenefitPage(rows: shown.map(\.row), totals: lines.first?.totals ?? .none, next: next)
  }
}

/// One line of the list's answer: the totals, read from the first alone, and a row unless the page
/// is empty.
struct BenefitListLine: Sendable {
  let totals: BenefitTotals?
  let row: (row: BenefitRow, key: String)?

  init(_ columns: inout RowReader) throws {
    if columns.isFirst {
      totals = try BenefitTotals(&columns)
    } else {
      totals = nil
      columns.skip(BenefitTotals.columnCount)
    }
    guard let id = try columns.next(UUID?.self) else {
      row = nil
      return
    }
    let benefit = try BenefitRow(ID(id), &columns)
    row = (benefit, try columns.next())
  }
}

extension BenefitRow {
  fileprivate init(_ id: ID<Benefit>, _ row: inout RowReader) throws {
    self.id = id
    reference = try row.next()
    title = try row.next()
    councilName = try row.next()
    councilCode = try row.councilCode()
    service = try row.next()
    status = try row.choice(BenefitStatus.self)
    tangibility = try row.optionalChoice(Tangibility.self)
    cashability = try row.optionalChoice(Cashability.self)
    owner = try row.next()
    method = try row.choice(Calculator.Method.self)
    gross = try row.optionalExact()
    netTotal = try row.optionalExact()
    cashableTotal = try row.optionalExact()
    isTransfer = try row.next()
    score = try row.optionalExact()
    visibility = try row.choice(Visibility.self)
    changedAt = try row.next(Instant.self).date
  }
}
