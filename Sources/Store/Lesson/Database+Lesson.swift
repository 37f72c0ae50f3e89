import Foundation
import Postgres
import Programme

extension Connection {
  /// One page of lessons across all parties, the newest first, with how many match.
  public func lessonPage(_ filter: LessonFilter, as viewer: Viewer) throws -> LessonPage {
    let limit = min(max(1, filter.limit), LessonFilter.limitMaximum)
    let matching = filter.condition(as: viewer)
    let rows = try lessons(
      where: "\(matching)\(filter.afterCondition)", limit: limit + 1, as: viewer)
    let count = try first("SELECT count(*) FROM lesson l WHERE \(matching)") { row in
      try row.next(Int.self)
    }
    let shown = Array(rows.prefix(limit))
    let last = rows.count > limit ? shown.last : nil
    return LessonPage(
      rows: shown.map(\.lesson), count: count ?? 0,
      next: last.map { LessonCursor(microseconds: $0.microseconds, id: $0.lesson.id) })
  }

  /// One lesson, withdrawn or not; nil when there is none.
  public func lesson(_ id: ID<Lesson>, as viewer: Viewer) throws -> StoredLesson? {
    try lessons(
      where: "l.id = \(id.uuid) AND \(LessonFilter.scope(as: viewer))", limit: 1, as: viewer
    ).first?.lesson
  }

  /// What happened to a lesson, as far as the viewer knows of it, newest first.
  public func history(of lesson: ID<Lesson>, as viewer: Viewer) throws -> [JournalEntry] {
    try entries(
      where: "e.record_id = \(lesson.uuid) AND e.kind = 'lesson' AND \(viewer.knows("e"))",
      limit: JournalFilter.limitMaximum)
  }

  private func lessons(
    where condition: SQL, limit: Int, as viewer: Viewer
  ) throws -> [(lesson: StoredLesson, microseconds: Int64)] {
    try query(
      """
      SELECT l.id, l.version, l.title, l.kind, l.learnt, l.advice, l.cause, l.is_named,
        l.organisation_id, o.name, l.made_at, l.changed_at, l.withdrawn_at, i.number,
        (extract(epoch FROM l.made_at) * 1000000)::bigint
      FROM lesson l JOIN organisation o ON o.id = l.organisation_id
        LEFT JOIN issue i ON i.id = l.issue_id
      WHERE \(condition)
      ORDER BY l.made_at DESC, l.id DESC
      LIMIT \(limit)
      """
    ) { row in (try StoredLesson(&row, as: viewer), try row.next(Int64.self)) }
  }
}

extension LessonFilter {
  /// The lessons of the programme.
  static func scope(as viewer: Viewer) -> SQL {
    guard viewer.may(.readProgramme) else { return "false" }
    return "l.programme_id = \(viewer.programme.uuid)"
  }

  func condition(as viewer: Viewer) -> SQL {
    var conditions: [SQL] = [LessonFilter.scope(as: viewer), "l.withdrawn_at IS NULL"]
    if let kind { conditions.append("l.kind = \(kind.rawValue)") }
    if let cause { conditions.append("l.cause = \(cause.rawValue)") }
    for word in words.split(separator: " ").prefix(IssueLimit.words) {
      conditions.append("strpos(l.search_text, lower(\(String(word)))) > 0")
    }
    return conditions.joined(separator: " AND ")
  }

  var afterCondition: SQL {
    guard let after else { return "" }
    let moment = Instant(microsecondsSinceEpoch: after.microseconds)
    return " AND (l.made_at, l.id) < (\(moment)::timestamptz, \(after.id.uuid))"
  }
}

extension StoredLesson {
  fileprivate init(_ row: inout RowReader, as viewer: Viewer) throws {
    id = ID(try row.next())
    version = try row.next()
    var lesson = Lesson(
      title: try row.next(), kind: try row.choice(Lesson.Kind.self), learnt: try row.next(),
      advice: try row.next(), cause: try row.optionalChoice(IssueCause.self))
    lesson.isNamed = try row.next()
    self.lesson = lesson
    party = ID(try row.next())
    let name = try row.next(String.self)
    partyName = lesson.isNamed || viewer.mayKeep(recordOf: party) ? name : nil
    madeAt = try row.next(Instant.self).date
    changedAt = try row.next(Instant.self).date
    withdrawnAt = try row.next(Instant?.self)?.date
    issueNumber = try row.next(Int?.self)
  }
}
