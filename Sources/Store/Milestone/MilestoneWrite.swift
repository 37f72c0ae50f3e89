import Foundation
import Programme

/// A milestone on its way into its table, beside what it was.
struct MilestoneWrite: Sendable {
  let id: ID<Milestone>
  let party: ID<Organisation>
  let partyName: String
  let earlier: StoredMilestone?
  let milestone: Milestone
  let owner: MilestoneOwner?

  /// The version that writing it makes.
  var version: Int { (earlier?.stored.version ?? 0) + 1 }

  /// The entry that says what changes.
  var journal: JournalDraft {
    let owners = FieldChange(
      field: MilestoneWrite.ownerName, label: "Owner", before: earlier?.owner?.name ?? "",
      after: owner?.name ?? "")
    return JournalDraft(
      kind: "milestone", record: id.uuid, label: milestone.title, version: version,
      visibility: .published,
      changes: milestone.changes(since: earlier?.milestone)
        + [owners].filter { $0.before != $0.after })
  }

  /// The name of the owner in forms and in the journal.
  static let ownerName = "owner"
}
