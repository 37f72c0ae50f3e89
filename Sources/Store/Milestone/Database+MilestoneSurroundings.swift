import Foundation
import Postgres
import Programme

extension Connection {
  /// All that is known around one milestone: a query for each kind of thing.
  public func surroundings(
    of id: ID<Milestone>, as viewer: Viewer
  ) throws -> MilestoneSurroundings {
    let plan = try milestonePlan(as: viewer)
    let needs = try lags(of: id, as: viewer)
    let ids = needs.map(\.other.uuid)
    let others = try storedMilestones(
      where: "m.id = ANY (\(ids))", limit: MilestoneLimit.inProgramme, as: viewer)
    let byID = Dictionary(others.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
    func ends(_ isNeeded: Bool) -> [NeededMilestone] {
      needs.filter { $0.isNeeded == isNeeded }.compactMap { need in
        byID[need.other].map { NeededMilestone(milestone: $0, lagDays: need.lagDays) }
      }.sorted { $0.milestone.milestone.day < $1.milestone.milestone.day }
    }
    return MilestoneSurroundings(
      needs: ends(true).reversed(), neededBy: ends(false),
      benefits: try benefits(waitingFor: [id], as: viewer), moves: try moves(of: id, as: viewer),
      warnings: try warnings(of: id, as: viewer), stuck: plan.stuck)
  }

  /// The needs that a milestone has and those that others have of it.
  private func lags(of id: ID<Milestone>, as viewer: Viewer) throws -> [MilestoneLag] {
    try query(
      """
      SELECT d.milestone_id = \(id.uuid),
        CASE WHEN d.milestone_id = \(id.uuid) THEN d.needs_id ELSE d.milestone_id END, d.lag_days
      FROM milestone_dependency d
      WHERE d.programme_id = \(viewer.programme.uuid)
        AND (d.milestone_id = \(id.uuid) OR d.needs_id = \(id.uuid))
      ORDER BY d.milestone_id, d.needs_id
      """
    ) { row in
      MilestoneLag(
        isNeeded: try row.next(), other: ID(try row.next()), lagDays: try row.next())
    }
  }

}

/// One end of a need, seen from the other.
private struct MilestoneLag: Sendable {
  /// Whether the other one is needed, else it is the one that waits.
  let isNeeded: Bool
  let other: ID<Milestone>
  let lagDays: Int
}
