import Foundation
import Postgres
import Programme

extension Connection {
  /// Adds a milestone of a party and returns its identity. Throws ``Refusal/forbidden`` for another
  /// party's, ``Refusal/invalid(_:)`` when the party does not take part, the owner acts for another
  /// one, or the plan is full.
  public func addMilestone(
    _ milestone: Milestone, of party: ID<Organisation>, owner: ID<Person>? = nil, by act: Act,
    as viewer: Viewer
  ) throws -> ID<Milestone> {
    guard viewer.mayKeep(recordOf: party) else { throw Refusal.forbidden }
    try lockPlan(as: viewer)
    guard let row = try parties(as: viewer).first(where: { $0.id == party }) else {
      throw MilestoneRefusal.unknownParty
    }
    let count = try first(
      """
      SELECT count(*) FROM milestone
      WHERE programme_id = \(viewer.programme.uuid) AND withdrawn_at IS NULL
      """
    ) { row in try row.next(Int.self) }
    guard (count ?? 0) < MilestoneLimit.inProgramme else { throw MilestoneRefusal.full }
    let write = MilestoneWrite(
      id: .random(), party: party, partyName: row.name, earlier: nil, milestone: milestone,
      owner: try self.owner(owner, of: party, as: viewer))
    try insert(write, as: viewer)
    try record([write.journal], of: party, named: row.name, by: act, as: viewer)
    return write.id
  }

  /// Changes what a milestone is, and not its days, from the version named; a change of nothing
  /// makes no version. Returns the version it is at then. Throws ``Refusal/conflict(current:)`` when
  /// somebody was faster, ``Refusal/notFound``, ``Refusal/forbidden``, and ``Refusal/invalid(_:)``
  /// for one that was withdrawn or an owner of another party.
  @discardableResult
  public func changeMilestone(
    _ id: ID<Milestone>, expecting version: Int, to milestone: Milestone, owner: ID<Person>?,
    by act: Act, as viewer: Viewer
  ) throws -> Int {
    let current = try lockMilestone(id, expecting: version, as: viewer)
    var changed = current.milestone
    changed.title = milestone.title
    changed.description = milestone.description
    changed.office = milestone.office
    let write = MilestoneWrite(
      current, changed, owner: try self.owner(owner, of: current.party, as: viewer))
    guard !write.journal.changes.isEmpty else { return version }
    try update(write, as: viewer)
    try record([write.journal], of: write.party, named: write.partyName, by: act, as: viewer)
    return write.version
  }

  /// Withdraws a milestone, with the reason of the act: it leaves the plan and stays with its
  /// history. Throws as ``changeMilestone(_:expecting:to:owner:by:as:)`` does, and
  /// ``Refusal/invalid(_:)`` without a reason.
  public func withdrawMilestone(
    _ id: ID<Milestone>, expecting version: Int, by act: Act, as viewer: Viewer
  ) throws {
    guard !TrimmedText.of(act.reason).isEmpty else { throw MilestoneRefusal.noReason }
    let current = try lockMilestone(id, expecting: version, as: viewer)
    try execute(
      """
      UPDATE milestone SET withdrawn_at = scope_now(), changed_at = scope_now(),
        version = version + 1
      WHERE id = \(id.uuid) AND programme_id = \(viewer.programme.uuid)
      """)
    try settleWarnings(of: [id], because: "The milestone was withdrawn", as: viewer)
    let entry = JournalDraft(
      kind: "milestone", record: id.uuid, label: current.milestone.title, version: version + 1,
      visibility: .published,
      changes: [FieldChange(field: "withdrawn", label: "Withdrawn", before: "no", after: "yes")])
    try record([entry], of: current.party, named: current.partyName, by: act, as: viewer)
  }

  private func owner(
    _ person: ID<Person>?, of party: ID<Organisation>, as viewer: Viewer
  ) throws -> MilestoneOwner? {
    guard let person else { return nil }
    guard let found = try participants(of: party, as: viewer).first(where: { $0.id == person })
    else { throw MilestoneRefusal.foreignOwner }
    return MilestoneOwner(id: found.id, name: found.name)
  }

}

extension MilestoneWrite {
  /// A change of a stored milestone; the owner stays unless another is given.
  init(_ current: StoredMilestone, _ milestone: Milestone, owner: MilestoneOwner?) {
    self.init(
      id: current.id, party: current.party, partyName: current.partyName, earlier: current,
      milestone: milestone, owner: owner)
  }
}
