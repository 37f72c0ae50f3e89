import Calculator
import Foundation
import Postgres
import Programme

extension Connection {
  /// Adds a cost to a council's register and returns its identity. Throws ``Refusal/forbidden`` for
  /// another council's, ``Refusal/invalid(_:)`` when the reference is taken, a benefit is unknown, a
  /// year lies outside the appraisal or the register is full.
  public func addCost(
    _ profile: CostProfile, to organisation: ID<Organisation>, visibility: Visibility, by act: Act,
    as viewer: Viewer
  ) throws -> ID<Cost> {
    let head = try lockRegister(of: organisation, as: viewer)
    let stored = try costs(of: organisation, as: viewer)
    guard stored.count < RecordLimit.costsInRegister else { throw CostWrite.full }
    let write = try draft(.random(), from: nil, profile, visibility, in: head, as: viewer)
    try check(write, in: head, as: viewer)
    try save(write, in: head, as: viewer)
    try record(
      [write.journal], of: organisation, named: head.organisationName, by: act, as: viewer)
    return write.id
  }

  /// Changes a cost that is still at the version named, with what it buys and came to; a change of
  /// nothing makes no version. Returns the version it is at then. Throws
  /// ``Refusal/conflict(current:)`` when somebody was faster, ``Refusal/notFound``,
  /// ``Refusal/forbidden``, and ``Refusal/invalid(_:)`` as
  /// ``addCost(_:to:visibility:by:as:)`` does, or for one that was withdrawn.
  @discardableResult
  public func changeCost(
    _ id: ID<Cost>, expecting version: Int, to profile: CostProfile, visibility: Visibility,
    by act: Act, as viewer: Viewer
  ) throws -> Int {
    let (head, current) = try lockCost(id, expecting: version, as: viewer)
    let write = try draft(id, from: current, profile, visibility, in: head, as: viewer)
    guard !write.journal.changes.isEmpty else { return version }
    try check(write, in: head, as: viewer)
    try save(write, in: head, as: viewer)
    try record(
      [write.journal], of: head.organisation, named: head.organisationName, by: act, as: viewer)
    return write.version
  }

  /// Withdraws a cost, with the reason of the act: it counts no longer, and stays with its history.
  /// Throws as ``changeCost(_:expecting:to:visibility:by:as:)`` does, and ``Refusal/invalid(_:)``
  /// without a reason.
  public func withdrawCost(
    _ id: ID<Cost>, expecting version: Int, by act: Act, as viewer: Viewer
  ) throws {
    guard !TrimmedText.of(act.reason).isEmpty else { throw CostWrite.noReason }
    let (head, current) = try lockCost(id, expecting: version, as: viewer)
    try execute(
      """
      UPDATE cost SET withdrawn_at = scope_now(), changed_at = scope_now(), version = version + 1
      WHERE id = \(id.uuid) AND programme_id = \(viewer.programme.uuid)
        AND organisation_id = \(head.organisation.uuid)
      """)
    let entry = JournalDraft(
      kind: "cost", record: id.uuid, label: current.cost.reference, version: version + 1,
      visibility: current.stored.visibility,
      changes: [
        FieldChange(field: "withdrawn", label: "Withdrawn", before: "no", after: "yes")
      ])
    try record(
      [entry], of: head.organisation, named: head.organisationName, by: act, as: viewer)
  }

  /// Locks the cost's register and reads the cost as it is behind the lock.
  private func lockCost(
    _ id: ID<Cost>, expecting version: Int, as viewer: Viewer
  ) throws -> (RegisterHead, StoredCost) {
    guard let seen = try cost(id, as: viewer) else { throw Refusal.notFound }
    let head = try lockRegister(of: seen.stored.organisation, as: viewer)
    guard let current = try cost(id, as: viewer) else { throw Refusal.notFound }
    guard current.stored.version == version else {
      throw Refusal.conflict(current: current.stored.version)
    }
    guard current.withdrawnAt == nil else { throw CostWrite.withdrawn }
    return (head, current)
  }

  /// A cost on its way in, the benefits it buys found by their references, each once.
  private func draft(
    _ id: ID<Cost>, from earlier: StoredCost?, _ profile: CostProfile, _ visibility: Visibility,
    in head: RegisterHead, as viewer: Viewer
  ) throws -> CostWrite {
    let buys = try benefits(bought: profile.buys, in: head, as: viewer)
    var profile = profile
    profile.buys = buys.map(\.reference)
    profile.cost.council = earlier?.cost.council ?? head.organisationName
    profile.actuals.sort { $0.year < $1.year }
    return CostWrite(
      id: id, earlier: earlier, profile: profile, visibility: visibility, buys: buys)
  }

  /// The benefits of those references. Throws ``Refusal/invalid(_:)`` naming each that is not in the
  /// register.
  private func benefits(
    bought references: [String], in head: RegisterHead, as viewer: Viewer
  ) throws -> [BoughtBenefit] {
    let folded = references.map { $0.lowercased() }
    let known = try query(
      """
      SELECT id, reference, visibility FROM benefit
      WHERE programme_id = \(viewer.programme.uuid)
        AND organisation_id = \(head.organisation.uuid) AND removed_at IS NULL
        AND reference_order = ANY (\(folded))
      ORDER BY reference_order
      """
    ) { row in
      BoughtBenefit(
        id: try row.next(), reference: try row.next(),
        visibility: try row.choice(Visibility.self))
    }
    let names = Set(known.map { $0.reference.lowercased() })
    let unknown = references.filter { !names.contains($0.lowercased()) }
    guard unknown.isEmpty else { throw CostWrite.unknownBenefits(unknown) }
    return known
  }

  private func check(_ write: CostWrite, in head: RegisterHead, as viewer: Viewer) throws {
    let problems = write.profile.problems(baseYear: head.cover.baseYear)
    guard problems.isEmpty else { throw Refusal.invalid(problems) }
    let reference = write.profile.cost.reference.lowercased()
    let others = try costs(of: head.organisation, as: viewer)
    if others.contains(where: { $0.id != write.id && $0.noun.reference.lowercased() == reference })
    {
      throw CostWrite.taken(write.profile.cost.reference)
    }
  }
}

extension Connection {
  /// Writes a cost and replaces its parts; the caller holds the register's lock.
  private func save(_ write: CostWrite, in head: RegisterHead, as viewer: Viewer) throws {
    let change = RecordChange(
      id: write.id, earlier: write.earlier?.stored, noun: write.profile.cost)
    try self.write([change], visibility: write.visibility, in: head, as: viewer)
    try execute(
      """
      UPDATE cost SET visibility = \(write.visibility.rawValue)
      WHERE id = \(write.id.uuid) AND organisation_id = \(head.organisation.uuid)
      """)
    for table in ["cost_benefit", "cost_actual"] {
      try execute(
        """
        DELETE FROM \(SQL.identifier(table))
        WHERE cost_id = \(write.id.uuid) AND organisation_id = \(head.organisation.uuid)
        """)
    }
    try execute(
      """
      INSERT INTO cost_benefit (programme_id, organisation_id, cost_id, benefit_id)
      SELECT \(viewer.programme.uuid), \(head.organisation.uuid), \(write.id.uuid), b.id
      FROM unnest(\(write.buys.map(\.id))) AS b (id)
      """)
    let actuals = write.profile.actuals
    try execute(
      """
      INSERT INTO cost_actual (programme_id, organisation_id, cost_id, year, value,
        no_value_because, evidence, maturity)
      SELECT \(viewer.programme.uuid), \(head.organisation.uuid), \(write.id.uuid), a.*
      FROM unnest(\(actuals.map(\.year.firstYear)), \(actuals.map { $0.value.map(Decimal.init) }),
        \(actuals.map(\.noValueBecause)), \(actuals.map(\.evidence)),
        \(actuals.map(\.maturity.rawValue))) AS a
      """)
  }
}
