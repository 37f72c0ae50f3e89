import Foundation
import Postgres
import Programme

/// Refusals and journal lines of plan changes.
enum ChangeWrite {
  /// Amending needs a word on why.
  static let noNote = refusal("note", "Why it is amended", "Say what is new in this version.")
  /// Withdrawing needs a reason.
  static let noReason = refusal("reason", "Reason", "Say why the change is withdrawn.")

  static func refusal(_ field: String, _ subject: String, _ mend: String) -> Refusal {
    .invalid([problem(field, subject, expected: "a reason", mend)])
  }

  static func problem(
    _ field: String, _ subject: String, found: String = "", expected: String, _ mend: String
  ) -> Problem {
    Problem(
      .error, at: .field(field), subject: subject, found: found, expected: expected, mend: mend)
  }

  /// A line of the journal for a number that moved; none where it stayed.
  static func move(_ field: String, _ label: String, _ before: Int, _ after: Int) -> [FieldChange] {
    guard before != after else { return [] }
    return [FieldChange(field: field, label: label, before: "\(before)", after: "\(after)")]
  }
}

extension ChangeState {
  /// The line of the journal for a state that changed; none where it stayed.
  func changes(to state: ChangeState) -> [FieldChange] {
    guard self != state else { return [] }
    return [FieldChange(field: "state", label: "State", before: rawValue, after: state.rawValue)]
  }
}

extension StoredChange {
  /// Where the change is shown.
  var path: String { "/changes/\(number)" }
}

extension NoticeDraft {
  /// A notice that asks every affected party for its position on the present version.
  static func asking(
    _ kind: NoticeKind, _ process: ChangeProcess, _ id: ID<PlanChange>, _ number: Int
  ) -> NoticeDraft {
    let change = process.change
    let isAmended = kind == .changeAmended
    return NoticeDraft(
      kind, key: "\(id) \(process.revision)",
      title: isAmended
        ? "Change \(number) was amended: \(change.title)"
        : "Change \(number) asks for your position: \(change.title)",
      words: isAmended ? "Every position is open again. Take yours on the new version." : "",
      path: "/changes/\(number)", due: change.positionsDue)
  }
}

extension Connection {
  /// Locks a change for the rest of the transaction and reads it behind the lock. Throws
  /// ``Refusal/notFound``, ``Refusal/forbidden`` unless `may` allows, and
  /// ``Refusal/conflict(current:)`` when a version is named and it moved on.
  func lockedChange(
    _ number: Int, expecting version: Int? = nil, as viewer: Viewer,
    _ may: (ChangeProcess) -> Bool
  ) throws -> StoredChange {
    guard let seen = try change(number, as: viewer) else { throw Refusal.notFound }
    guard may(seen.process) else { throw Refusal.forbidden }
    let locked = try first(
      """
      SELECT c.id FROM plan_change c
      WHERE c.id = \(seen.id.uuid) AND c.programme_id = \(viewer.programme.uuid)
      FOR UPDATE
      """
    ) { row in try row.next(UUID.self) }
    guard locked != nil, let current = try change(number, as: viewer) else {
      throw Refusal.forbidden
    }
    guard may(current.process) else { throw Refusal.forbidden }
    if let version, version != current.version {
      throw Refusal.conflict(current: current.version)
    }
    return current
  }

  /// Writes where a change stands; the caller holds its lock. Every act counts the version on.
  func save(_ process: ChangeProcess, of stored: StoredChange, as viewer: Viewer) throws {
    let change = process.change
    let count = try execute(
      """
      UPDATE plan_change SET state = \(process.state.rawValue), version = version + 1,
        revision = \(process.revision), changed_at = scope_now(), title = \(change.title),
        positions_due = \(change.positionsDue.description)::text::date,
        acknowledgement_due = \(change.acknowledgementDue.description)::text::date,
        authority = \(change.authority.rawValue),
        authority_party_id = \(process.authorityParty?.uuid as UUID?)
      WHERE id = \(stored.id.uuid) AND programme_id = \(viewer.programme.uuid)
        AND version = \(stored.version)
      """)
    guard count == 1 else { throw Refusal.conflict(current: stored.version) }
  }

  /// Writes what an act did to a change into the journal, in the name of the viewer's party.
  func journal(
    _ stored: StoredChange, _ changes: [FieldChange], by act: Act, as viewer: Viewer
  ) throws {
    let draft = JournalDraft(
      kind: "change", record: stored.id.uuid, label: stored.label, version: stored.version + 1,
      visibility: .published, changes: changes)
    try record(
      [draft], of: viewer.organisation, named: viewer.organisationName, by: act, as: viewer)
  }
}
