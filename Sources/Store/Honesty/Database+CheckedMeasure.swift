import Calculator
import Foundation
import Postgres
import Programme

extension Connection {
  /// The measures of a council's register that a benefit can name, by benefit and name.
  public func checkableMeasures(
    of organisation: ID<Organisation>, as viewer: Viewer
  ) throws -> [CheckedMeasure] {
    try checkedMeasures(
      where: "m.organisation_id = \(organisation.uuid) AND m.withdrawn_at IS NULL", as: viewer)
  }

  func checkedMeasures(where condition: SQL, as viewer: Viewer) throws -> [CheckedMeasure] {
    try query(
      """
      SELECT m.id, m.name, m.unit, b.reference, m.kind = 'Percentage', m.direction = 'Up',
        m.baseline, v.value, v.last_day
      FROM measure m JOIN benefit b ON b.id = m.benefit_id
        LEFT JOIN LATERAL (
          SELECT v.value, \(SQL.lastDay("v")) AS last_day
          FROM period_value v
          WHERE v.benefit_id = m.benefit_id AND v.measure_id = m.id AND v.value IS NOT NULL
            AND v.removed_at IS NULL
          ORDER BY last_day DESC, v.id LIMIT 1) v ON true
      WHERE \(condition) AND b.removed_at IS NULL AND \(viewer.sees("b"))
      ORDER BY b.reference_order, lower(m.name), m.id
      """, CheckedMeasure.init)
  }
}

extension SQL {
  /// The last day of the period of a row of the table of period values.
  fileprivate static func lastDay(_ row: SQL) -> SQL {
    """
    (make_date(\(row).year, 4, 1) + make_interval(months =>
      CASE left(\(row).period, 1) WHEN 'Q' THEN 3 * right(\(row).period, 1)::int
        WHEN 'M' THEN right(\(row).period, 2)::int ELSE 12 END) - interval '1 day')::date
    """
  }
}

extension CheckedMeasure {
  fileprivate init(_ row: inout RowReader) throws {
    id = try row.next()
    name = try row.next()
    unit = try row.next()
    reference = try row.next()
    isPercentage = try row.next()
    moreIsBetter = try row.next()
    baseline = try row.optionalExact()
    let value = try row.optionalExact()
    let day = try row.optionalDay()
    last = value.flatMap { value in day.map { LastValue(value: value, lastDay: $0) } }
  }
}
