import Foundation
import Postgres
import Programme

extension Connection {
  /// What it would move if a milestone moved to a day. Throws ``Refusal/notFound``.
  public func effect(
    ofMoving id: ID<Milestone>, to day: Programme.Day, as viewer: Viewer
  ) throws -> MilestoneEffect {
    guard let stored = try milestone(id, as: viewer) else { throw Refusal.notFound }
    let pushes = try milestonePlan(as: viewer).effect(of: [id: day])
    let pushed = try self.pushed(pushes, as: viewer)
    let moves =
      [(stored, day)] + pushed.map { ($0.milestone, $0.day) }
    return MilestoneEffect(
      milestone: stored, day: day, pushed: pushed,
      benefits: try delayed(by: moves, as: viewer))
  }

  /// Pushes with the milestones they are of.
  func pushed(
    _ pushes: [MilestonePlan.Push], as viewer: Viewer
  ) throws -> [PushedMilestone] {
    guard !pushes.isEmpty else { return [] }
    let ids = pushes.flatMap { [$0.id.uuid, $0.because.uuid] }
    let found = try storedMilestones(
      where: "m.id = ANY (\(ids))", limit: MilestoneLimit.inProgramme, as: viewer)
    let byID = Dictionary(found.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
    return pushes.compactMap { push in
      byID[push.id].map {
        PushedMilestone(
          milestone: $0, day: push.day, days: push.days,
          because: byID[push.because]?.milestone.title ?? "")
      }
    }
  }

  /// The benefits behind some milestones that move, each once: of several that it waits for, the
  /// latest counts.
  private func delayed(
    by moves: [(milestone: StoredMilestone, day: Programme.Day)], as viewer: Viewer
  ) throws -> [DelayedBenefit] {
    let later = moves.filter { $0.day > $0.milestone.milestone.day }
    let byID = Dictionary(later.map { ($0.milestone.id, $0) }, uniquingKeysWith: { $1 })
    var latest: [ID<Benefit>: DelayedBenefit] = [:]
    var order: [ID<Benefit>] = []
    for benefit in try benefits(waitingFor: later.map(\.milestone.id), as: viewer) {
      guard let move = byID[benefit.milestone] else { continue }
      let delayed = DelayedBenefit(
        benefit: benefit, title: move.milestone.milestone.title,
        from: move.milestone.milestone.day, to: move.day)
      if let known = latest[benefit.id], known.to >= delayed.to { continue }
      if latest.updateValue(delayed, forKey: benefit.id) == nil { order.append(benefit.id) }
    }
    return order.compactMap { latest[$0] }
  }
}
