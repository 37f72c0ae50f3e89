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
    let (_, moved) = try checkedMove(
      id, expecting: version, to: day, because: reason, as: viewer)
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

  /// Moves milestones as the parties agreed, whoever keeps them: plan and forecast both, in the
  /// transaction of the decision; the old days are kept and journalled. The parties of what the moves
  /// push are told. Throws ``Refusal/invalid(_:)`` naming the first that is withdrawn, achieved or no
  /// longer expected on the day that the change was proposed upon.
  public func moveMilestones(
    _ moves: [MilestoneMove], because reason: String, by act: Act, as viewer: Viewer
  ) throws {
    guard viewer.may(.takePart) else { throw Refusal.forbidden }
    guard !moves.isEmpty else { return }
    try lockPlan(as: viewer)
    let found = try storedMilestones(
      where: "m.id = ANY (\(moves.map(\.milestone.uuid)))", limit: MilestoneLimit.inProgramme,
      as: viewer)
    let byID = Dictionary(found.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
    let changes = try moves.map { move in
      guard let stored = byID[move.milestone] else { throw Refusal.notFound }
      let milestone = stored.milestone
      guard stored.isPlanned, milestone.actual == nil, milestone.forecast == move.from else {
        throw MilestoneRefusal.moved(stored, from: move.from)
      }
      var agreed = milestone.moved(to: move.to, because: reason)
      agreed.baseline = move.to
      return (stored, agreed)
    }
    let days = Dictionary(moves.map { ($0.milestone, $0.to) }, uniquingKeysWith: { $1 })
    let pushes = try milestonePlan(as: viewer).effect(of: days)
    try execute("SELECT set_config('app.agreed', 'true', true)")
    try apply(changes, because: reason, by: act, as: viewer)
    try execute("SELECT set_config('app.agreed', '', true)")
    if let first = found.first {
      try tell(of: pushed(pushes, as: viewer), movedBy: first, by: act, as: viewer)
    }
  }
}
