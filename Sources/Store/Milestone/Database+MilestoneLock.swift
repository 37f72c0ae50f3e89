import Postgres
import Programme

extension Connection {
  /// One change of the plan at a time, so that two that are sound alone cannot close a circle
  /// together.
  func lockPlan(as viewer: Viewer) throws {
    try execute(
      """
      SELECT pg_advisory_xact_lock(
        hashtextextended('milestones ' || \(viewer.programme.description)::text, 0))
      """)
  }

  /// Locks the plan and reads a milestone that the viewer may keep, as it is behind the lock.
  func lockMilestone(
    _ id: ID<Milestone>, expecting version: Int? = nil, as viewer: Viewer
  ) throws -> StoredMilestone {
    try lockPlan(as: viewer)
    return try keptMilestone(id, expecting: version, as: viewer)
  }

  /// A milestone that the viewer may keep, at the version named.
  func keptMilestone(
    _ id: ID<Milestone>, expecting version: Int?, as viewer: Viewer
  ) throws -> StoredMilestone {
    guard let current = try milestone(id, as: viewer) else { throw Refusal.notFound }
    guard viewer.mayKeep(recordOf: current.party) else { throw Refusal.forbidden }
    if let version, current.stored.version != version {
      throw Refusal.conflict(current: current.stored.version)
    }
    guard current.isPlanned else { throw MilestoneRefusal.withdrawn }
    return current
  }
}
