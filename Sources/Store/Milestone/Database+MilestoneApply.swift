import Foundation
import Postgres
import Programme

extension Connection {
  /// Records on which day a milestone was done. Throws as
  /// ``moveMilestone(_:expecting:as:by:as:)`` does, and for a day that has not come.
  public func achieveMilestone(
    _ id: ID<Milestone>, expecting version: Int, on day: String, by act: Act, as viewer: Viewer
  ) throws {
    let current = try lockMilestone(id, expecting: version, as: viewer)
    try save(current.milestone.achieved(on: day, today: today()), of: current, by: act, as: viewer)
    try settleWarnings(of: [id], because: "It was achieved", as: viewer)
  }

  /// Takes back that a milestone was done, with the reason of the act.
  public func reopenMilestone(
    _ id: ID<Milestone>, expecting version: Int, by act: Act, as viewer: Viewer
  ) throws {
    guard !TrimmedText.of(act.reason).isEmpty else { throw MilestoneRefusal.noReason }
    let current = try lockMilestone(id, expecting: version, as: viewer)
    try save(current.milestone.reopened(), of: current, by: act, as: viewer)
  }

  /// Gives a milestone another day in the plan, with the reason of the act; the old day is kept.
  /// Throws ``Refusal/forbidden`` for everybody but the co-ordinator.
  public func replanMilestone(
    _ id: ID<Milestone>, expecting version: Int, to day: String, by act: Act, as viewer: Viewer
  ) throws {
    let current = try lockMilestone(id, expecting: version, as: viewer)
    guard viewer.may(.coordinate) else { throw Refusal.forbidden }
    guard !TrimmedText.of(act.reason).isEmpty else { throw MilestoneRefusal.noReason }
    let planned = try current.milestone.replanned(to: day)
    try apply([(current, planned)], because: act.reason, by: act, as: viewer)
  }

  /// Writes milestones with their new days, keeps the old ones and settles the warnings that spoke of
  /// them; the caller holds the plan's lock.
  func apply(
    _ moves: [(StoredMilestone, Milestone)], because reason: String, by act: Act,
    as viewer: Viewer
  ) throws {
    try save(
      moves.map { MilestoneWrite($0, $1, owner: $0.owner) }, by: act, as: viewer)
    for (stored, milestone) in moves {
      let before = stored.milestone
      if before.baseline != milestone.baseline {
        try keep(.baseline, of: stored, before.baseline, milestone.baseline, reason, act, viewer)
      }
      if before.forecast != milestone.forecast {
        try keep(.forecast, of: stored, before.forecast, milestone.forecast, reason, act, viewer)
      }
    }
    let moved = moves.filter { $0.0.milestone.forecast != $0.1.forecast }.map(\.0.id)
    try settleWarnings(of: moved, because: "The date was moved", as: viewer)
  }

  private func save(
    _ milestone: Milestone, of current: StoredMilestone, by act: Act, as viewer: Viewer
  ) throws {
    try save([MilestoneWrite(current, milestone, owner: current.owner)], by: act, as: viewer)
  }

  private func save(_ writes: [MilestoneWrite], by act: Act, as viewer: Viewer) throws {
    for write in writes {
      guard !write.journal.changes.isEmpty else { continue }
      try update(write, as: viewer)
      try record([write.journal], of: write.party, named: write.partyName, by: act, as: viewer)
    }
  }

  private func keep(
    _ what: StoredMove.What, of stored: StoredMilestone, _ from: Programme.Day,
    _ to: Programme.Day, _ reason: String, _ act: Act, _ viewer: Viewer
  ) throws {
    try execute(
      """
      INSERT INTO milestone_move (programme_id, organisation_id, milestone_id, number, what,
        from_day, to_day, because, moved_at, moved_by, act_id)
      SELECT \(viewer.programme.uuid), \(stored.party.uuid), \(stored.id.uuid),
        (SELECT coalesce(max(v.number), 0) + 1 FROM milestone_move v
          WHERE v.milestone_id = \(stored.id.uuid)),
        \(what.rawValue), \(from.description)::text::date, \(to.description)::text::date,
        \(reason), scope_now(), \(viewer.name), \(act.id)
      """)
  }
}
