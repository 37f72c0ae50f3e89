import Calculator
import Foundation
import Postgres
import Programme

extension Connection {
  /// Writes new and changed measures; the benefits that they are of are stored already, and the
  /// caller holds the register's lock.
  func write(
    _ changes: [RecordChange<MeasureSeries>], in head: RegisterHead, as viewer: Viewer
  ) throws {
    guard !changes.isEmpty else { return }
    let benefits = try benefitIdentities(in: head, as: viewer)
    var rows = ColumnRows()
    for change in changes {
      guard let benefit = benefits[change.noun.benefitReference.lowercased()] else {
        throw StoreError.inconsistent("a measure of a benefit that is not there")
      }
      rows.append(change.columns(benefit: benefit))
    }
    try execute(
      """
      INSERT INTO measure (programme_id, organisation_id, changed_at, withdrawn_at, id, benefit_id,
        version, withdrawn_because, \(MeasureColumns.content))
      SELECT \(viewer.programme.uuid), \(head.organisation.uuid), scope_now(),
        CASE WHEN withdrawn_because <> '' THEN scope_now() END, id, benefit_id, version,
        withdrawn_because, \(MeasureColumns.content)
      FROM json_populate_recordset(NULL::measure, \(rows.json)::json)
      ON CONFLICT (id) DO UPDATE SET version = excluded.version, changed_at = excluded.changed_at,
        (\(MeasureColumns.content)) = (\(MeasureColumns.contentOfDraft))
      """)
    try renewChecks(naming: changes.map(\.id.uuid), as: viewer)
  }

  /// Writes new and changed rows of periods, with what stands in their other cells. The benefits and
  /// measures that they are of are stored already, and the caller holds the register's lock.
  func write(_ changes: [PeriodChange], in head: RegisterHead, as viewer: Viewer) throws {
    guard !changes.isEmpty else { return }
    try refuseClosed(changes, of: head.organisation, as: viewer)
    let benefits = try benefitIdentities(in: head, as: viewer)
    var touched: Set<ID<Benefit>> = []
    var rows = ColumnRows()
    for change in changes {
      guard let benefit = benefits[change.row.benefit] else {
        throw StoreError.inconsistent("a value of a benefit that is not there")
      }
      if change.measure == nil { touched.insert(benefit) }
      rows.append(change.columns(benefit: benefit))
    }
    try execute(
      """
      INSERT INTO period_value (programme_id, organisation_id, changed_at, id, benefit_id,
        measure_id, version, year, period, forecast, value, no_data_because, maturity, evidence)
      SELECT \(viewer.programme.uuid), \(head.organisation.uuid), scope_now(), id, benefit_id,
        measure_id, version, year, period, forecast, value, no_data_because, maturity, evidence
      FROM json_populate_recordset(NULL::period_value, \(rows.json)::json)
      ON CONFLICT (id) DO UPDATE SET version = excluded.version, changed_at = excluded.changed_at,
        forecast = excluded.forecast, value = excluded.value,
        no_data_because = excluded.no_data_because, maturity = excluded.maturity,
        evidence = excluded.evidence
      """)
    try renewYearValues(of: Array(touched))
    try renewChecks(naming: Array(Set(changes.compactMap(\.measure))), as: viewer)
  }
}

extension RecordChange<MeasureSeries> {
  fileprivate func columns(benefit: ID<Benefit>) -> [(name: String, value: ColumnValue)] {
    [
      ("id", .id(id)), ("benefit_id", .id(benefit)), ("version", .whole(version)),
      ("withdrawn_because", .text(noun.withdrawnBecause)),
    ] + noun.measure.columns
  }
}

extension PeriodChange {
  fileprivate func columns(benefit: ID<Benefit>) -> [(name: String, value: ColumnValue)] {
    let value = row.value
    return [
      ("id", .id(ID<PeriodValue>(id))), ("benefit_id", .id(benefit)),
      ("measure_id", .optional(measure?.uuidString.lowercased())), ("version", .whole(version)),
      ("year", .whole(value.span.year.firstYear)), ("period", .text(value.span.part.rawValue)),
      ("forecast", .number(value.forecast)), ("value", .number(value.actual)),
      ("no_data_because", .text(value.noDataBecause)),
      ("maturity", .text(value.maturity.rawValue)), ("evidence", .text(value.evidence)),
    ]
  }
}
