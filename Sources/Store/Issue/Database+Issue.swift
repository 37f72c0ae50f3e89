import Foundation
import Postgres
import Programme

extension Connection {
  /// The issue of that number; nil when there is none, or when the viewer does not know of it.
  public func issue(_ number: Int, as viewer: Viewer) throws -> StoredIssue? {
    try storedIssues(where: "i.number = \(number)", as: viewer).first
  }

  /// The issues of those numbers that the viewer knows of, by number.
  public func issues(_ numbers: [Int], as viewer: Viewer) throws -> [StoredIssue] {
    try storedIssues(where: "i.number = ANY (\(numbers))", as: viewer)
  }

  /// What happened to an issue, as far as the viewer knows of it, newest first. Whoever reads the
  /// issue reads its history.
  public func history(of issue: StoredIssue, as viewer: Viewer) throws -> [JournalEntry] {
    try entries(
      where: "e.record_id = \(issue.id.uuid) AND e.kind = 'issue' AND \(viewer.knows("e"))",
      limit: JournalFilter.limitMaximum)
  }

  func storedIssues(where condition: SQL, as viewer: Viewer) throws -> [StoredIssue] {
    try query(
      """
      SELECT i.id, i.number, i.version, i.organisation_id, r.name, i.raised_by, i.raised_by_name,
        i.raised_at, i.changed_at, i.state_at, i.confided_to, i.owner_id, i.owner_person_id,
        places.ids, places.names, places.codes, i.title, i.kind, i.state, i.description, o.name,
        p.name, i.severity, i.priority, i.cause, i.next_action, i.due, i.waiting_for, i.question,
        i.decide_by, i.answer, i.resolution, i.learnt, i.prevention
      FROM issue i JOIN organisation r ON r.id = i.organisation_id
        LEFT JOIN organisation o ON o.id = i.owner_id
        LEFT JOIN person p ON p.id = i.owner_person_id
        CROSS JOIN LATERAL (
          SELECT coalesce(array_agg(c.id ORDER BY lower(c.name), c.id), '{}') AS ids,
            coalesce(array_agg(c.name ORDER BY lower(c.name), c.id), '{}') AS names,
            coalesce(array_agg(coalesce(c.code, '') ORDER BY lower(c.name), c.id), '{}') AS codes
          FROM issue_council x JOIN organisation c ON c.id = x.council_id
          WHERE x.issue_id = i.id) places
      WHERE \(condition) AND \(viewer.knows("i"))
      ORDER BY i.number
      """
    ) { row in try StoredIssue(&row) }
  }
}

extension StoredIssue {
  fileprivate init(_ row: inout RowReader) throws {
    id = ID(try row.next())
    number = try row.next()
    version = try row.next()
    var parties = IssueParties(raiser: ID(try row.next()))
    raiserName = try row.next()
    raisedBy = try row.next(UUID?.self).map { ID($0) }
    raisedByName = try row.next()
    raisedAt = try row.next(Instant.self).date
    changedAt = try row.next(Instant.self).date
    stateAt = try row.next(Instant.self).date
    parties.confidedTo = try row.next(UUID?.self).map { ID($0) }
    parties.owner = try row.next(UUID?.self).map { ID($0) }
    self.parties = parties
    ownerPerson = try row.next(UUID?.self).map { ID($0) }
    let ids = try row.next([UUID].self)
    let names = try row.next([String].self)
    let codes = try row.next([String].self)
    councils = zip(ids, zip(names, codes)).map { id, about in
      Place(id: ID(id), name: about.0, code: CouncilCode(text: about.1))
    }
    var issue = try Issue(&row)
    issue.councils = names
    self.issue = issue
  }
}

extension Issue {
  fileprivate init(_ row: inout RowReader) throws {
    self.init(
      title: try row.next(), kind: try row.choice(IssueKind.self),
      state: try row.choice(IssueState.self))
    description = try row.next()
    owner = try row.next(String?.self) ?? ""
    ownerPerson = try row.next(String?.self) ?? ""
    severity = try row.optionalChoice(IssueSeverity.self)
    priority = try row.optionalChoice(IssuePriority.self)
    cause = try row.optionalChoice(IssueCause.self)
    nextAction = try row.next()
    due = try row.optionalDay()
    waitingFor = try row.next()
    question = try row.next()
    decideBy = try row.optionalDay()
    answer = try row.next()
    resolution = try row.next()
    learnt = try row.next()
    prevention = try row.next()
  }
}
