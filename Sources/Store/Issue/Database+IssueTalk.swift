import Foundation
import Postgres
import Programme

extension Connection {
  /// What was written about an issue, oldest first, as far as the viewer knows of it.
  public func comments(on issue: StoredIssue, as viewer: Viewer) throws -> [IssueComment] {
    try query(
      """
      SELECT c.id, c.person_name, o.name, c.at, c.words, c.confided_to IS NOT NULL
      FROM issue_comment c JOIN organisation o ON o.id = c.organisation_id
      WHERE c.issue_id = \(issue.id.uuid) AND \(viewer.knows("c"))
      ORDER BY c.at, c.id
      LIMIT \(IssueLimit.comments)
      """
    ) { row in
      IssueComment(
        id: ID(try row.next()), personName: try row.next(), partyName: try row.next(),
        at: try row.next(Instant.self).date, words: try row.next(), isConfided: try row.next())
    }
  }

  /// Writes something about an issue; whoever does watches it from then on. Throws
  /// ``Refusal/notFound``, ``Refusal/forbidden`` for who takes no part, and ``Refusal/invalid(_:)``
  /// for a blank or too long one.
  public func commentIssue(
    _ number: Int, _ words: String, by act: Act, as viewer: Viewer
  ) throws {
    guard let issue = try issue(number, as: viewer) else { throw Refusal.notFound }
    guard viewer.may(.takePart) else { throw Refusal.forbidden }
    let words = TrimmedText.of(words)
    try IssueRefusal.check(comment: words)
    let confidedTo = issue.parties.confidedTo?.uuid as UUID?
    let id = UUID()
    try execute(
      """
      INSERT INTO issue_comment (id, programme_id, organisation_id, issue_id, person_id,
        person_name, at, words, confided_to)
      VALUES (\(id), \(viewer.programme.uuid), \(viewer.organisation.uuid), \(issue.id.uuid),
        \(viewer.person?.uuid as UUID?), \(viewer.name), scope_now(), \(words), \(confidedTo as UUID?))
      """)
    let change = FieldChange(field: "comment", label: "Comment", before: "", after: words)
    try record(
      [
        JournalDraft(
          kind: "issue", record: issue.id.uuid, label: issue.label, version: issue.version,
          visibility: .published, changes: [change], confidedTo: issue.parties.confidedTo)
      ], of: viewer.organisation, named: viewer.organisationName, by: act, as: viewer)
    if let person = viewer.person { try keepWatch(person, on: issue, as: viewer) }
    try tell(of: words, id, on: issue, as: viewer)
  }

  private func tell(
    of words: String, _ id: UUID, on issue: StoredIssue, as viewer: Viewer
  ) throws {
    let isConfided = issue.parties.confidedTo != nil
    var reach = NoticeReach(people: try watchers(of: issue.id), isForCoordinators: isConfided)
    if !isConfided {
      if let person = issue.ownerPerson {
        reach.people.append(person)
      } else if let owner = issue.parties.owner {
        reach.parties = [owner]
      }
    }
    try notify(
      NoticeDraft(
        isConfided ? .concern : .issueCommented, key: id.uuidString.lowercased(),
        title: "\(viewer.name) wrote on issue \(issue.label), \(issue.issue.title)",
        words: String(words.prefix(200)), path: "/issues/\(issue.number)#comments"),
      to: reach, as: viewer)
  }

  /// Whether the viewer watches an issue, and how many do.
  public func watch(on issue: StoredIssue, as viewer: Viewer) throws -> (isOwn: Bool, count: Int) {
    let found = try first(
      """
      SELECT coalesce(bool_or(w.person_id = \(viewer.person?.uuid as UUID?)), false), count(*)
      FROM issue_watcher w WHERE w.issue_id = \(issue.id.uuid) AND \(viewer.knows("w"))
      """
    ) { row in (try row.next(Bool.self), try row.next(Int.self)) }
    return (found?.0 ?? false, found?.1 ?? 0)
  }

  /// Begins or ends that the viewer is told of what happens to an issue. Throws
  /// ``Refusal/notFound``, and ``Refusal/forbidden`` for who is no person.
  public func watchIssue(_ number: Int, _ watches: Bool, as viewer: Viewer) throws {
    guard let issue = try issue(number, as: viewer) else { throw Refusal.notFound }
    guard let person = viewer.person else { throw Refusal.forbidden }
    if watches { return try keepWatch(person, on: issue, as: viewer) }
    try execute(
      """
      DELETE FROM issue_watcher
      WHERE issue_id = \(issue.id.uuid) AND person_id = \(person.uuid)
      """)
  }

  private func keepWatch(
    _ person: ID<Person>, on issue: StoredIssue, as viewer: Viewer
  ) throws {
    try execute(
      """
      INSERT INTO issue_watcher (programme_id, organisation_id, issue_id, person_id, confided_to)
      VALUES (\(viewer.programme.uuid), \(viewer.organisation.uuid), \(issue.id.uuid),
        \(person.uuid), \(issue.parties.confidedTo?.uuid as UUID?))
      ON CONFLICT DO NOTHING
      """)
  }
}
