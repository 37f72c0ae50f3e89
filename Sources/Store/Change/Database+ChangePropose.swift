import Foundation
import Postgres
import Programme

extension Connection {
  /// Proposes a change for the viewer's party, asks every affected party for its position, and
  /// returns the number. Throws ``Refusal/forbidden``, and ``Refusal/invalid(_:)`` when the proposal
  /// affects nobody, leaves no time, or names something that is not there.
  public func proposeChange(
    _ proposal: ChangeProposal, by act: Act, as viewer: Viewer
  ) throws -> Int {
    guard viewer.may(.takePart) else { throw Refusal.forbidden }
    let effects = try changeEffects(of: proposal, as: viewer)
    let process = try ChangeProcess.proposed(
      proposal.change, by: viewer.organisation, affecting: proposal.parties + effects.parties,
      authorityParty: proposal.authorityParty, today: try today())
    let id = ID<PlanChange>.random()
    let number = try insert(process, id, as: viewer)
    try insertRevision(of: process, id, note: "", effects, as: viewer)
    let draft = JournalDraft(
      kind: "change", record: id.uuid, label: "Change \(number)", version: 1,
      visibility: .published, changes: process.change.changes(since: nil) + effects.changes)
    try record(
      [draft], of: viewer.organisation, named: viewer.organisationName, by: act, as: viewer)
    try notify(
      .asking(.positionAsked, process, id, number),
      to: NoticeReach(parties: process.parties.map(\.id)),
      as: viewer)
    return number
  }

  /// Makes a new version of a change that is still at the version named; every position is open
  /// again, and the earlier ones stay with the version they were about. Throws
  /// ``Refusal/conflict(current:)`` when something happened meanwhile, ``Refusal/notFound``,
  /// ``Refusal/forbidden``, and ``Refusal/invalid(_:)`` as ``proposeChange(_:by:as:)`` does, or
  /// without a word on why it is amended.
  public func amendChange(
    _ number: Int, expecting version: Int, to proposal: ChangeProposal, note: String, by act: Act,
    as viewer: Viewer
  ) throws {
    let stored = try lockedChange(number, expecting: version, as: viewer) { viewer.mayLead($0) }
    let effects = try changeEffects(of: proposal, as: viewer)
    let process = try stored.process.amended(
      to: proposal.change, affecting: proposal.parties + effects.parties,
      authorityParty: proposal.authorityParty, today: stored.today)
    guard !TrimmedText.of(note).isEmpty else { throw ChangeWrite.noNote }
    let affected = stored.parties.map(\.id) + process.parties.map(\.id)
    try save(process, of: stored, as: viewer)
    try insertRevision(of: process, stored.id, note: TrimmedText.of(note), effects, as: viewer)
    try journal(
      stored,
      process.change.changes(since: stored.change) + effects.changes
        + ChangeWrite.move("revision", "Version", stored.process.revision, process.revision),
      by: act, as: viewer)
    try notify(
      .asking(.changeAmended, process, stored.id, number), to: NoticeReach(parties: affected),
      as: viewer)
  }

  /// Takes a change back, for a reason. Throws as ``amendChange(_:expecting:to:note:by:as:)`` does.
  public func withdrawChange(
    _ number: Int, expecting version: Int, because reason: String, by act: Act, as viewer: Viewer
  ) throws {
    let stored = try lockedChange(number, expecting: version, as: viewer) { viewer.mayLead($0) }
    let process = try stored.process.withdrawn()
    let reason = TrimmedText.of(reason)
    guard !reason.isEmpty else { throw ChangeWrite.noReason }
    try save(process, of: stored, as: viewer)
    try execute(
      """
      UPDATE plan_change SET withdrawn_reason = \(reason)
      WHERE id = \(stored.id.uuid) AND programme_id = \(viewer.programme.uuid)
      """)
    try journal(stored, stored.process.state.changes(to: process.state), by: act, as: viewer)
    try notify(
      NoticeDraft(
        .changeDecided, key: "\(stored.id) withdrawn",
        title: "\(stored.label) was withdrawn: \(process.change.title)", words: reason,
        path: stored.path), to: NoticeReach(parties: stored.parties.map(\.id)), as: viewer)
  }

  private func insert(
    _ process: ChangeProcess, _ id: ID<PlanChange>, as viewer: Viewer
  ) throws -> Int {
    let change = process.change
    let number = try first(
      """
      INSERT INTO plan_change (id, programme_id, organisation_id, state, version, revision,
        changed_at, proposed_at, proposed_by, title, positions_due, acknowledgement_due, authority,
        authority_party_id)
      VALUES (\(id.uuid), \(viewer.programme.uuid), \(process.proposer.uuid),
        \(process.state.rawValue), 1, 1, scope_now(), scope_now(), \(viewer.name), \(change.title),
        \(change.positionsDue.description)::text::date,
        \(change.acknowledgementDue.description)::text::date, \(change.authority.rawValue),
        \(process.authorityParty?.uuid as UUID?))
      RETURNING number
      """
    ) { row in try row.next(Int.self) }
    guard let number else { throw StoreError.inconsistent("a plan change was not written") }
    return number
  }

  /// Writes a version with its parties and effects; the caller has written the change's own row.
  private func insertRevision(
    of process: ChangeProcess, _ id: ID<PlanChange>, note: String, _ effects: ChangeEffects,
    as viewer: Viewer
  ) throws {
    let change = process.change
    try execute(
      """
      INSERT INTO plan_change_revision (change_id, revision, programme_id, organisation_id, made_at,
        made_by, note, title, before, after, reason, on_dates, on_benefits, on_cost, on_parties,
        positions_due, acknowledgement_due, authority)
      VALUES (\(id.uuid), \(process.revision), \(viewer.programme.uuid), \(process.proposer.uuid),
        scope_now(), \(viewer.name), \(note), \(change.title), \(change.before), \(change.after),
        \(change.reason), \(change.onDates), \(change.onBenefits),
        \(change.onCost.map(Decimal.init) as Decimal?), \(change.onParties),
        \(change.positionsDue.description)::text::date,
        \(change.acknowledgementDue.description)::text::date, \(change.authority.rawValue))
      """)
    try execute(
      """
      INSERT INTO plan_change_party (change_id, revision, organisation_id, programme_id)
      SELECT \(id.uuid), \(process.revision), p.id, \(viewer.programme.uuid)
      FROM unnest(\(process.parties.map(\.id.uuid))) AS p (id)
      """)
    try insert(effects, of: process, id, as: viewer)
  }
}
