import Foundation
import Postgres
import Programme

extension Connection {
  /// Adds an objective of the programme. Throws ``Refusal/forbidden`` for all but the co-ordinator,
  /// or ``Refusal/invalid(_:)`` when the title is taken or there are too many.
  @discardableResult
  public func addObjective(
    _ objective: ProgrammeObjective, by act: Act, as viewer: Viewer
  ) throws -> ID<ProgrammeObjective> {
    try lockProgramme(as: viewer)
    guard try objectives(as: viewer).count < ProgrammeLimit.objectives else {
      throw Refusal.full(ProgrammeLimit.objectives, "Objectives")
    }
    try refuseTitle(objective, nil, as: viewer)
    let id = ID<ProgrammeObjective>.random()
    try execute(
      """
      INSERT INTO programme_objective (id, programme_id, organisation_id, version, changed_at,
        title, description)
      VALUES (\(id.uuid), \(viewer.programme.uuid), \(viewer.organisation.uuid), 1, scope_now(),
        \(objective.title), \(objective.description))
      """)
    try write(objective.targets, of: id, as: viewer)
    try record(
      objective, id, version: 1, objective.differences(since: nil), by: act, as: viewer)
    return id
  }

  /// Changes an objective that is still at the version named, with its targets; a change of nothing
  /// makes no version. Returns the version it is at then. Throws as
  /// ``addObjective(_:by:as:)`` does, ``Refusal/notFound``, and ``Refusal/conflict(current:)``.
  @discardableResult
  public func changeObjective(
    _ id: ID<ProgrammeObjective>, expecting version: Int, to objective: ProgrammeObjective,
    by act: Act, as viewer: Viewer
  ) throws -> Int {
    let current = try lockObjective(id, expecting: version, as: viewer)
    try refuseTitle(objective, id, as: viewer)
    let changes = objective.differences(since: current.objective)
    guard !changes.isEmpty else { return version }
    try execute(
      """
      UPDATE programme_objective SET version = version + 1, changed_at = scope_now(),
        title = \(objective.title), description = \(objective.description)
      WHERE id = \(id.uuid) AND programme_id = \(viewer.programme.uuid)
      """)
    try write(objective.targets, of: id, as: viewer)
    try record(objective, id, version: version + 1, changes, by: act, as: viewer)
    return version + 1
  }

  /// Withdraws an objective, with the reason of the act: benefits keep their words. Throws as
  /// ``changeObjective(_:expecting:to:by:as:)`` does.
  public func withdrawObjective(
    _ id: ID<ProgrammeObjective>, expecting version: Int, by act: Act, as viewer: Viewer
  ) throws {
    try Refusal.unlessReason(act)
    let current = try lockObjective(id, expecting: version, as: viewer)
    try execute(
      """
      UPDATE programme_objective SET withdrawn_at = scope_now(), changed_at = scope_now(),
        version = version + 1
      WHERE id = \(id.uuid) AND programme_id = \(viewer.programme.uuid)
      """)
    try record(
      current.objective, id, version: version + 1, [.withdrawn], by: act, as: viewer)
  }

  private func lockObjective(
    _ id: ID<ProgrammeObjective>, expecting version: Int, as viewer: Viewer
  ) throws -> StoredObjective {
    try lockProgramme(as: viewer)
    guard let current = try objective(id, as: viewer), current.withdrawnAt == nil else {
      throw Refusal.notFound
    }
    guard current.version == version else { throw Refusal.conflict(current: current.version) }
    return current
  }

  private func refuseTitle(
    _ objective: ProgrammeObjective, _ id: ID<ProgrammeObjective>?, as viewer: Viewer
  ) throws {
    let others = try objectives(as: viewer).filter { $0.id != id }.map(\.objective.title)
    try Refusal.ifTaken(
      objective.title, among: others, at: ProgrammeObjective.Field.title.rawValue, "Objective")
  }

  /// Replaces the targets; the caller holds the lock.
  private func write(
    _ targets: [TargetTerm: ObjectiveTarget], of id: ID<ProgrammeObjective>, as viewer: Viewer
  ) throws {
    try execute("DELETE FROM objective_target WHERE objective_id = \(id.uuid)")
    for (term, target) in targets.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      try execute(
        """
        INSERT INTO objective_target (programme_id, organisation_id, objective_id, term, words,
          by_day, standing)
        VALUES (\(viewer.programme.uuid), \(viewer.organisation.uuid), \(id.uuid),
          \(term.rawValue), \(target.words), \(target.by.column), \(target.standing.rawValue))
        """)
    }
  }

  private func record(
    _ objective: ProgrammeObjective, _ id: ID<ProgrammeObjective>, version: Int,
    _ changes: [FieldChange], by act: Act, as viewer: Viewer
  ) throws {
    try record(
      "objective", id.uuid, objective.title, version: version, changes: changes,
      of: viewer.organisation, named: viewer.organisationName, by: act, as: viewer)
  }
}
