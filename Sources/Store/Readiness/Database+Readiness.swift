import Foundation
import Postgres
import Programme

extension Connection {
  /// How ready each council is; one that never answered is left out.
  public func readiness(
    of council: ID<Organisation>? = nil, as viewer: Viewer
  ) throws -> [ID<Organisation>: StoredReadiness] {
    guard viewer.may(.readProgramme) else { return [:] }
    let rows = try query(
      """
      SELECT r.organisation_id, r.version, r.changed_at, r.readiness_check, r.standing, r.day,
        r.note
      FROM readiness_answer r
      WHERE r.programme_id = \(viewer.programme.uuid)
        AND (r.organisation_id = \(council?.uuid as UUID?) OR \(council == nil))
      ORDER BY r.organisation_id, r.readiness_check
      """, AnswerRow.init)
    return Dictionary(grouping: rows, by: \.council).mapValues { rows in
      StoredReadiness(
        version: rows.map(\.version).max() ?? 0, changedAt: rows.map(\.changedAt).max(),
        readiness: Readiness(
          Dictionary(rows.map { ($0.check, $0.answer) }, uniquingKeysWith: { $1 })))
    }
  }

  /// Keeps what a council says of its readiness, upon the version named. Returns the version it is
  /// at then. Throws ``Refusal/notFound`` for no council, ``Refusal/forbidden``,
  /// ``Refusal/conflict(current:)`` when somebody was faster, or ``Refusal/invalid(_:)``.
  @discardableResult
  public func saveReadiness(
    _ readiness: Readiness, of council: ID<Organisation>, expecting version: Int, by act: Act,
    as viewer: Viewer
  ) throws -> Int {
    let party = try lockShare(of: council, as: viewer)
    guard party.kind == .council else { throw Refusal.notFound }
    let current = try self.readiness(of: council, as: viewer)[council] ?? StoredReadiness()
    guard current.version == version else { throw Refusal.conflict(current: current.version) }
    let problems = readiness.problems(today: try today())
    guard problems.isEmpty else { throw Refusal.invalid(problems) }
    let changes = readiness.changes(since: current.readiness)
    guard !changes.isEmpty else { return version }
    for check in ReadinessCheck.answered {
      try write(readiness[check], of: check, council, version: version + 1, as: viewer)
    }
    try record(
      "readiness", council.uuid, "Readiness of \(party.name)", version: version + 1,
      changes: changes, of: council, named: party.name, by: act, as: viewer)
    return version + 1
  }

  private func write(
    _ answer: ReadinessAnswer, of check: ReadinessCheck, _ council: ID<Organisation>,
    version: Int, as viewer: Viewer
  ) throws {
    try execute(
      """
      INSERT INTO readiness_answer (programme_id, organisation_id, readiness_check, version,
        changed_at, standing, day, note)
      VALUES (\(viewer.programme.uuid), \(council.uuid), \(check.rawValue), \(version),
        scope_now(), \(answer.standing.rawValue), \(answer.day.column), \(answer.note))
      ON CONFLICT (programme_id, organisation_id, readiness_check) DO UPDATE SET
        version = excluded.version, changed_at = excluded.changed_at,
        standing = excluded.standing, day = excluded.day, note = excluded.note
      """)
  }
}

/// One answer with what stands beside it.
private struct AnswerRow {
  let council: ID<Organisation>
  let version: Int
  let changedAt: Date
  let check: ReadinessCheck
  let answer: ReadinessAnswer

  init(_ row: inout RowReader) throws {
    council = ID(try row.next())
    version = try row.next()
    changedAt = try row.next(Instant.self).date
    check = try row.choice(ReadinessCheck.self)
    answer = ReadinessAnswer(
      standing: try row.choice(ReadinessStanding.self), day: try row.optionalDay(),
      note: try row.next())
  }
}
