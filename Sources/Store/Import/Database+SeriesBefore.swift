import Calculator
import Foundation
import Postgres
import Programme

extension Connection {
  /// The measures that an import changed, on their way back to what they were.
  func measuresBefore(
    _ id: ID<ImportRun>, _ current: StoredRegister?, as viewer: Viewer
  ) throws -> [RecordChange<MeasureSeries>] {
    let now = Dictionary(
      (current?.measures ?? []).map { ($0.stored.id, $0.stored) }, uniquingKeysWith: { $1 })
    let source = noted(
      "measure", as: "measure", joining: "JOIN benefit b ON b.id = r.benefit_id", id, viewer)
    return try query(
      """
      SELECT i.record_id, b.reference, r.withdrawn_because, r.name, r.unit, r.kind, r.direction,
        r.frequency, r.may_sink_below_zero, r.source, r.baseline, r.baseline_day, r.target_days,
        r.targets
      FROM \(source)
      """
    ) { row in
      let id = ID<MeasureSeries>(try row.next())
      let (reference, reason) = (try row.next(String.self), try row.next(String.self))
      let series = MeasureSeries(
        benefitReference: reference, measure: try MeasureColumns.read(&row),
        withdrawnBecause: reason)
      return RecordChange(id: id, earlier: now[id], noun: series)
    }
  }

  /// The rows of periods that an import changed, on their way back to what they were.
  func periodsBefore(
    _ id: ID<ImportRun>, _ current: StoredRegister?, as viewer: Viewer
  ) throws -> [PeriodChange] {
    let rows =
      (current?.periods.map(\.stored) ?? []) + (current?.measures.flatMap(\.rows) ?? [])
    let now = Dictionary(rows.map { ($0.id.uuid, $0) }, uniquingKeysWith: { $1 })
    let source = noted(
      "actual", as: "period_value", joining: "JOIN benefit b ON b.id = r.benefit_id", id, viewer)
    return try query(
      """
      SELECT i.record_id, i.label, b.reference, r.measure_id, r.year, r.period, r.forecast,
        r.value, r.no_data_because, r.maturity, r.evidence
      FROM \(source)
      """
    ) { row in
      let id = try row.next(UUID.self)
      let (label, benefit) = (
        try row.next(String.self), try row.next(String.self).lowercased()
      )
      let measure = try row.next(UUID?.self)
      let was = PeriodMerge.Row(
        benefit: benefit, measure: measure?.uuidString, label: label,
        value: try PeriodValue(&row))
      return PeriodChange(id: id, row: was, measure: measure, earlier: now[id])
    }
  }

  /// Ends the measures that an import added: nothing is deleted.
  func endMeasures(
    addedBy id: ID<ImportRun>, of head: RegisterHead, as viewer: Viewer
  ) throws -> [JournalDraft] {
    let reason = "The import that brought it was undone"
    let change = FieldChange(
      field: MeasureSeries.Field.withdrawnBecause.rawValue, label: "Withdrawn because",
      before: "", after: reason)
    return try query(
      """
      UPDATE measure m SET withdrawn_at = scope_now(), withdrawn_because = \(reason),
        changed_at = scope_now(), version = m.version + 1
      FROM import_change i
      WHERE i.import_id = \(id.uuid) AND i.record_id = m.id AND i.before IS NULL
        AND m.withdrawn_at IS NULL AND m.programme_id = \(viewer.programme.uuid)
        AND m.organisation_id = \(head.organisation.uuid)
      RETURNING m.id, i.label, m.version
      """
    ) { row in
      JournalDraft(
        kind: "measure", record: try row.next(), label: try row.next(), version: try row.next(),
        visibility: .draft, changes: [change])
    }
  }
}
