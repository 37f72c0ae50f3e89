import Foundation
import Postgres
import Programme

extension Connection {
  /// What should have values in the financial year of a span: the money of agreed benefits that
  /// have a forecast in that year, and their measures; with what is known of each.
  func expectedSeries(
    in span: PeriodSpan, of organisation: ID<Organisation>, as viewer: Viewer
  ) throws -> [ExpectedSeries] {
    try query(
      """
      SELECT b.id, b.reference || ' ' || b.title, coalesce(s.name, 'Money'),
        coalesce(s.frequency, CASE
          WHEN bool_or(v.period LIKE 'M%') THEN 'Month'
          WHEN bool_or(v.period LIKE 'Q%') THEN 'Quarter' ELSE 'Year' END),
        coalesce(array_agg(v.period ORDER BY v.period)
          FILTER (WHERE v.value IS NOT NULL OR v.no_data_because <> ''), '{}')
      FROM benefit b
        JOIN register r ON r.programme_id = b.programme_id
          AND r.organisation_id = b.organisation_id
        CROSS JOIN LATERAL (
          SELECT NULL::uuid AS id, NULL AS name, NULL AS frequency
          WHERE b.net[(\(span.year.firstYear) - r.base_year + 1)::int] <> 0
          UNION ALL
          SELECT m.id, m.name, m.frequency FROM measure m
          WHERE m.benefit_id = b.id AND m.withdrawn_at IS NULL
            AND \(span.year.firstYear) >= r.base_year + coalesce(b.start_year, 0)
        ) s
        LEFT JOIN period_value v ON v.benefit_id = b.id
          AND v.measure_id IS NOT DISTINCT FROM s.id AND v.year = \(span.year.firstYear)
          AND v.removed_at IS NULL
      WHERE b.organisation_id = \(organisation.uuid) AND b.removed_at IS NULL
        AND b.status IN ('Approved', 'Realising', 'Realised', 'Sustained')
        AND \(viewer.sees("b"))
      GROUP BY b.id, s.id, s.name, s.frequency
      ORDER BY b.reference_order, b.id, s.name NULLS FIRST, s.id
      """
    ) { row in
      ExpectedSeries(
        benefit: ID(try row.next()), benefitName: try row.next(), name: try row.next(),
        frequency: try row.choice(Frequency.self),
        known: try row.next([String].self).compactMap { Period(rawValue: $0) }
          .map { PeriodSpan(span.year, $0) })
    }
  }

  /// The hash of every value within a span, so that whoever closes it closes what he saw.
  func valuesFingerprint(
    in span: PeriodSpan, of organisation: ID<Organisation>, as viewer: Viewer
  ) throws -> String {
    let parts = Period.allCases.filter {
      let other = PeriodSpan(span.year, $0)
      return other == span || span.isAround(other)
    }
    let text = try first(
      """
      SELECT coalesce(string_agg(v.id || ' ' || v.version, ',' ORDER BY v.id), '')
      FROM period_value v
      WHERE v.programme_id = \(viewer.programme.uuid)
        AND v.organisation_id = \(organisation.uuid) AND v.removed_at IS NULL
        AND v.year = \(span.year.firstYear) AND v.period = ANY (\(parts.map(\.rawValue)))
      """
    ) { row in try row.next(String.self) }
    return Fingerprint.of(text ?? "").text
  }
}
