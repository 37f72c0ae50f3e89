import Foundation
import Postgres
import Programme

extension Connection {
  /// Records that a milestone waits for another, with so many days between the two; the days of a
  /// need that is there are changed. Throws ``Refusal/notFound``, ``Refusal/forbidden``, or
  /// ``Refusal/invalid(_:)`` when it would close a circle (each milestone of it is named), what is
  /// needed is not in the plan, or the milestone needs too many.
  public func addNeed(
    _ needed: ID<Milestone>, of id: ID<Milestone>, lagDays: Int, by act: Act, as viewer: Viewer
  ) throws {
    let current = try lockMilestone(id, as: viewer)
    guard let other = try milestone(needed, as: viewer), other.isPlanned else {
      throw MilestoneRefusal.need("a milestone of the plan")
    }
    guard MilestoneLimit.lagDays.contains(lagDays) else {
      throw MilestoneRefusal.need("at most \(MilestoneLimit.lagDays.upperBound) days between")
    }
    let plan = try milestonePlan(as: viewer)
    let own = plan.needs[id] ?? []
    guard own.count < MilestoneLimit.needs || own.contains(where: { $0.needs == needed }) else {
      throw MilestoneRefusal.need("at most \(MilestoneLimit.needs) milestones")
    }
    let need = MilestonePlan.Need(milestone: id, needs: needed, lagDays: lagDays)
    if let way = plan.cycle(adding: need) {
      throw MilestoneRefusal.cycle(try titles(way, as: viewer))
    }
    let before = own.first { $0.needs == needed }?.lagDays
    guard before != lagDays else { return }
    try removeNeedRow(needed, of: id, as: viewer)
    try execute(
      """
      INSERT INTO milestone_dependency (programme_id, organisation_id, milestone_id, needs_id,
        lag_days)
      VALUES (\(viewer.programme.uuid), \(current.party.uuid), \(id.uuid), \(needed.uuid),
        \(lagDays))
      """)
    try recordNeed(of: current, other, before: before, after: lagDays, by: act, as: viewer)
  }

  /// A milestone waits for another no longer; one that does not wait for it stays as it is. Throws as
  /// ``addNeed(_:of:lagDays:by:as:)`` does.
  public func removeNeed(
    _ needed: ID<Milestone>, of id: ID<Milestone>, by act: Act, as viewer: Viewer
  ) throws {
    let current = try lockMilestone(id, as: viewer)
    guard let other = try milestone(needed, as: viewer) else { throw Refusal.notFound }
    guard let lag = try removeNeedRow(needed, of: id, as: viewer) else { return }
    try recordNeed(of: current, other, before: lag, after: nil, by: act, as: viewer)
  }

  /// The days of the need that went; nil when there was none.
  @discardableResult
  private func removeNeedRow(
    _ needed: ID<Milestone>, of id: ID<Milestone>, as viewer: Viewer
  ) throws -> Int? {
    try first(
      """
      DELETE FROM milestone_dependency
      WHERE milestone_id = \(id.uuid) AND needs_id = \(needed.uuid)
        AND programme_id = \(viewer.programme.uuid)
      RETURNING lag_days
      """
    ) { row in try row.next(Int.self) }
  }

  private func recordNeed(
    of current: StoredMilestone, _ other: StoredMilestone, before: Int?, after: Int?, by act: Act,
    as viewer: Viewer
  ) throws {
    func words(_ lag: Int?) -> String {
      guard let lag else { return "" }
      return other.words + (lag == 0 ? "" : ", \(lag) days before")
    }
    let change = FieldChange(
      field: "needs", label: "Needs", before: words(before), after: words(after))
    let entry = current.journal(of: [change])
    try record([entry], of: current.party, named: current.partyName, by: act, as: viewer)
  }

  private func titles(_ ids: [ID<Milestone>], as viewer: Viewer) throws -> [String] {
    let found = try storedMilestones(
      where: "m.id = ANY (\(ids.map(\.uuid)))", limit: MilestoneLimit.inProgramme, as: viewer)
    let titles = Dictionary(found.map { ($0.id, $0.milestone.title) }, uniquingKeysWith: { $1 })
    return ids.compactMap { titles[$0] }
  }
}
