import Foundation
import Postgres
import Programme

extension Connection {
  /// The hand-overs of a benefit within sight, newest first.
  public func handovers(of benefit: ID<Benefit>, as viewer: Viewer) throws -> [StoredHandover] {
    try query(
      """
      SELECT h.id, h.version, h.offered_at, h.offered_by, h.settled_at, h.settled_by, h.from_owner,
        h.to_owner, h.note, h.state, h.acceptance_note
      FROM handover h JOIN benefit b ON b.id = h.benefit_id
      WHERE h.benefit_id = \(benefit.uuid) AND b.removed_at IS NULL AND \(viewer.sees("b"))
      ORDER BY h.offered_at DESC, h.id
      """, StoredHandover.init)
  }

  /// Offers a benefit to a new owner, who has still to accept. Throws ``Refusal/notFound``,
  /// ``Refusal/forbidden``, or ``Refusal/invalid(_:)`` while another hand-over waits.
  public func offerHandover(
    to newOwner: String, note: String, of id: ID<Benefit>, by act: Act, as viewer: Viewer
  ) throws {
    let benefit = try lockedBenefit(id, as: viewer)
    let reading = Handover.read([
      .fromOwner: benefit.noun.owner, .toOwner: newOwner, .note: note,
    ])
    guard let handover = reading.value else { throw Refusal.invalid(reading.problems) }
    try offer(handover, of: benefit, by: act, as: viewer)
  }

  /// The new owner accepts, or somebody records that the new owner did: from then on the benefit is
  /// theirs. Throws as ``offerHandover(to:note:of:by:as:)`` does.
  public func acceptHandover(
    note: String, of id: ID<Benefit>, by act: Act, as viewer: Viewer
  ) throws {
    let benefit = try lockedBenefit(id, as: viewer)
    let waiting = try waitingHandover(of: id, as: viewer)
    let accepted = try waiting.handover.accepted(by: viewer.name, note: note)
    try settle(waiting, as: accepted, of: benefit, by: act, as: viewer)
    var owned = benefit.noun
    owned.owner = accepted.toOwner
    try changeBenefit(
      id, expecting: benefit.version, to: owned, visibility: benefit.visibility, by: act,
      as: viewer)
  }

  /// Takes a hand-over back that still waits: the owner stays. Throws as
  /// ``offerHandover(to:note:of:by:as:)`` does.
  public func takeBackHandover(of id: ID<Benefit>, by act: Act, as viewer: Viewer) throws {
    let benefit = try lockedBenefit(id, as: viewer)
    let waiting = try waitingHandover(of: id, as: viewer)
    try settle(waiting, as: waiting.handover.takenBack, of: benefit, by: act, as: viewer)
  }

  /// Writes an offer; the caller holds the register's lock.
  func offer(
    _ handover: Handover, of benefit: Stored<Benefit>, by act: Act, as viewer: Viewer
  ) throws {
    if let waiting = try handovers(of: benefit.id, as: viewer).first(where: \.isWaiting) {
      throw Refusal.invalid([
        Problem(
          .error, at: .field(Handover.Field.toOwner.rawValue), subject: "New owner",
          found: handover.toOwner, expected: "no other hand-over that waits",
          mend: "\(waiting.handover.toOwner) has still to accept; take that back first.")
      ])
    }
    let id = ID<Handover>.random()
    try execute(
      """
      INSERT INTO handover (id, programme_id, organisation_id, benefit_id, version, offered_at,
        offered_by, from_owner, to_owner, note, state, acceptance_note)
      VALUES (\(id.uuid), \(viewer.programme.uuid), \(benefit.organisation.uuid),
        \(benefit.id.uuid), 1, scope_now(), \(viewer.name), \(handover.fromOwner),
        \(handover.toOwner), \(handover.note), \(handover.state.rawValue), '')
      """)
    try record(handover, id, version: 1, since: nil, of: benefit, by: act, as: viewer)
  }

  private func waitingHandover(
    of benefit: ID<Benefit>, as viewer: Viewer
  ) throws -> StoredHandover {
    guard let waiting = try handovers(of: benefit, as: viewer).first(where: \.isWaiting) else {
      throw Refusal.invalid([
        Problem(
          .error, at: .field("main-content"), subject: "Hand-over", found: "nothing",
          expected: "a hand-over that waits", mend: "Somebody settled it meanwhile.")
      ])
    }
    return waiting
  }

  private func settle(
    _ waiting: StoredHandover, as settled: Handover, of benefit: Stored<Benefit>, by act: Act,
    as viewer: Viewer
  ) throws {
    try execute(
      """
      UPDATE handover SET version = version + 1, state = \(settled.state.rawValue),
        acceptance_note = \(settled.acceptanceNote), settled_at = scope_now(),
        settled_by = \(viewer.name)
      WHERE id = \(waiting.id.uuid) AND version = \(waiting.version)
      """)
    try record(
      settled, waiting.id, version: waiting.version + 1, since: waiting.handover, of: benefit,
      by: act, as: viewer)
  }

  private func record(
    _ handover: Handover, _ id: ID<Handover>, version: Int, since earlier: Handover?,
    of benefit: Stored<Benefit>, by act: Act, as viewer: Viewer
  ) throws {
    try record(
      [
        JournalDraft(
          kind: "handover", record: id.uuid, label: benefit.noun.reference, version: version,
          visibility: benefit.visibility, changes: handover.changes(since: earlier))
      ], of: benefit.organisation, named: viewer.organisationName, by: act, as: viewer)
  }
}

extension StoredHandover {
  fileprivate init(_ row: inout RowReader) throws {
    id = ID(try row.next())
    version = try row.next()
    offeredAt = try row.next(Instant.self).date
    offeredBy = try row.next()
    settledAt = try row.next(Instant?.self)?.date
    settledBy = try row.next()
    var handover = Handover(
      fromOwner: try row.next(), toOwner: try row.next(), note: try row.next())
    handover.state = try row.choice(Handover.State.self)
    handover.acceptanceNote = try row.next()
    self.handover = handover
  }
}
