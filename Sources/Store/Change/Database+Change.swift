import Calculator
import Foundation
import Postgres
import Programme

extension Connection {
  /// One plan change with everything about it; nil when there is none of that number.
  public func change(_ number: Int, as viewer: Viewer) throws -> StoredChange? {
    guard viewer.may(.readProgramme), let head = try changeHead(number, as: viewer) else {
      return nil
    }
    let positions = try changePositions(of: head.id)
    let parties = try changeParties(of: head, positions)
    let decision = try changeDecision(of: head.id)
    let revisions = try changeRevisions(of: head.id, as: viewer)
    guard let current = revisions.last else {
      throw StoreError.inconsistent("a plan change has no version")
    }
    var change = current.change
    change.acknowledgementDue = head.acknowledgementDue
    let process = ChangeProcess(
      state: head.state, revision: head.revision, proposer: head.proposer, change: change,
      authorityParty: head.authorityParty, parties: parties.map(\.processParty),
      decision: decision?.decision)
    return StoredChange(
      id: head.id, number: number, version: head.version, changedAt: head.changedAt,
      proposedAt: head.proposedAt, proposedOn: head.proposedOn, proposedBy: head.proposedBy,
      proposerName: head.proposerName, process: process, parties: parties, revisions: revisions,
      positions: positions, decision: decision, told: head.told,
      withdrawnReason: head.withdrawnReason, today: try today())
  }

  private func changeHead(_ number: Int, as viewer: Viewer) throws -> ChangeHead? {
    try first(
      """
      SELECT c.id, c.state, c.version, c.revision, c.changed_at, c.proposed_at,
        (c.proposed_at AT TIME ZONE 'Europe/London')::date, c.proposed_by, c.organisation_id,
        o.name, c.acknowledgement_due, c.authority_party_id, c.told_at, c.told_by,
        c.withdrawn_reason
      FROM plan_change c JOIN organisation o ON o.id = c.organisation_id
      WHERE c.number = \(number) AND c.programme_id = \(viewer.programme.uuid)
      """, ChangeHead.init)
  }

  private func changeParties(
    of head: ChangeHead, _ positions: [StoredPosition]
  ) throws -> [ChangePartyRow] {
    let latest = Dictionary(
      positions.filter { $0.revision == head.revision }.map { ($0.party, $0) },
      uniquingKeysWith: { $1 })
    return try query(
      """
      SELECT p.organisation_id, o.name, o.kind, p.chased_at, a.acknowledged_at, a.acknowledged_by,
        a.words, a.received, a.recorded_by
      FROM plan_change_party p JOIN organisation o ON o.id = p.organisation_id
        LEFT JOIN plan_change_acknowledgement a
          ON a.change_id = p.change_id AND a.organisation_id = p.organisation_id
      WHERE p.change_id = \(head.id.uuid) AND p.revision = \(head.revision)
      ORDER BY lower(o.name), o.id
      """
    ) { row in
      let id = ID<Organisation>(try row.next())
      return ChangePartyRow(
        id: id, name: try row.next(), kind: try row.choice(OrganisationKind.self),
        chasedAt: try row.next(Instant?.self)?.date, position: latest[id],
        acknowledgement: try StoredAcknowledgement(&row))
    }
  }

  private func changePositions(of change: ID<PlanChange>) throws -> [StoredPosition] {
    try query(
      """
      SELECT p.id, p.revision, p.organisation_id, o.name, p.taken_at, p.taken_by, p.answer,
        p.words, p.instead, p.received,
        ARRAY(SELECT c.milestone_id::text || ' ' || c.to_day::text
          FROM plan_change_counter c WHERE c.position_id = p.id ORDER BY c.milestone_id)
      FROM plan_change_position p JOIN organisation o ON o.id = p.organisation_id
      WHERE p.change_id = \(change.uuid)
      ORDER BY p.place
      """, StoredPosition.init)
  }

  private func changeDecision(of change: ID<PlanChange>) throws -> StoredChangeDecision? {
    try first(
      """
      SELECT d.recorded_at, d.recorded_by, d.outcome, d.decided_by, d.decided_on, d.reason,
        d.despite, d.delegation_holder, d.delegation_limit
      FROM plan_change_decision d WHERE d.change_id = \(change.uuid)
      """
    ) { row in
      StoredChangeDecision(
        recordedAt: try row.next(Instant.self).date, recordedBy: try row.next(),
        decision: ChangeDecision(
          try row.choice(ChangeDecision.Outcome.self), decidedBy: try row.next(),
          decidedOn: try row.day(), reason: try row.next(), despite: try row.next()),
        delegation: try ChangeDelegation(&row))
    }
  }
}

/// The standing of a change, as its own row holds it.
private struct ChangeHead {
  let id: ID<PlanChange>
  let state: ChangeState
  let version: Int
  let revision: Int
  let changedAt: Date
  let proposedAt: Date
  let proposedOn: Programme.Day
  let proposedBy: String
  let proposer: ID<Organisation>
  let proposerName: String
  let acknowledgementDue: Programme.Day
  let authorityParty: ID<Organisation>?
  let told: (at: Date, by: String)?
  let withdrawnReason: String

  init(_ row: inout RowReader) throws {
    id = ID(try row.next())
    state = try row.choice(ChangeState.self)
    version = try row.next()
    revision = try row.next()
    changedAt = try row.next(Instant.self).date
    proposedAt = try row.next(Instant.self).date
    proposedOn = try row.day()
    proposedBy = try row.next()
    proposer = ID(try row.next())
    proposerName = try row.next()
    acknowledgementDue = try row.day()
    authorityParty = try row.next(UUID?.self).map { ID($0) }
    let toldAt = try row.next(Instant?.self)?.date
    let toldBy = try row.next(String.self)
    told = toldAt.map { ($0, toldBy) }
    withdrawnReason = try row.next()
  }
}

extension ChangePartyRow {
  /// The party as the rules see it.
  fileprivate var processParty: ChangeProcess.Party {
    ChangeProcess.Party(
      id: id, position: position?.position, acknowledgement: acknowledgement?.acknowledgement)
  }
}

extension StoredAcknowledgement {
  /// Nil where there is none.
  fileprivate init?(_ row: inout RowReader) throws {
    let at = try row.next(Instant?.self)?.date
    let (by, words) = (try row.next(String?.self), try row.next(String?.self))
    let (received, recordedBy) = (try row.next(String?.self), try row.next(String?.self))
    guard let at, let by else { return nil }
    self.init(
      at: at, recordedBy: recordedBy ?? "",
      acknowledgement: ChangeAcknowledgement(by: by, words: words ?? "", received: received ?? ""))
  }
}

extension ChangeDelegation {
  /// Nil where nobody was named.
  fileprivate init?(_ row: inout RowReader) throws {
    let holder = try row.next(String?.self)
    let limit = try row.optionalExact()
    guard let holder else { return nil }
    self.init(holder: holder, limit: limit)
  }
}

extension StoredPosition {
  fileprivate init(_ row: inout RowReader) throws {
    id = ID(try row.next())
    revision = try row.next()
    party = ID(try row.next())
    partyName = try row.next()
    takenAt = try row.next(Instant.self).date
    takenBy = try row.next()
    position = ChangePosition(
      try row.choice(ChangePosition.Answer.self), words: try row.next(), instead: try row.next(),
      received: try row.next())
    let pairs = try row.next([String].self).compactMap { text -> (ID<Milestone>, Programme.Day)? in
      let parts = text.split(separator: " ").map(String.init)
      guard parts.count == 2, let id = ID<Milestone>(text: parts.first ?? ""),
        let day = Programme.Day(text: parts.last ?? "")
      else { return nil }
      return (id, day)
    }
    days = Dictionary(pairs, uniquingKeysWith: { $1 })
  }
}
