import Foundation
import Postgres
import Programme

extension Connection {
  /// Gives somebody an office of a party; whoever held it without an end holds it until the day
  /// before. Throws ``Refusal/notFound``, ``Refusal/forbidden``, or ``Refusal/invalid(_:)`` when
  /// somebody holds it in that time or the participant is not one of the party.
  @discardableResult
  public func addOffice(
    _ office: Office, of party: ID<Organisation>, by act: Act, as viewer: Viewer
  ) throws -> ID<Office> {
    let row = try lockShare(of: party, as: viewer)
    let named = try named(office, of: party, as: viewer)
    for earlier in try offices(of: party, as: viewer) {
      guard let ended = earlier.office.ending(before: named) else { continue }
      try update(earlier, to: ended, by: act, as: viewer)
    }
    try refuseOverlap(of: named, nil, of: party, as: viewer)
    let id = ID<Office>.random()
    try insert(named, id, of: party, as: viewer)
    try record(
      "office", id.uuid, "\(named.kind.rawValue) of \(row.name)", version: 1,
      changes: named.differences(since: nil), of: party, named: row.name, by: act, as: viewer)
    return id
  }

  /// Changes an office that is still at the version named; a change of nothing makes no version.
  /// Returns the version it is at then. Throws as ``addOffice(_:of:by:as:)`` does, and
  /// ``Refusal/conflict(current:)`` when somebody was faster.
  @discardableResult
  public func changeOffice(
    _ id: ID<Office>, expecting version: Int, to office: Office, by act: Act, as viewer: Viewer
  ) throws -> Int {
    let current = try lockOffice(id, expecting: version, as: viewer)
    let named = try named(office, of: current.party, as: viewer)
    guard named != current.office else { return version }
    try refuseOverlap(of: named, id, of: current.party, as: viewer)
    try update(current, to: named, by: act, as: viewer)
    return version + 1
  }

  /// Withdraws an office that was recorded in error, with the reason of the act. Throws as
  /// ``changeOffice(_:expecting:to:by:as:)`` does.
  public func withdrawOffice(
    _ id: ID<Office>, expecting version: Int, by act: Act, as viewer: Viewer
  ) throws {
    try Refusal.unlessReason(act)
    let current = try lockOffice(id, expecting: version, as: viewer)
    try execute(
      """
      UPDATE office SET withdrawn_at = scope_now(), changed_at = scope_now(), version = version + 1
      WHERE id = \(id.uuid) AND organisation_id = \(current.party.uuid)
      """)
    try record(current, [.withdrawn], by: act, as: viewer)
  }

  private func lockOffice(
    _ id: ID<Office>, expecting version: Int, as viewer: Viewer
  ) throws -> StoredOffice {
    guard let seen = try office(id, as: viewer) else { throw Refusal.notFound }
    _ = try lockShare(of: seen.party, as: viewer)
    guard let current = try office(id, as: viewer), current.withdrawnAt == nil else {
      throw Refusal.notFound
    }
    guard current.version == version else { throw Refusal.conflict(current: current.version) }
    return current
  }

  /// The office with the name of the participant who holds it.
  private func named(
    _ office: Office, of party: ID<Organisation>, as viewer: Viewer
  ) throws -> Office {
    guard let person = office.person else { return office }
    guard let found = try participants(of: party, as: viewer).first(where: { $0.id == person })
    else {
      throw Refusal.invalid([
        Problem(
          .error, at: .field(Office.Field.person.rawValue), subject: "Participant",
          found: office.holder, expected: "somebody of the party", mend: "Choose from the list.")
      ])
    }
    var named = office
    named.holder = found.name
    return named
  }

  private func refuseOverlap(
    of office: Office, _ id: ID<Office>?, of party: ID<Organisation>, as viewer: Viewer
  ) throws {
    let others = try offices(of: party, as: viewer).filter { $0.id != id }
    guard let other = others.first(where: { $0.office.overlaps(office) })?.office else { return }
    let until = other.to.map { " to \($0.words)" } ?? " without an end"
    throw Refusal.invalid([
      Problem(
        .error, at: .field(Office.Field.from.rawValue), subject: "From",
        found: office.from.words, expected: "a time in which nobody else holds it",
        mend: "\(other.holder) holds it from \(other.from.words)\(until): end that first.")
    ])
  }

  private func insert(
    _ office: Office, _ id: ID<Office>, of party: ID<Organisation>, as viewer: Viewer
  ) throws {
    try execute(
      """
      INSERT INTO office (id, programme_id, organisation_id, version, changed_at, kind, person_id,
        holder, deputy, limit_pounds, from_day, to_day)
      VALUES (\(id.uuid), \(viewer.programme.uuid), \(party.uuid), 1, scope_now(),
        \(office.kind.rawValue), \(office.person?.uuid as UUID?), \(office.holder),
        \(office.deputy), \(office.limit.map(Decimal.init) as Decimal?), \(office.from.column),
        \(office.to.column))
      """)
  }

  private func update(
    _ stored: StoredOffice, to office: Office, by act: Act, as viewer: Viewer
  ) throws {
    try execute(
      """
      UPDATE office SET version = version + 1, changed_at = scope_now(),
        kind = \(office.kind.rawValue), person_id = \(office.person?.uuid as UUID?),
        holder = \(office.holder), deputy = \(office.deputy),
        limit_pounds = \(office.limit.map(Decimal.init) as Decimal?),
        from_day = \(office.from.column), to_day = \(office.to.column)
      WHERE id = \(stored.id.uuid) AND organisation_id = \(stored.party.uuid)
      """)
    try record(stored, office.differences(since: stored.office), by: act, as: viewer)
  }

  private func record(
    _ stored: StoredOffice, _ changes: [FieldChange], by act: Act, as viewer: Viewer
  ) throws {
    try record(
      "office", stored.id.uuid, "\(stored.office.kind.rawValue) of \(stored.partyName)",
      version: stored.version + 1, changes: changes, of: stored.party, named: stored.partyName,
      by: act, as: viewer)
  }
}
