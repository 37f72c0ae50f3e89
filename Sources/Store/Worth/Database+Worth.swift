import Calculator
import Foundation
import Postgres
import Programme

extension Connection {
  /// The money of every register within sight, by council: five queries, however many there are. The
  /// sums by financial year that stand beside each benefit are added up where they are.
  public func registerMoney(as viewer: Viewer) throws -> [RegisterMoney] {
    let sums = try yearSums(as: viewer)
    let covers = try covers(as: viewer)
    let costs = Dictionary(
      grouping: try storedCosts(where: "c.withdrawn_at IS NULL", limit: nil, as: viewer),
      by: \.stored.organisation)
    let horizon = Register.horizonYears
    return try councils(as: viewer).compactMap { council in
      guard let cover = covers[council.id] else { return nil }
      let own = sums[council.id] ?? []
      let stray = own.filter { !(0...horizon).contains($0.place) }
      return RegisterMoney(
        council: council, cover: cover, benefits: TrackedWorth(own, horizon: horizon),
        benefitCount: council.totals.count,
        strayCount: stray.reduce(0) { $0 + $1.figureCount },
        costs: (costs[council.id] ?? []).map(\.profile))
    }
  }

  private func covers(as viewer: Viewer) throws -> [ID<Organisation>: Cover] {
    let rows = try query(
      """
      SELECT r.organisation_id, \(CoverColumns.contentOfRegister) FROM register r
      WHERE r.programme_id = \(viewer.programme.uuid)
      ORDER BY r.organisation_id
      """
    ) { row in (ID<Organisation>(try row.next()), try Cover(&row)) }
    return Dictionary(rows, uniquingKeysWith: { $1 })
  }

  /// What the benefits within sight come to, by organisation, line and year. A figure is known when
  /// something came; of the whole year where what came is all that was forecast.
  private func yearSums(as viewer: Viewer) throws -> [ID<Organisation>: [YearSum]] {
    let rows = try query(
      """
      WITH year AS (
        SELECT b.organisation_id, b.is_transfer, b.counted_cash_share AS share,
          b.year_from + generate_subscripts(b.year_forecast, 1) - 1 - r.base_year AS place,
          b.net, b.cashable, unnest(b.year_forecast) AS forecast, unnest(b.year_actual) AS actual,
          unnest(b.year_forecast_to_date) AS to_date
        FROM benefit b JOIN register r USING (programme_id, organisation_id)
        WHERE r.base_year IS NOT NULL AND \(Connection.counts) AND \(viewer.sees("b"))
        UNION ALL
        SELECT b.organisation_id, b.is_transfer, b.counted_cash_share,
          generate_subscripts(b.net, 1) - 1, b.net, b.cashable, unnest(b.net), NULL, NULL
        FROM benefit b JOIN register r USING (programme_id, organisation_id)
        WHERE r.base_year IS NULL AND \(Connection.counts) AND \(viewer.sees("b"))
      ), money AS (
        SELECT organisation_id, is_transfer, share, place, actual, forecast,
          CASE WHEN forecast = net[place + 1] THEN cashable[place + 1]
            ELSE round(forecast * share, 18) END AS cash,
          to_date, CASE WHEN to_date = net[place + 1] THEN cashable[place + 1]
            ELSE round(to_date * share, 18) END AS cash_to_date,
          round(actual * share, 18) AS cash_actual
        FROM year
      ), line AS (
        SELECT organisation_id, 'transfers' AS line, place, forecast, to_date, actual,
          true AS is_whole
        FROM money WHERE is_transfer
        UNION ALL
        SELECT organisation_id, 'cashable', place, cash, cash_to_date, cash_actual, share = 1
        FROM money WHERE NOT is_transfer AND share <> 0
        UNION ALL
        SELECT organisation_id, 'nonCashable', place, forecast - coalesce(cash, 0),
          to_date - coalesce(cash_to_date, 0), actual - coalesce(cash_actual, 0), true
        FROM money WHERE NOT is_transfer AND share <> 1
      )
      SELECT organisation_id, line, place, coalesce(sum(forecast), 0),
        coalesce(sum(coalesce(to_date, 0)) FILTER (WHERE actual IS NOT NULL), 0),
        coalesce(sum(actual), 0),
        count(*) FILTER (WHERE actual IS NOT NULL OR coalesce(forecast, 0) <> 0),
        count(*) FILTER (
          WHERE actual IS NOT NULL AND coalesce(to_date, 0) = coalesce(forecast, 0)),
        count(actual) FILTER (WHERE is_whole)
      FROM line
      GROUP BY organisation_id, line, place
      ORDER BY organisation_id, line, place
      """
    ) { row in
      let organisation = ID<Organisation>(try row.next())
      let line = try row.choice(YearSum.Line.self)
      let place = try row.next(Int.self)
      let year = TrackedYear(
        planned: try row.exact(), plannedOfKnown: try row.exact(), actual: try row.exact(),
        expected: try row.next(), known: try row.next())
      let count = try row.next(Int.self)
      return (organisation, YearSum(line: line, place: place, year: year, figureCount: count))
    }
    return Dictionary(grouping: rows, by: \.0).mapValues { $0.map(\.1) }
  }

  /// Benefits that are in a sum.
  private static let counts: SQL = "b.removed_at IS NULL AND b.status <> 'Withdrawn'"
}
