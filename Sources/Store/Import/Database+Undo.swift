import Calculator
import Foundation
import Postgres
import Programme

extension Connection {
  /// Notes each row that a merge is about to write, as it is before, so that it can be undone.
  func note(_ merge: RegisterMerge, of id: ID<ImportRun>, as viewer: Viewer) throws {
    let touched = merge.touched
    guard !touched.isEmpty else { return }
    try execute(
      """
      INSERT INTO import_change (programme_id, organisation_id, import_id, position, kind,
        record_id, label, version, before)
      SELECT \(viewer.programme.uuid), \(merge.head.organisation.uuid), \(id.uuid), t.place,
        t.kind, t.id, t.label, t.version,
        CASE t.kind
          WHEN 'benefit' THEN (
            SELECT to_jsonb(b) || jsonb_build_object('criteria', (
              SELECT coalesce(jsonb_agg(c ORDER BY c.position), '[]')
              FROM benefit_criterion c WHERE c.benefit_id = b.id))
            FROM benefit b WHERE b.id = t.id)
          WHEN 'cost' THEN (SELECT to_jsonb(c) FROM cost c WHERE c.id = t.id)
          WHEN 'actual' THEN (
            SELECT to_jsonb(a) || jsonb_build_object('reference', b.reference)
            FROM period_value a JOIN benefit b ON b.id = a.benefit_id WHERE a.id = t.id)
          WHEN 'measure' THEN (SELECT to_jsonb(m) FROM measure m WHERE m.id = t.id)
          ELSE (
            SELECT to_jsonb(r) || jsonb_build_object('channels', (
              SELECT coalesce(jsonb_agg(h ORDER BY h.position), '[]') FROM channel_cost h
              WHERE h.programme_id = r.programme_id AND h.organisation_id = r.organisation_id))
            FROM register r WHERE r.id = t.id)
        END
      FROM unnest(\(touched.map(\.kind)), \(touched.map(\.record)), \(touched.map(\.label)),
        \(touched.map(\.version))) WITH ORDINALITY AS t (kind, id, label, version, place)
      """)
  }

  /// Takes a confirmed import back as one act: rows that it added are removed, rows that it changed
  /// are as they were; the journal keeps both. Throws ``Refusal/notFound``, ``Refusal/forbidden``,
  /// or ``Refusal/invalid(_:)`` naming every row that somebody changed since.
  public func undoImport(_ id: ID<ImportRun>, as viewer: Viewer, by act: Act) throws {
    guard let run = try importRun(id, as: viewer) else { throw Refusal.notFound }
    let head = try lockRegister(of: run.organisation, as: viewer)
    guard try importRun(id, as: viewer)?.state == .confirmed else {
      throw Refusal.invalid([
        Problem(
          .error, at: .file, subject: "Import", found: "",
          expected: "an import that was confirmed and not undone", mend: "Nothing to undo.")
      ])
    }
    try refuseChangesSince(id, as: viewer)
    try refuseClosed(touchedBy: id, of: run.organisation, as: viewer)
    let current = try wholeRegister(of: run.organisation, as: viewer)
    try restore(id, current, head, by: act, as: viewer)
    try execute(
      """
      UPDATE import_run SET undone_at = scope_now()
      WHERE id = \(id.uuid) AND programme_id = \(viewer.programme.uuid)
      """)
  }

  private func restore(
    _ id: ID<ImportRun>, _ current: StoredRegister?, _ head: RegisterHead, by act: Act,
    as viewer: Viewer
  ) throws {
    let before = try registerBefore(id, current, head, as: viewer)
    var merge = RegisterMerge(before, into: current, head)
    // Channels that came in with the import go again.
    merge.head.channelCosts = before.channelCosts
    merge.measures = try measuresBefore(id, current, as: viewer)
    merge.periods = try periodsBefore(id, current, as: viewer)
    try apply(merge, visibility: { _ in .draft }, by: act, as: viewer)
    let ended = try endMeasures(addedBy: id, of: head, as: viewer)
    let removed = try remove(id, of: head, as: viewer)
    try renewYearValues(of: current?.benefits.map(\.id) ?? [])
    try renewTotals(of: head.organisation, as: viewer)
    let farewells = current?.farewells() ?? [:]
    let entries = removed.map { row in
      JournalDraft(
        kind: row.kind, record: row.record, label: row.label, version: row.version,
        visibility: farewells[row.record]?.visibility ?? .draft,
        changes: farewells[row.record]?.changes ?? [])
    }
    try record(
      ended + entries, of: head.organisation, named: head.organisationName, by: act, as: viewer)
  }

  private func refuseChangesSince(_ id: ID<ImportRun>, as viewer: Viewer) throws {
    let changed = try query(
      """
      SELECT i.label FROM import_change i
        LEFT JOIN (
          SELECT id, version FROM benefit WHERE removed_at IS NULL
          UNION ALL SELECT id, version FROM cost WHERE removed_at IS NULL
          UNION ALL SELECT id, version FROM period_value WHERE removed_at IS NULL
          UNION ALL SELECT id, version FROM measure
          UNION ALL SELECT id, version FROM register
        ) r ON r.id = i.record_id
      WHERE i.import_id = \(id.uuid) AND i.programme_id = \(viewer.programme.uuid)
        AND r.version IS DISTINCT FROM i.version
      ORDER BY i.position
      """
    ) { row in try row.next(String.self) }
    guard changed.isEmpty else {
      throw Refusal.invalid(
        changed.map { label in
          Problem(
            .error, at: .file, subject: label, found: "a later change",
            expected: "the row as the import left it",
            mend: "Somebody changed it since; correct the register by hand.")
        })
    }
  }

  /// Removes the rows that the import added.
  private func remove(
    _ id: ID<ImportRun>, of head: RegisterHead, as viewer: Viewer
  ) throws -> [TouchedRecord] {
    var removed: [TouchedRecord] = []
    for (kind, table) in [("benefit", "benefit"), ("cost", "cost"), ("actual", "period_value")] {
      removed += try query(
        """
        UPDATE \(SQL.identifier(table)) r
        SET removed_at = scope_now(), changed_at = scope_now(), version = r.version + 1
        FROM import_change i
        WHERE i.import_id = \(id.uuid) AND i.record_id = r.id AND i.before IS NULL
          AND r.programme_id = \(viewer.programme.uuid)
          AND r.organisation_id = \(head.organisation.uuid)
        RETURNING r.id, i.label, r.version
        """
      ) { row in
        TouchedRecord(
          kind: kind, record: try row.next(), label: try row.next(), version: try row.next())
      }
    }
    return removed
  }
}

extension StoredRegister {
  /// The entry that says that a record is gone: every field from what it was to nothing.
  fileprivate func farewells() -> [UUID: (visibility: Visibility, changes: [FieldChange])] {
    let ofBenefits = benefits.map {
      ($0.id.uuid, ($0.stored.visibility, $0.benefit.allChanges(since: nil)))
    }
    let ofCosts = costs.map { ($0.id.uuid, ($0.visibility, $0.noun.changes(since: nil))) }
    let rows = periods.map(\.stored) + measures.flatMap(\.rows)
    let ofPeriods = rows.map { ($0.id.uuid, ($0.visibility, $0.noun.changes(since: nil))) }
    return Dictionary(ofBenefits + ofCosts + ofPeriods, uniquingKeysWith: { $1 }).mapValues {
      visibility, changes in
      (
        visibility,
        changes.map {
          FieldChange(field: $0.field, label: $0.label, before: $0.after, after: "")
        }
      )
    }
  }
}
