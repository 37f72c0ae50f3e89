import Foundation
import Postgres
import Programme

extension Connection {
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
