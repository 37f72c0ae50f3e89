import Foundation
import Postgres
import Programme

extension Connection {
  /// What undoing an act of the viewer's own council would do. Throws ``Refusal/notFound`` for an act
  /// that is not within the council's journal.
  public func undoPlan(of act: UUID, as viewer: Viewer) throws -> UndoPlan {
    guard viewer.mayChange(recordsOf: viewer.organisation) else { throw Refusal.forbidden }
    let entries = try journal(
      where: "e.act_id = \(act) AND e.organisation_id = \(viewer.organisation.uuid)",
      limit: JournalFilter.limitMaximum, as: viewer
    ).filter { !$0.goesWithItsBenefit }
    guard let newest = entries.first else { throw Refusal.notFound }
    let ids = entries.map(\.record)
    let now = try benefits(where: "b.id = ANY (\(ids))", as: viewer)
    let stored = Dictionary(now.map { ($0.id.uuid, $0.stored) }, uniquingKeysWith: { $1 })
    let versions = try benefitVersions(ids, as: viewer)
    let achieved = try benefitsWithValues(ids, as: viewer)
    return UndoPlan(
      act: act, actName: newest.actName, actorName: newest.actorName, at: newest.at,
      lines: entries.reversed().map { entry in
        entry.undoLine(
          now: stored[entry.record], version: versions[entry.record],
          hasValues: achieved.contains(entry.record))
      })
  }

  /// Undoes an act as an act of its own: every record of it is as it was before, or nothing changes.
  /// Throws ``Refusal/notFound``, ``Refusal/forbidden``, or ``Refusal/invalid(_:)`` naming every
  /// record that cannot be restored.
  public func undo(_ act: UUID, by undoing: Act, as viewer: Viewer) throws {
    let head = try lockRegister(of: viewer.organisation, as: viewer)
    let plan = try undoPlan(of: act, as: viewer)
    guard plan.problems.isEmpty else { throw Refusal.invalid(plan.problems) }
    let gone = plan.lines.filter { $0.kind == .removed }.map { ID<Benefit>($0.record) }
    let back = plan.lines.compactMap(\.before)
    let stored = try benefits(among: gone + back.map(\.id), of: head, as: viewer)
    try remove(gone, in: head, since: stored, by: undoing, as: viewer)
    try refuseTaken(back, since: stored, in: head, as: viewer)
    try write(back, in: head, since: stored, by: undoing, as: viewer)
  }

  /// Takes benefits out of their register; the journal keeps what they were.
  private func remove(
    _ ids: [ID<Benefit>], in head: RegisterHead, since stored: [ID<Benefit>: Stored<Benefit>],
    by act: Act, as viewer: Viewer
  ) throws {
    guard !ids.isEmpty else { return }
    try execute(
      """
      UPDATE benefit SET removed_at = scope_now(), changed_at = scope_now(), version = version + 1
      WHERE id = ANY (\(ids.map(\.uuid))) AND removed_at IS NULL
        AND programme_id = \(viewer.programme.uuid)
        AND organisation_id = \(head.organisation.uuid)
      """)
    try renewTotals(of: head.organisation, as: viewer)
    try record(
      ids.compactMap { stored[$0]?.farewell }, of: head.organisation,
      named: head.organisationName, by: act, as: viewer)
  }

  private func refuseTaken(
    _ changes: [BenefitChange], since stored: [ID<Benefit>: Stored<Benefit>], in head: RegisterHead,
    as viewer: Viewer
  ) throws {
    let renamed = changes.filter { stored[$0.id]?.noun.reference != $0.benefit.reference }
    let problems = try takenReferences(
      renamed.map(\.benefit.reference), in: head.organisation, at: { _ in .file }, as: viewer)
    guard problems.isEmpty else { throw Refusal.invalid(problems) }
  }

  private func benefitVersions(_ ids: [UUID], as viewer: Viewer) throws -> [UUID: Int] {
    let rows = try query(
      """
      SELECT id, version FROM benefit
      WHERE id = ANY (\(ids)) AND programme_id = \(viewer.programme.uuid)
        AND organisation_id = \(viewer.organisation.uuid)
      """
    ) { row in (try row.next(UUID.self), try row.next(Int.self)) }
    return Dictionary(rows, uniquingKeysWith: { $1 })
  }

  /// Those of the benefits for which values were recorded.
  private func benefitsWithValues(_ ids: [UUID], as viewer: Viewer) throws -> Set<UUID> {
    Set(
      try query(
        """
        SELECT DISTINCT benefit_id FROM period_value
        WHERE benefit_id = ANY (\(ids)) AND programme_id = \(viewer.programme.uuid)
          AND organisation_id = \(viewer.organisation.uuid) AND removed_at IS NULL
        """
      ) { row in try row.next(UUID.self) })
  }
}

extension JournalEntry {
  /// Whether it is of a measure that came with its benefit, and goes and comes with it.
  fileprivate var goesWithItsBenefit: Bool { kind == "measure" && actName == "benefit.add" }

  /// What undoing does to the entry's record, and why it cannot where it cannot.
  fileprivate func undoLine(
    now: Stored<Benefit>?, version current: Int?, hasValues: Bool
  ) -> UndoPlan.Line {
    func line(_ before: BenefitChange?, _ refusal: String?) -> UndoPlan.Line {
      UndoPlan.Line(
        record: record, label: label, kind: undoing, changes: turnedRound, refusal: refusal,
        before: refusal == nil ? before : nil)
    }
    guard kind == "benefit", UndoPlan.actNames.contains(actName) else {
      return line(nil, "What was done is no change of a benefit, and is not undone here.")
    }
    guard current == version else {
      return line(nil, "Somebody changed it since; correct it by hand.")
    }
    if undoing == .removed {
      return line(
        nil, hasValues ? "Values were recorded for it since; withdraw it instead." : nil)
    }
    let reading = Benefit.restored(changes, from: undoing == .broughtBack ? nil : now?.noun)
    guard let benefit = reading.value else {
      return line(nil, "It cannot be restored by itself; correct it by hand.")
    }
    return line(
      BenefitChange(
        id: ID(record), version: version, benefit: benefit,
        visibility: visibilityBefore(now?.visibility)), nil)
  }
}

extension Stored<Benefit> {
  /// The entry that says that it is gone: every field from what it was to nothing.
  fileprivate var farewell: JournalDraft {
    let changes =
      noun.allChanges(since: nil) + [
        FieldChange(
          field: "visibility", label: "Seen by", before: "", after: visibility.rawValue)
      ]
    return JournalDraft(
      kind: "benefit", record: id.uuid, label: noun.reference, version: version + 1,
      visibility: visibility,
      changes: changes.map {
        FieldChange(field: $0.field, label: $0.label, before: $0.after, after: "")
      })
  }
}
