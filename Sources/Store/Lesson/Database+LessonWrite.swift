import Foundation
import Postgres
import Programme

extension Connection {
  /// Records a lesson of the viewer's own party. Throws ``Refusal/forbidden`` for who takes no part.
  public func addLesson(_ lesson: Lesson, by act: Act, as viewer: Viewer) throws -> ID<Lesson> {
    guard viewer.may(.takePart) else { throw Refusal.forbidden }
    let id = ID<Lesson>.random()
    try insert(lesson, id, from: nil, as: viewer)
    try recordLesson(id, lesson, from: nil, version: 1, by: act, as: viewer)
    return id
  }

  /// Changes a lesson that is at the version named; a change of nothing makes no version. Returns
  /// the version it is at then. Throws ``Refusal/conflict(current:)``, ``Refusal/notFound`` and
  /// ``Refusal/forbidden``.
  @discardableResult
  public func changeLesson(
    _ id: ID<Lesson>, expecting version: Int, to lesson: Lesson, by act: Act, as viewer: Viewer
  ) throws -> Int {
    let current = try lockLesson(id, expecting: version, as: viewer)
    guard !lesson.changes(since: current.lesson).isEmpty else { return version }
    try execute(
      """
      UPDATE lesson SET version = version + 1, changed_at = scope_now(),
        kind = \(lesson.kind.rawValue), title = \(lesson.title), learnt = \(lesson.learnt),
        advice = \(lesson.advice), cause = \(lesson.cause?.rawValue as String?),
        is_named = \(lesson.isNamed)
      WHERE id = \(id.uuid)
      """)
    try recordLesson(
      id, lesson, from: current.lesson, version: version + 1, by: act, as: viewer)
    return version + 1
  }

  /// Takes a lesson back, with the reason of the act; it stays with its history. Throws as
  /// ``changeLesson(_:expecting:to:by:as:)`` does, and ``Refusal/invalid(_:)`` without a reason.
  public func withdrawLesson(
    _ id: ID<Lesson>, expecting version: Int, by act: Act, as viewer: Viewer
  ) throws {
    try DecisionReason.check(act.reason, "Say why it is withdrawn.")
    let current = try lockLesson(id, expecting: version, as: viewer)
    try execute(
      """
      UPDATE lesson SET version = version + 1, changed_at = scope_now(), withdrawn_at = scope_now()
      WHERE id = \(id.uuid)
      """)
    let change = FieldChange(field: "withdrawn", label: "Withdrawn", before: "no", after: "yes")
    try recordLesson(id, current.lesson, [change], version: version + 1, by: act, as: viewer)
  }

  /// Keeps what an issue taught when it is resolved: one lesson an issue, renewed when the issue is
  /// resolved again.
  func learn(
    from stored: StoredIssue, _ issue: Issue, by act: Act, as viewer: Viewer
  ) throws {
    let lesson = Lesson(of: issue)
    let earlier = try first(
      "SELECT id, version FROM lesson WHERE issue_id = \(stored.id.uuid)"
    ) { row in (ID<Lesson>(try row.next()), try row.next(Int.self)) }
    guard let (id, version) = earlier else {
      let id = ID<Lesson>.random()
      try insert(lesson, id, from: stored, as: viewer)
      return try recordLesson(id, lesson, from: nil, version: 1, by: act, as: viewer)
    }
    try execute(
      """
      UPDATE lesson SET version = version + 1, changed_at = scope_now(), title = \(lesson.title),
        learnt = \(lesson.learnt), advice = \(lesson.advice),
        cause = \(lesson.cause?.rawValue as String?)
      WHERE id = \(id.uuid)
      """)
    try recordLesson(id, lesson, from: nil, version: version + 1, by: act, as: viewer)
  }

  private func lockLesson(
    _ id: ID<Lesson>, expecting version: Int, as viewer: Viewer
  ) throws -> StoredLesson {
    _ = try query("SELECT id FROM lesson WHERE id = \(id.uuid) FOR UPDATE") { row in
      try row.next(UUID.self)
    }
    guard let current = try lesson(id, as: viewer) else { throw Refusal.notFound }
    guard viewer.mayChange(current) else { throw Refusal.forbidden }
    guard current.version == version else { throw Refusal.conflict(current: current.version) }
    return current
  }

  private func insert(
    _ lesson: Lesson, _ id: ID<Lesson>, from issue: StoredIssue?, as viewer: Viewer
  ) throws {
    try execute(
      """
      INSERT INTO lesson (id, programme_id, organisation_id, version, made_at, changed_at, issue_id,
        kind, title, learnt, advice, cause, is_named)
      VALUES (\(id.uuid), \(viewer.programme.uuid), \(viewer.organisation.uuid), 1, scope_now(),
        scope_now(), \(issue?.id.uuid as UUID?), \(lesson.kind.rawValue), \(lesson.title),
        \(lesson.learnt), \(lesson.advice), \(lesson.cause?.rawValue as String?),
        \(lesson.isNamed))
      """)
  }

  private func recordLesson(
    _ id: ID<Lesson>, _ lesson: Lesson, from earlier: Lesson?, version: Int, by act: Act,
    as viewer: Viewer
  ) throws {
    try recordLesson(
      id, lesson, lesson.changes(since: earlier), version: version, by: act, as: viewer)
  }

  /// The entry of a lesson that leaves its party out is in confidence: it names who wrote it.
  private func recordLesson(
    _ id: ID<Lesson>, _ lesson: Lesson, _ changes: [FieldChange], version: Int, by act: Act,
    as viewer: Viewer
  ) throws {
    try record(
      [
        JournalDraft(
          kind: "lesson", record: id.uuid, label: lesson.title, version: version,
          visibility: .published, changes: changes,
          confidedTo: lesson.isNamed ? nil : viewer.person)
      ], of: viewer.organisation, named: viewer.organisationName, by: act, as: viewer)
  }
}
