import Postgres
import Programme

extension Connection {
  /// The councils that take part in the programme today, by name, with the benefits within sight.
  public func councils(as viewer: Viewer) throws -> [CouncilRow] {
    try councils(where: "true", as: viewer)
  }

  /// One council of the programme; nil when there is none with that code.
  public func council(code: CouncilCode, as viewer: Viewer) throws -> CouncilRow? {
    try councils(where: "o.code = \(code.description)", as: viewer).first
  }

  private func councils(where condition: SQL, as viewer: Viewer) throws -> [CouncilRow] {
    try query(
      """
      SELECT o.id, o.code, o.name, m.capacity, r.id IS NOT NULL,
        coalesce(t.benefit_count, 0), coalesce(t.without_money_count, 0),
        coalesce(t.cashable, 0), coalesce(t.non_cashable, 0), coalesce(t.transfers, 0)
      FROM membership m JOIN organisation o ON o.id = m.organisation_id
        LEFT JOIN register r
          ON r.organisation_id = o.id AND r.programme_id = m.programme_id
        LEFT JOIN (
          SELECT t.organisation_id, sum(t.benefit_count) AS benefit_count,
            sum(t.without_money_count) AS without_money_count, sum(t.cashable) AS cashable,
            sum(t.non_cashable) AS non_cashable, sum(t.transfers) AS transfers
          FROM register_total t WHERE \(viewer.sees("t")) GROUP BY t.organisation_id
        ) t ON t.organisation_id = o.id
      WHERE m.programme_id = \(viewer.programme.uuid) AND o.kind = 'council'
        AND m.from_day <= \(SQL.today) AND (m.to_day IS NULL OR m.to_day >= \(SQL.today))
        AND \(condition)
      ORDER BY lower(o.name), o.id
      """
    ) { row in
      let id = ID<Organisation>(try row.next())
      guard let code = try row.councilCode() else {
        throw StoreError.inconsistent("a council without a code")
      }
      return CouncilRow(
        id: id, code: code, name: try row.next(), capacity: try row.choice(Capacity.self),
        hasRegister: try row.next(), totals: try BenefitTotals(&row))
    }
  }
}

extension SQL {
  /// The day in the programme's zone, by the program's clock.
  static let today: SQL = "((SELECT scope_now()) AT TIME ZONE 'Europe/London')::date"
}

extension BenefitTotals {
  /// How many columns it is read from.
  static let columnCount: Int32 = 5

  /// Reads count, count without money, cashable, non-cashable and transfers.
  init(_ row: inout RowReader) throws {
    self.init(
      count: try row.next(), countWithoutMoney: try row.next(), cashable: try row.exact(),
      nonCashable: try row.exact(), transfers: try row.exact())
  }
}
