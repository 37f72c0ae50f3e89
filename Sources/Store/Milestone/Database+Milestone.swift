import Foundation
import Postgres
import Programme

extension Connection {
  /// One milestone, withdrawn or not; nil when it is not there or not within sight.
  public func milestone(_ id: ID<Milestone>, as viewer: Viewer) throws -> StoredMilestone? {
    try storedMilestones(where: "m.id = \(id.uuid)", limit: 1, as: viewer).first
  }

  /// The milestones of the plan, soonest first: of one party, or of all.
  public func milestones(
    of party: ID<Organisation>? = nil, as viewer: Viewer
  ) throws -> [StoredMilestone] {
    let whose: SQL = party.map { " AND m.organisation_id = \($0.uuid)" } ?? ""
    return try storedMilestones(
      where: "m.withdrawn_at IS NULL\(whose)", limit: MilestoneLimit.inProgramme, as: viewer)
  }

  /// What happened to one milestone within sight, newest first.
  public func history(of milestone: ID<Milestone>, as viewer: Viewer) throws -> [JournalEntry] {
    try journal(
      where: "e.record_id = \(milestone.uuid) AND e.kind = 'milestone'",
      limit: JournalFilter.limitMaximum, as: viewer)
  }

  /// The days of the whole plan and what needs what.
  public func milestonePlan(as viewer: Viewer) throws -> MilestonePlan {
    guard viewer.may(.readProgramme) else { return MilestonePlan([], needs: []) }
    let entries = try query(
      """
      SELECT m.id, m.due_day, m.actual_day IS NOT NULL FROM milestone m
      WHERE m.programme_id = \(viewer.programme.uuid) AND m.withdrawn_at IS NULL
      ORDER BY m.due_day, m.id
      LIMIT \(MilestoneLimit.inProgramme)
      """
    ) { row in
      MilestonePlan.Entry(
        id: ID(try row.next()), day: try row.day(), isAchieved: try row.next())
    }
    let needs = try query(
      """
      SELECT d.milestone_id, d.needs_id, d.lag_days FROM milestone_dependency d
      WHERE d.programme_id = \(viewer.programme.uuid) ORDER BY d.milestone_id, d.needs_id
      """
    ) { row in
      MilestonePlan.Need(
        milestone: ID(try row.next()), needs: ID(try row.next()), lagDays: try row.next())
    }
    return MilestonePlan(entries, needs: needs)
  }

  /// Milestones with their party, owner and standing warning, in one query, soonest first.
  func storedMilestones(
    where condition: SQL, limit: Int, as viewer: Viewer
  ) throws -> [StoredMilestone] {
    guard viewer.may(.readProgramme) else { return [] }
    return try query(
      """
      SELECT m.id, m.version, m.changed_at, m.organisation_id, o.name, o.code, m.withdrawn_at,
        m.title, m.description, m.office, m.baseline_day, m.forecast_day, m.actual_day,
        m.slip_reason, m.owner_id, p.name, w.raised_at, w.raised_by, w.days_late, w.likelihood,
        w.reason
      FROM milestone m JOIN organisation o ON o.id = m.organisation_id
        LEFT JOIN person p ON p.id = m.owner_id
        LEFT JOIN early_warning w ON w.milestone_id = m.id AND w.settled_at IS NULL
      WHERE \(condition) AND m.programme_id = \(viewer.programme.uuid)
      ORDER BY m.due_day, m.id
      LIMIT \(limit)
      """, StoredMilestone.init)
  }
}
