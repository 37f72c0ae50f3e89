import Foundation
import Postgres
import Programme

extension Connection {
  /// Who raises an issue and who is given it watch it.
  func watch(_ write: IssueWrite, _ number: Int, as viewer: Viewer) throws {
    let given =
      write.named.ownerPerson == write.earlier?.ownerPerson?.uuid
      ? nil : write.named.ownerPerson
    let raiser = write.earlier == nil ? viewer.person?.uuid : nil
    let people = [raiser, write.confidedTo == nil ? given : nil].compactMap { $0 }
    guard !people.isEmpty else { return }
    try execute(
      """
      INSERT INTO issue_watcher (programme_id, organisation_id, issue_id, person_id, confided_to)
      SELECT p.programme_id, p.organisation_id, \(write.id.uuid), p.id,
        \(write.confidedTo?.uuid as UUID?)
      FROM person p WHERE p.id = ANY (\(people))
      ON CONFLICT DO NOTHING
      """)
  }

  /// Tells those whom a change concerns: who is given the issue, and who watches it.
  func tell(of write: IssueWrite, _ number: Int, as viewer: Viewer) throws {
    let (issue, earlier) = (write.issue, write.earlier)
    let key = "\(write.id).\(write.version)"
    let path = "/issues/\(number)"
    let name = "Issue #\(number), \(issue.title)"
    if write.confidedTo != nil || write.isOpening {
      return try tellOfConcern(write, key, path, as: viewer)
    }
    if let owner = write.named.owner, owner != earlier?.parties.owner?.uuid {
      let people = write.named.ownerPerson.map { [ID<Person>($0)] } ?? []
      try notify(
        NoticeDraft(
          .issueAssigned, key: key, title: "\(name), is yours: \(issue.nextAction)",
          words: "\(viewer.name), \(viewer.organisationName), gave it to \(issue.owner).",
          path: path, due: issue.due),
        to: NoticeReach(people: people, parties: people.isEmpty ? [ID(owner)] : []), as: viewer)
    }
    guard issue.state != earlier?.issue.state else { return }
    if issue.state == .escalated {
      try notify(
        NoticeDraft(
          .issueEscalated, key: key, title: "\(name), asks the board: \(issue.question)",
          words: "Escalated by \(viewer.name), \(viewer.organisationName).", path: path,
          due: issue.decideBy),
        to: NoticeReach(people: try boardMembers(as: viewer), isForCoordinators: true), as: viewer)
    }
    if earlier == nil {
      return try notify(
        NoticeDraft(
          .issueMoved, key: key, title: "\(name), was raised",
          words: "By \(viewer.name), \(viewer.organisationName).", path: path),
        to: NoticeReach(isForCoordinators: issue.state == .untriaged), as: viewer)
    }
    try notify(
      NoticeDraft(
        .issueMoved, key: key, title: "\(name), is now \(issue.state.words.lowercased())",
        words: "By \(viewer.name), \(viewer.organisationName).", path: path),
      to: NoticeReach(people: try watchers(of: write.id)), as: viewer)
  }

  private func tellOfConcern(
    _ write: IssueWrite, _ key: String, _ path: String, as viewer: Viewer
  ) throws {
    let what =
      write.isOpening
      ? "was opened to everybody" : write.earlier == nil ? "was told to you" : "was changed"
    try notify(
      NoticeDraft(
        .concern, key: key, title: "A concern \(what): \(write.issue.title)",
        words: "By \(viewer.name), \(viewer.organisationName).", path: path),
      to: NoticeReach(people: try watchers(of: write.id), isForCoordinators: true), as: viewer)
  }

  /// Who watches an issue.
  func watchers(of issue: ID<Issue>) throws -> [ID<Person>] {
    try query(
      "SELECT person_id FROM issue_watcher WHERE issue_id = \(issue.uuid) ORDER BY person_id"
    ) { row in ID(try row.next()) }
  }

  private func boardMembers(as viewer: Viewer) throws -> [ID<Person>] {
    try participants(as: viewer).filter { $0.role == .board }.map(\.id)
  }
}
