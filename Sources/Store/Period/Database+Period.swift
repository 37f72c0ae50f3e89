import Foundation
import Postgres
import Programme

extension Connection {
  /// A council's register and the closings of its periods; nil for a council that does not take
  /// part.
  public func periods(of code: CouncilCode, as viewer: Viewer) throws -> RegisterPeriods? {
    guard let council = try council(code: code, as: viewer) else { return nil }
    let today = try today()
    return RegisterPeriods(
      council: council, years: try years(of: council.id, until: today, as: viewer), today: today,
      closes: try closes(where: "p.organisation_id = \(council.id.uuid)", as: viewer))
  }

  /// The closings within sight: a council's own, or all.
  public func periodCloses(as viewer: Viewer) throws -> [PeriodClose] {
    try closes(where: viewer.startsWith("p"), as: viewer)
  }

  /// One period of a register: where it stands, and what is missing in it.
  public func review(
    of span: PeriodSpan, in register: RegisterPeriods, as viewer: Viewer
  ) throws -> PeriodReview {
    let organisation = register.council.id
    let series = try expectedSeries(in: span, of: organisation, as: viewer)
    let missing = series.compactMap { series -> MissingSeries? in
      let periods = series.missing(in: span)
      return periods.isEmpty ? nil : MissingSeries(series: series, periods: periods)
    }
    let waiting = register.close(of: span).flatMap { $0.state == .submitted ? $0 : nil }
    return PeriodReview(
      register: register, span: span, missing: missing,
      expectedCount: series.count { $0.frequency.monthCount <= span.part.monthCount },
      fingerprint: try valuesFingerprint(in: span, of: organisation, as: viewer),
      decider: Decider(
        viewer, of: organisation,
        submittedBy: waiting == nil ? viewer.person : waiting?.submitted.person,
        others: try colleagues(of: viewer)))
  }

  /// From the base year, or the first year with a value, to the current year.
  private func years(
    of organisation: ID<Organisation>, until today: Programme.Day, as viewer: Viewer
  ) throws -> [FinancialYear] {
    let first = try first(
      """
      SELECT least(
        (SELECT r.base_year FROM register r
         WHERE r.programme_id = \(viewer.programme.uuid)
           AND r.organisation_id = \(organisation.uuid)),
        (SELECT min(v.year) FROM period_value v
         WHERE v.programme_id = \(viewer.programme.uuid)
           AND v.organisation_id = \(organisation.uuid) AND v.removed_at IS NULL
           AND v.value IS NOT NULL))
      """
    ) { row in try row.next(Int?.self) }
    guard let current = FinancialYear.of(today) else { return [] }
    let start = first.flatMap(\.self).flatMap { FinancialYear(firstYear: $0) } ?? current
    let count = min(max(1, current.years(since: start) + 1), PeriodLimit.yearsShown)
    return (0..<count).compactMap { current.advanced(by: -$0) }
  }

  private func closes(where condition: SQL, as viewer: Viewer) throws -> [PeriodClose] {
    try query(
      """
      SELECT p.id, o.name, p.year, p.period, p.state, p.submitted_by, p.submitted_by_name,
        p.submitted_at, p.note, p.missing_count, NULL::uuid, p.decided_by_name, p.decided_at,
        p.reason, p.self_closed, NULL::uuid, p.reopened_by_name, p.reopened_at, p.reopen_reason
      FROM period_close p JOIN organisation o ON o.id = p.organisation_id
      WHERE p.programme_id = \(viewer.programme.uuid) AND \(condition)
      ORDER BY p.year DESC, p.period DESC, p.number DESC, lower(o.name), p.id
      LIMIT \(PeriodLimit.listed)
      """
    ) { row in try PeriodClose(&row) }
  }
}
