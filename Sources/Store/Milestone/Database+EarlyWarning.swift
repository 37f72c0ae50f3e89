import Foundation
import Postgres
import Programme

extension Connection {
  /// Says that a milestone may be late. The parties that depend on it, at once or through others, and
  /// the co-ordinators are told. A warning that stood is replaced. Throws ``Refusal/notFound``,
  /// ``Refusal/forbidden``, and ``Refusal/invalid(_:)`` for one that is achieved or withdrawn.
  public func warn(
    _ warning: EarlyWarning, of id: ID<Milestone>, by act: Act, as viewer: Viewer
  ) throws {
    let current = try lockMilestone(id, as: viewer)
    guard current.milestone.actual == nil else {
      throw MilestoneRefusal.refusal(
        at: .file, "Milestone", "", "a milestone that is not achieved", "It is done already.")
    }
    try settleWarnings(of: [id], because: "Replaced by a newer warning", as: viewer)
    try execute(
      """
      INSERT INTO early_warning (id, programme_id, organisation_id, milestone_id, days_late,
        likelihood, reason, raised_at, raised_by)
      VALUES (\(UUID()), \(viewer.programme.uuid), \(current.party.uuid), \(id.uuid),
        \(warning.daysLate), \(warning.likelihood.rawValue), \(warning.reason), scope_now(),
        \(viewer.name))
      """)
    try recordWarning(
      warning.changes(since: current.warning?.warning), of: current, by: act, as: viewer)
    try tell(of: warning, of: current, by: act, as: viewer)
  }

  /// Takes back a warning that stands, with the reason of the act. Throws ``Refusal/invalid(_:)``
  /// without a reason, and ``Refusal/conflict(current:)`` when none stands any longer.
  public func withdrawWarning(
    of id: ID<Milestone>, by act: Act, as viewer: Viewer
  ) throws {
    let current = try lockMilestone(id, as: viewer)
    let reason = TrimmedText.of(act.reason)
    guard !reason.isEmpty else { throw MilestoneRefusal.noReason }
    guard let standing = current.warning else {
      throw Refusal.conflict(current: current.stored.version)
    }
    try settleWarnings(of: [id], because: "Withdrawn: \(reason)", as: viewer)
    try recordWarning(
      [FieldChange(field: "warning", label: "Warning", before: standing.words, after: "")],
      of: current, by: act, as: viewer)
  }

  /// Whatever warnings stand of some milestones stand no longer.
  func settleWarnings(
    of ids: [ID<Milestone>], because reason: String, as viewer: Viewer
  ) throws {
    try execute(
      """
      UPDATE early_warning SET settled_at = scope_now(), settled_because = \(reason)
      WHERE milestone_id = ANY (\(ids.map(\.uuid))) AND settled_at IS NULL
        AND programme_id = \(viewer.programme.uuid)
      """)
  }

  private func recordWarning(
    _ changes: [FieldChange], of current: StoredMilestone, by act: Act, as viewer: Viewer
  ) throws {
    let entry = current.journal(of: changes)
    try record([entry], of: current.party, named: current.partyName, by: act, as: viewer)
  }
}

extension StoredMilestone {
  /// The entry for changes around the milestone that leave its own row as it is.
  func journal(of changes: [FieldChange]) -> JournalDraft {
    JournalDraft(
      kind: "milestone", record: id.uuid, label: milestone.title, version: stored.version,
      visibility: .published, changes: changes)
  }
}

extension StoredWarning {
  /// "20 days late, likely: the upgrade waits".
  public var words: String {
    let days = warning.daysLate == 1 ? "1 day" : "\(warning.daysLate) days"
    return "\(days) late, \(warning.likelihood.rawValue.lowercased()): \(warning.reason)"
  }
}
