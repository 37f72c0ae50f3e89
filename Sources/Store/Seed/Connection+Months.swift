import Calculator
import Foundation
import Postgres
import Programme

extension Connection {
  /// Fills every benefit of the viewer's own council with monthly values over so many years from its
  /// base year on: of its money where it has some, else of a measure. The last year is still to come.
  /// A few statements whatever the size; the same seed makes the same values. Returns how many.
  func fillMonths(years: Int, seed: UInt64, by act: Act, as viewer: Viewer) throws -> Int {
    let head = try lockRegister(of: viewer.organisation, as: viewer)
    let seed = Int64(bitPattern: seed)
    try addSatisfaction(as: viewer)
    let made = try execute(
      """
      INSERT INTO period_value (id, programme_id, organisation_id, benefit_id, measure_id, version,
        changed_at, year, period, forecast, value, evidence, maturity)
      SELECT gen_random_uuid(), b.programme_id, b.organisation_id, b.id, m.id, 1, scope_now(),
        p.year, 'M' || lpad(p.month::text, 2, '0'), round(v.forecast, 2),
        CASE WHEN p.year < p.last THEN round(v.forecast * (700 + p.chance) / 1000, 2) END,
        'Ledger', 'Final'
      FROM benefit b LEFT JOIN measure m ON m.benefit_id = b.id
        JOIN register r ON r.programme_id = b.programme_id
          AND r.organisation_id = b.organisation_id
        CROSS JOIN LATERAL (
          SELECT y.year, t.month, r.base_year + \(years) - 1 AS last,
            abs(hashtextextended(b.reference || ' ' || y.year || ' ' || t.month, \(seed)) % 600)
              AS chance
          FROM generate_series(r.base_year, r.base_year + \(years) - 1) y (year),
            generate_series(1, 12) t (month)) p
        CROSS JOIN LATERAL (
          SELECT CASE WHEN m.id IS NULL
            THEN b.net[least(p.year - r.base_year + 1, cardinality(b.net))] / 12
            ELSE 60 + p.chance / 20.0 END AS forecast) v
      WHERE b.programme_id = \(viewer.programme.uuid)
        AND b.organisation_id = \(viewer.organisation.uuid) AND b.removed_at IS NULL
      """)
    try renewYearValues(of: benefitIDs(as: viewer))
    try record(
      [
        JournalDraft(
          kind: "register", record: head.id, label: head.organisationName,
          version: head.version, visibility: .draft,
          changes: [
            FieldChange(
              field: "months", label: "Monthly values", before: "", after: Shown.whole(made))
          ])
      ], of: viewer.organisation, named: head.organisationName, by: act, as: viewer)
    return made
  }

  private func benefitIDs(as viewer: Viewer) throws -> [ID<Benefit>] {
    try query(
      """
      SELECT b.id FROM benefit b
      WHERE b.programme_id = \(viewer.programme.uuid)
        AND b.organisation_id = \(viewer.organisation.uuid) AND b.removed_at IS NULL
      ORDER BY b.id
      """
    ) { row in ID(try row.next()) }
  }

  /// A measure for each benefit without money, so that it has something to count.
  private func addSatisfaction(as viewer: Viewer) throws {
    try execute(
      """
      INSERT INTO measure (id, programme_id, organisation_id, benefit_id, version, changed_at, name,
        unit, kind, direction, frequency, may_sink_below_zero, source, target_days, targets)
      SELECT gen_random_uuid(), b.programme_id, b.organisation_id, b.id, 1, scope_now(),
        'Satisfied customers', '%', 'Percentage', 'Up', 'Month', false, 'Survey', '{}', '{}'
      FROM benefit b
      WHERE b.programme_id = \(viewer.programme.uuid)
        AND b.organisation_id = \(viewer.organisation.uuid) AND b.removed_at IS NULL
        AND b.net IS NULL
      """)
  }
}
