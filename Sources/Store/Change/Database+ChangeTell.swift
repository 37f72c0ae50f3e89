import Foundation
import Postgres
import Programme

extension Connection {
  /// Tells every affected party of the decision on a change that is still at the version named, and
  /// asks it to acknowledge by a day. Throws ``Refusal/conflict(current:)``, ``Refusal/notFound``,
  /// ``Refusal/forbidden``, and ``Refusal/invalid(_:)`` before it is decided or for a day that has
  /// come.
  public func communicateChange(
    _ number: Int, expecting version: Int, acknowledgementDue: Programme.Day, by act: Act,
    as viewer: Viewer
  ) throws {
    let stored = try lockedChange(number, expecting: version, as: viewer) { viewer.mayLead($0) }
    let process = try stored.process.communicated(
      acknowledgementDue: acknowledgementDue, today: stored.today)
    try save(process, of: stored, as: viewer)
    try execute(
      """
      UPDATE plan_change SET told_at = scope_now(), told_by = \(viewer.name)
      WHERE id = \(stored.id.uuid) AND programme_id = \(viewer.programme.uuid)
      """)
    try journal(stored, stored.process.state.changes(to: process.state), by: act, as: viewer)
    try notify(
      stored.askingToAcknowledge(by: process.change.acknowledgementDue, key: "\(stored.id)"),
      to: NoticeReach(parties: stored.parties.map(\.id)), as: viewer)
  }

  /// Reminds the parties that have still to say something, each at most once a day, and returns how
  /// many were reminded. Throws ``Refusal/notFound``, ``Refusal/forbidden``, and
  /// ``Refusal/invalid(_:)`` when nobody has anything to say.
  @discardableResult
  public func chaseChange(_ number: Int, by act: Act, as viewer: Viewer) throws -> Int {
    let stored = try lockedChange(number, as: viewer) { viewer.mayLead($0) }
    let silent = stored.process.silent.map(\.id)
    guard !silent.isEmpty else { throw ChangeWrite.nobodySilent }
    let chased = try query(
      """
      UPDATE plan_change_party SET chased_at = scope_now()
      WHERE change_id = \(stored.id.uuid) AND revision = \(stored.process.revision)
        AND organisation_id = ANY (\(silent.map(\.uuid)))
        AND (chased_at IS NULL OR (chased_at AT TIME ZONE 'Europe/London')::date < \(SQL.today))
      RETURNING organisation_id
      """
    ) { row in ID<Organisation>(try row.next()) }
    guard !chased.isEmpty else { throw ChangeWrite.chasedToday }
    try notify(stored.reminder, to: NoticeReach(parties: chased), as: viewer)
    let names = stored.parties.filter { chased.contains($0.id) }.map(\.name)
    try touch(stored, as: viewer)
    try journal(
      stored,
      [
        FieldChange(
          field: "chased", label: "Reminded", before: "", after: names.joined(separator: "; "))
      ], by: act, as: viewer)
    return chased.count
  }

  /// Counts the version of a change on that otherwise stays as it is.
  private func touch(_ stored: StoredChange, as viewer: Viewer) throws {
    try execute(
      """
      UPDATE plan_change SET version = version + 1
      WHERE id = \(stored.id.uuid) AND programme_id = \(viewer.programme.uuid)
      """)
  }
}

extension StoredChange {
  /// A notice that asks for the acknowledgement of the decision.
  fileprivate func askingToAcknowledge(by day: Programme.Day, key: String) -> NoticeDraft {
    NoticeDraft(
      .acknowledgementAsked, key: key,
      title: "\(label) asks for your acknowledgement: \(change.title)",
      words: "Acknowledging says that you know of the decision and plan by it. It is no agreement.",
      path: path, due: day)
  }

  /// The notice that chases the silent; one for each day.
  fileprivate var reminder: NoticeDraft {
    let key = "\(id) \(process.revision) chased \(today)"
    guard process.state.isOpen else {
      return askingToAcknowledge(by: change.acknowledgementDue, key: key)
    }
    return NoticeDraft(
      .positionAsked, key: key, title: "\(label) still waits for your position: \(change.title)",
      path: path, due: change.positionsDue)
  }
}

extension ChangeWrite {
  /// Everybody has spoken.
  static let nobodySilent = Refusal.invalid([
    problem(
      "main-content", "Reminder", expected: "a party that has still to say something",
      "Everybody has spoken: nobody needs a reminder.")
  ])
  /// Once a day is enough.
  static let chasedToday = Refusal.invalid([
    problem(
      "main-content", "Reminder", expected: "a party that was not reminded today",
      "Everybody silent was reminded today. Wait until tomorrow.")
  ])
}
