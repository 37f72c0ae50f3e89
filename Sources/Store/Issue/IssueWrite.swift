import Foundation
import Programme

/// An issue on its way into its tables, beside what it was.
struct IssueWrite: Sendable {
  let id: ID<Issue>
  let earlier: StoredIssue?
  let named: NamedIssue
  /// Who tells it in confidence; nil once everybody may read it.
  let confidedTo: ID<Person>?

  var issue: Issue { named.issue }
  var version: Int { (earlier?.version ?? 0) + 1 }

  /// Whether everybody is told now of what was told in confidence before.
  var isOpening: Bool { earlier?.parties.confidedTo != nil && confidedTo == nil }

  /// What changes: of what was told in confidence, everything is new to those who learn of it.
  var changes: [FieldChange] {
    issue.changes(since: isOpening ? nil : earlier?.issue)
  }

  /// The row as the table takes it.
  func columns(_ viewer: Viewer) -> [(name: String, value: ColumnValue)] {
    [
      ("id", .id(id)), ("organisation_id", .id(earlier?.parties.raiser ?? viewer.organisation)),
      ("raised_by", .optional(viewer.person?.description)), ("raised_by_name", .text(viewer.name)),
      ("confided_to", .optional(confidedTo?.description)), ("version", .whole(version)),
      ("state", .text(issue.state.rawValue)), ("title", .text(issue.title)),
      ("description", .text(issue.description)), ("kind", .text(issue.kind.rawValue)),
      ("owner_id", .optional(named.owner?.uuidString)),
      ("owner_person_id", .optional(named.ownerPerson?.uuidString)),
      ("severity", .optional(issue.severity?.rawValue)),
      ("priority", .optional(issue.priority?.rawValue)),
      ("cause", .optional(issue.cause?.rawValue)), ("next_action", .text(issue.nextAction)),
      ("due", .optional(issue.due?.description)), ("waiting_for", .text(issue.waitingFor)),
      ("question", .text(issue.question)),
      ("decide_by", .optional(issue.decideBy?.description)), ("answer", .text(issue.answer)),
      ("resolution", .text(issue.resolution)), ("learnt", .text(issue.learnt)),
      ("prevention", .text(issue.prevention)),
      ("is_national", .flag(named.councils.isEmpty)),
    ]
  }

  /// The entry that says what changes, under the number that the issue has.
  func journal(number: Int) -> JournalDraft {
    JournalDraft(
      kind: "issue", record: id.uuid, label: "#\(number)", version: version,
      visibility: .published, changes: changes, confidedTo: confidedTo)
  }
}
