import Foundation
import Postgres
import Programme

extension Connection {
  /// The activities of the programme with everybody's part, by title.
  public func activities(as viewer: Viewer) throws -> [StoredActivity] {
    try activities(where: "a.withdrawn_at IS NULL", as: viewer)
  }

  /// One activity, withdrawn or not; nil when it is not there.
  public func activity(_ id: ID<Activity>, as viewer: Viewer) throws -> StoredActivity? {
    try activities(where: "a.id = \(id.uuid)", as: viewer).first
  }

  /// Activities with their parts: one query for each of the two.
  private func activities(where condition: SQL, as viewer: Viewer) throws -> [StoredActivity] {
    guard viewer.may(.readProgramme) else { return [] }
    var activities = try query(
      """
      SELECT a.id, a.version, a.changed_at, a.withdrawn_at, a.title, a.description
      FROM activity a WHERE \(condition) AND a.programme_id = \(viewer.programme.uuid)
      ORDER BY lower(a.title), a.id
      LIMIT \(ProgrammeLimit.activities)
      """
    ) { row in
      StoredActivity(
        id: ID(try row.next()), version: try row.next(),
        changedAt: try row.next(Instant.self).date,
        withdrawnAt: try row.next(Instant?.self)?.date,
        activity: Activity(title: try row.next(), description: try row.next()))
    }
    let parts = try assignments(of: activities.map(\.id.uuid))
    for place in activities.indices {
      activities[place].assignments = parts[activities[place].id] ?? [:]
    }
    return activities
  }

  private func assignments(
    of activities: [UUID]
  ) throws -> [ID<Activity>: [ID<Organisation>: StoredActivity.Assignment]] {
    let rows = try query(
      """
      SELECT r.activity_id, r.organisation_id, r.part, r.confirmed_at, r.confirmed_by
      FROM responsibility r WHERE r.activity_id = ANY (\(activities))
      ORDER BY r.activity_id, r.organisation_id
      """
    ) { row in
      (
        ID<Activity>(try row.next()), ID<Organisation>(try row.next()),
        StoredActivity.Assignment(
          part: try row.choice(ResponsibilityPart.self),
          confirmedAt: try row.next(Instant?.self)?.date, confirmedBy: try row.next())
      )
    }
    return Dictionary(grouping: rows, by: \.0).mapValues { rows in
      Dictionary(rows.map { ($0.1, $0.2) }, uniquingKeysWith: { $1 })
    }
  }
}
