import Foundation
import Postgres
import Programme

extension Connection {
  /// Records another programme. Throws ``Refusal/forbidden`` for all but the co-ordinator, or
  /// ``Refusal/invalid(_:)`` when there are too many or a party does not take part.
  @discardableResult
  public func addOtherProgramme(
    _ other: OtherProgramme, by act: Act, as viewer: Viewer
  ) throws -> ID<OtherProgramme> {
    try lockProgramme(as: viewer)
    guard try otherProgrammes(as: viewer).count < ProgrammeLimit.otherProgrammes else {
      throw Refusal.full(ProgrammeLimit.otherProgrammes, "Other programmes")
    }
    let id = ID<OtherProgramme>.random()
    try execute(
      """
      INSERT INTO other_programme (id, programme_id, organisation_id, version, changed_at, name,
        run_by, description, from_day, to_day, people)
      VALUES (\(id.uuid), \(viewer.programme.uuid), \(viewer.organisation.uuid), 1, scope_now(),
        \(other.name), \(other.runBy), \(other.description), \(other.from.column),
        \(other.to.column), \(other.people))
      """)
    try write(OtherProgrammeWrite(id: id, version: 1, earlier: nil, other: other), act, viewer)
    return id
  }

  /// Changes one that is still at the version named; a change of nothing makes no version. Returns
  /// the version it is at then. Throws as ``addOtherProgramme(_:by:as:)`` does,
  /// ``Refusal/notFound``, and ``Refusal/conflict(current:)``.
  @discardableResult
  public func changeOtherProgramme(
    _ id: ID<OtherProgramme>, expecting version: Int, to other: OtherProgramme, by act: Act,
    as viewer: Viewer
  ) throws -> Int {
    let current = try lockOther(id, expecting: version, as: viewer)
    guard other != current.other else { return version }
    try execute(
      """
      UPDATE other_programme SET version = version + 1, changed_at = scope_now(),
        name = \(other.name), run_by = \(other.runBy), description = \(other.description),
        from_day = \(other.from.column), to_day = \(other.to.column), people = \(other.people)
      WHERE id = \(id.uuid) AND programme_id = \(viewer.programme.uuid)
      """)
    try write(
      OtherProgrammeWrite(id: id, version: version + 1, earlier: current.other, other: other),
      act, viewer)
    return version + 1
  }

  /// Withdraws one, with the reason of the act. Throws as
  /// ``changeOtherProgramme(_:expecting:to:by:as:)`` does.
  public func withdrawOtherProgramme(
    _ id: ID<OtherProgramme>, expecting version: Int, by act: Act, as viewer: Viewer
  ) throws {
    try Refusal.unlessReason(act)
    let current = try lockOther(id, expecting: version, as: viewer)
    try execute(
      """
      UPDATE other_programme SET withdrawn_at = scope_now(), changed_at = scope_now(),
        version = version + 1
      WHERE id = \(id.uuid) AND programme_id = \(viewer.programme.uuid)
      """)
    try record(
      "other-programme", id.uuid, current.other.name, version: version + 1,
      changes: [.withdrawn], of: viewer.organisation, named: viewer.organisationName, by: act,
      as: viewer)
  }

  private func lockOther(
    _ id: ID<OtherProgramme>, expecting version: Int, as viewer: Viewer
  ) throws -> StoredOtherProgramme {
    try lockProgramme(as: viewer)
    guard let current = try otherProgramme(id, as: viewer), current.withdrawnAt == nil else {
      throw Refusal.notFound
    }
    guard current.version == version else { throw Refusal.conflict(current: current.version) }
    return current
  }

  /// Writes the parties, with the journal; the caller holds the lock.
  private func write(_ write: OtherProgrammeWrite, _ act: Act, _ viewer: Viewer) throws {
    let parties = try parties(as: viewer)
    let names = Dictionary(parties.map { ($0.id, $0.name) }, uniquingKeysWith: { $1 })
    let drawn = write.other.parties
    guard drawn.allSatisfy({ names[$0] != nil }) else { throw Refusal.notFound }
    try execute("DELETE FROM other_programme_party WHERE other_id = \(write.id.uuid)")
    try execute(
      """
      INSERT INTO other_programme_party (programme_id, organisation_id, other_id)
      SELECT \(viewer.programme.uuid), p.id, \(write.id.uuid)
      FROM unnest(\(drawn.map(\.uuid))) AS p (id)
      """)
    try record(
      "other-programme", write.id.uuid, write.other.name, version: write.version,
      changes: write.changes(named: names), of: viewer.organisation,
      named: viewer.organisationName, by: act, as: viewer)
  }
}

/// Another programme on its way into its tables, beside what it was.
private struct OtherProgrammeWrite {
  let id: ID<OtherProgramme>
  let version: Int
  let earlier: OtherProgramme?
  let other: OtherProgramme

  /// Everything in which it differs from what it was, parties by name.
  func changes(named names: [ID<Organisation>: String]) -> [FieldChange] {
    func words(_ parties: Set<ID<Organisation>>) -> String {
      parties.compactMap { names[$0] }.sorted().joined(separator: "; ")
    }
    let parties = FieldChange.unlessSame(
      "parties", "Parties it draws on", words(earlier?.parties ?? []), words(other.parties))
    return other.changes(since: earlier) + [parties].compactMap(\.self)
  }
}
