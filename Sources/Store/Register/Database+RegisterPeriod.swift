import Calculator
import Foundation
import Postgres
import Programme

extension Connection {
  /// The recorded periods of the money of the benefits within sight, by benefit and year.
  func periods(of organisation: ID<Organisation>, as viewer: Viewer) throws -> [StoredPeriod] {
    try query(
      """
      SELECT b.reference, \(PeriodColumns.content)
      FROM period_value v JOIN benefit b ON b.id = v.benefit_id
      WHERE v.organisation_id = \(organisation.uuid) AND v.removed_at IS NULL
        AND v.measure_id IS NULL AND b.removed_at IS NULL AND \(viewer.sees("b"))
      ORDER BY b.reference_order, v.year, v.period, v.id
      """
    ) { row in
      let reference = try row.next(String.self)
      return StoredPeriod(
        stored: try PeriodColumns.read(&row, of: organisation), benefitReference: reference)
    }
  }

  /// The measures of the benefits within sight with their values, by benefit and name.
  func measures(
    in organisation: ID<Organisation>, as viewer: Viewer
  ) throws -> [StoredMeasureSeries] {
    let rows = try query(
      """
      SELECT v.measure_id, \(PeriodColumns.content)
      FROM period_value v JOIN benefit b ON b.id = v.benefit_id
      WHERE v.organisation_id = \(organisation.uuid) AND v.removed_at IS NULL
        AND v.measure_id IS NOT NULL AND b.removed_at IS NULL AND \(viewer.sees("b"))
      ORDER BY v.measure_id, v.year, v.period, v.id
      """
    ) { row in
      (try row.next(UUID.self), try PeriodColumns.read(&row, of: organisation))
    }
    let values = Dictionary(grouping: rows, by: \.0).mapValues {
      $0.map(\.1).sorted { $0.noun.span < $1.noun.span }
    }
    return try query(
      """
      SELECT m.id, b.visibility, m.version, m.changed_at, b.reference, m.withdrawn_because,
        m.name, m.unit, m.kind, m.direction, m.frequency, m.may_sink_below_zero, m.source,
        m.baseline, m.baseline_day, m.target_days, m.targets
      FROM measure m JOIN benefit b ON b.id = m.benefit_id
      WHERE m.organisation_id = \(organisation.uuid) AND b.removed_at IS NULL
        AND \(viewer.sees("b"))
      ORDER BY b.reference_order, lower(m.name), m.withdrawn_because, m.id
      """
    ) { row in
      let about = try StoredColumns<MeasureSeries>(&row)
      let reference = try row.next(String.self)
      let reason = try row.next(String.self)
      let own = values[about.id.uuid] ?? []
      let series = MeasureSeries(
        benefitReference: reference, measure: try MeasureColumns.read(&row),
        withdrawnBecause: reason, values: own.map(\.noun).filter(\.saysSomething))
      return StoredMeasureSeries(stored: about.stored(series, of: organisation), rows: own)
    }
  }
}

extension PeriodValue {
  /// Whether a row holds anything at all.
  fileprivate var saysSomething: Bool { !isEmpty || !evidence.isEmpty }
}

/// The columns of a row of a period, in the order in which they are read.
enum PeriodColumns {
  static let content: SQL = """
    v.id, b.visibility, v.version, v.changed_at, v.year, v.period, v.forecast, v.value,
      v.no_data_because, v.maturity, v.evidence
    """

  static func read(
    _ row: inout RowReader, of organisation: ID<Organisation>
  ) throws -> Stored<PeriodValue> {
    let about = try StoredColumns<PeriodValue>(&row)
    return about.stored(try PeriodValue(&row), of: organisation)
  }
}

extension PeriodValue {
  /// Reads year, period and cells.
  init(_ row: inout RowReader) throws {
    guard let year = FinancialYear(firstYear: try row.next()) else {
      throw StoreError.inconsistent("a value of no financial year")
    }
    self.init(PeriodSpan(year, try row.choice(Period.self)))
    forecast = try row.optionalExact()
    actual = try row.optionalExact()
    noDataBecause = try row.next()
    maturity = try row.choice(Maturity.self)
    evidence = try row.next()
  }
}
