import Foundation
import Postgres
import Programme

extension Connection {
  /// Moves the forecast of a milestone that is still at the version named, as the effect was
  /// confirmed; other parties' days are never changed. A warning that stands of it is settled.
  /// Throws ``Refusal/conflict(current:)`` when the milestone was changed meanwhile, or is at that
  /// version and its effect is another now; ``Refusal/notFound``, ``Refusal/forbidden``, and
  /// ``Refusal/invalid(_:)`` for a day before what it needs, or later without a reason.
  public func moveMilestone(
    _ id: ID<Milestone>, expecting version: Int, as slip: MilestoneSlip, by act: Act,
    as viewer: Viewer
  ) throws {
    try lockPlan(as: viewer)
    let (current, moved) = try checkedMove(
      id, expecting: version, to: slip.day, because: slip.reason, as: viewer)
    let effect = try effect(ofMoving: id, to: moved.forecast, as: viewer)
    guard effect.fingerprint == slip.seeing else { throw Refusal.conflict(current: version) }
    var moves = [(current, moved)]
    if slip.movesOwn {
      moves += effect.own.map { pushed in
        let because = "It waits for “\(pushed.because)”. \(moved.slipReason)"
        return (
          pushed.milestone,
          pushed.milestone.milestone.moved(
            to: pushed.day, because: String(because.prefix(RecordLimit.noteCharacters)))
        )
      }
    }
    try apply(moves, because: slip.reason, by: act, as: viewer)
    if slip.tells { try tell(of: effect.others, movedBy: current, by: act, as: viewer) }
  }

  /// What it would move, with everything that stands against the move; nothing is saved. Throws as
  /// ``moveMilestone(_:expecting:as:by:as:)`` does.
  public func checkMove(
    of id: ID<Milestone>, expecting version: Int, to day: String, because reason: String,
    as viewer: Viewer
  ) throws -> MilestoneEffect {
    let (_, moved) = try checkedMove(id, expecting: version, to: day, because: reason, as: viewer)
    return try effect(ofMoving: id, to: moved.forecast, as: viewer)
  }

  private func checkedMove(
    _ id: ID<Milestone>, expecting version: Int, to day: String, because reason: String,
    as viewer: Viewer
  ) throws -> (StoredMilestone, Milestone) {
    let current = try keptMilestone(id, expecting: version, as: viewer)
    let earliest = try earliestDay(of: id, as: viewer)
    return (
      current, try current.milestone.moved(to: day, because: reason, earliest: earliest)
    )
  }

  /// The day before which a milestone cannot be expected, with what it waits for; nil when it needs
  /// nothing.
  public func earliestDay(of id: ID<Milestone>, as viewer: Viewer) throws -> EarliestDay? {
    guard let earliest = try milestonePlan(as: viewer).earliest(id),
      let needed = try milestone(earliest.need.needs, as: viewer)
    else { return nil }
    let lag = earliest.need.lagDays
    let lagWords = lag == 0 ? "" : ", and \(lag) days must lie between"
    return EarliestDay(
      day: earliest.day, waitsFor: "\(needed.words), \(needed.milestone.day.words)\(lagWords)")
  }
}
