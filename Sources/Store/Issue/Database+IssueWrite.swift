import Foundation
import Postgres
import Programme

extension Connection {
  /// Raises an issue and returns its number; in confidence, only the co-ordinators are told. Throws
  /// ``Refusal/forbidden`` for who takes no part, and ``Refusal/invalid(_:)`` for names that stand
  /// for nobody.
  public func raiseIssue(_ issue: Issue, by act: Act, as viewer: Viewer) throws -> Int {
    guard let number = try raiseIssues([issue], by: act, as: viewer).first else {
      throw Refusal.notFound
    }
    return number
  }

  /// Raises several issues at once, and returns their numbers. Throws as ``raiseIssue(_:by:as:)``
  /// does.
  public func raiseIssues(_ issues: [Issue], by act: Act, as viewer: Viewer) throws -> [Int] {
    guard viewer.may(.takePart) else { throw Refusal.forbidden }
    let names = try names(in: issues, as: viewer)
    let writes = try issues.map { issue in
      let confidedTo = issue.state == .concern ? viewer.person : nil
      guard issue.state != .concern || confidedTo != nil else { throw Refusal.forbidden }
      return IssueWrite(
        id: .random(), earlier: nil, named: try names.resolve(issue, from: nil),
        confidedTo: confidedTo)
    }
    let numbers = try insert(writes, as: viewer)
    try writeParts(of: writes, as: viewer)
    let raised = writes.compactMap { write in numbers[write.id].map { (write, $0) } }
    try record(
      raised.map { $0.journal(number: $1) }, of: viewer.organisation,
      named: viewer.organisationName, by: act, as: viewer)
    for (write, number) in raised {
      try tell(of: write, number, as: viewer)
      try watch(write, number, as: viewer)
    }
    return raised.map { $1 }
  }

  /// Changes what an issue says, from the version named; a change of nothing makes no version.
  /// Its state stays. Returns the version it is at then. Throws ``Refusal/conflict(current:)`` when
  /// somebody was faster, ``Refusal/notFound``, ``Refusal/forbidden`` and ``Refusal/invalid(_:)``.
  @discardableResult
  public func changeIssue(
    _ number: Int, expecting version: Int, to issue: Issue, by act: Act, as viewer: Viewer
  ) throws -> Int {
    let current = try lockIssue(number, expecting: version, as: viewer)
    guard viewer.mayChange(current.parties) else { throw Refusal.forbidden }
    var issue = issue
    issue.state = current.issue.state
    guard try save([(current, issue)], by: act, as: viewer) > 0 else { return version }
    if issue.state == .resolved { try learn(from: current, issue, by: act, as: viewer) }
    return version + 1
  }

  /// Takes a step of an issue, from the version named, with what was typed for it and the reason of
  /// the act. Throws as ``changeIssue(_:expecting:to:by:as:)`` does.
  public func moveIssue(
    _ number: Int, expecting version: Int, _ step: IssueStep, typed: [Issue.Field: String],
    by act: Act, as viewer: Viewer
  ) throws {
    let current = try lockIssue(number, expecting: version, as: viewer)
    guard viewer.may(step, current.parties) else { throw Refusal.forbidden }
    let issue = try current.issue.taking(
      step, typed: typed, reason: act.reason, isConfided: current.parties.confidedTo != nil)
    try save([(current, issue)], by: act, as: viewer)
    if step == .resolve { try learn(from: current, issue, by: act, as: viewer) }
  }

  /// Gives many issues new values, each from the version named, all or none. Returns how many
  /// changed. Throws ``Refusal/conflict(current:)`` when somebody was faster with one of them.
  public func changeIssues(
    _ change: IssueBulkChange, of versions: [Int: Int], by act: Act, as viewer: Viewer
  ) throws -> Int {
    let found = try lockIssues(Array(versions.keys), as: viewer)
    guard found.count == versions.count else { throw Refusal.conflict(current: 0) }
    let changes = try found.map { stored in
      guard stored.version == versions[stored.number] else {
        throw Refusal.conflict(current: stored.version)
      }
      guard viewer.mayChange(stored.parties) else { throw Refusal.forbidden }
      return (stored, try change.applied(to: stored.issue))
    }
    return try save(changes, by: act, as: viewer)
  }

  /// Reads the issues behind their locks; those that the viewer may not change are read without.
  private func lockIssues(_ numbers: [Int], as viewer: Viewer) throws -> [StoredIssue] {
    _ = try query(
      "SELECT id FROM issue WHERE number = ANY (\(numbers)) ORDER BY number FOR UPDATE"
    ) { row in try row.next(UUID.self) }
    return try issues(numbers, as: viewer)
  }

  private func lockIssue(
    _ number: Int, expecting version: Int, as viewer: Viewer
  ) throws -> StoredIssue {
    guard let current = try lockIssues([number], as: viewer).first else { throw Refusal.notFound }
    guard viewer.mayChange(current.parties) else { throw Refusal.forbidden }
    guard current.version == version else { throw Refusal.conflict(current: current.version) }
    return current
  }

  /// Writes what differs, and returns how many did.
  @discardableResult
  private func save(
    _ changes: [(from: StoredIssue, to: Issue)], by act: Act, as viewer: Viewer
  ) throws -> Int {
    let names = try names(in: changes.map(\.to), as: viewer)
    let writes = try changes.map { current, issue in
      let isOpening = current.issue.state == .concern && issue.state == .untriaged
      return IssueWrite(
        id: current.id, earlier: current, named: try names.resolve(issue, from: current),
        confidedTo: isOpening ? nil : current.parties.confidedTo)
    }.filter { !$0.changes.isEmpty }
    guard !writes.isEmpty else { return 0 }
    try writeParts(of: writes, as: viewer)
    try update(writes, as: viewer)
    try writeWords(of: writes.map(\.id.uuid))
    let drafts = writes.compactMap { write in
      write.earlier.map { write.journal(number: $0.number) }
    }
    try record(
      drafts, of: viewer.organisation, named: viewer.organisationName, by: act, as: viewer)
    for write in writes {
      guard let number = write.earlier?.number else { continue }
      try tell(of: write, number, as: viewer)
      try watch(write, number, as: viewer)
    }
    return writes.count
  }
}
