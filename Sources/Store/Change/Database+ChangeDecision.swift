import Calculator
import Foundation
import Postgres
import Programme

extension Connection {
  /// Who may decide on a change and up to what cost: the key decision maker of the party that
  /// decides, which is one's own for a co-ordinator; nil where nobody is named, or the steering board
  /// decides.
  public func delegation(of change: ChangeProcess, as viewer: Viewer) throws -> ChangeDelegation? {
    let own = viewer.may(.coordinate) ? viewer.organisation : nil
    let party = change.change.authority == .coordinator ? own : change.authorityParty
    guard let party, let maker = try decisionMaker(of: party, as: viewer) else { return nil }
    return ChangeDelegation(holder: maker.holder, limit: maker.limit)
  }

  /// Records the decision on a change that is still at the version named. When it is agreed, the
  /// milestones and benefits it names are moved in the same transaction, or it is not agreed. Throws
  /// ``Refusal/conflict(current:)`` when something happened meanwhile, ``Refusal/notFound``,
  /// ``Refusal/forbidden``, and ``Refusal/invalid(_:)`` when the authority does not reach so far,
  /// open points are not answered for, or the plan is no longer what the change starts from.
  public func decideChange(
    _ number: Int, expecting version: Int, _ decision: ChangeDecision, by act: Act,
    as viewer: Viewer
  ) throws {
    let stored = try lockedChange(number, expecting: version, as: viewer) { viewer.mayDecide($0) }
    let delegation = try delegation(of: stored.process, as: viewer)
    let process = try stored.process.decided(
      decision, delegation: delegation, proposedOn: stored.proposedOn, today: stored.today)
    try save(process, of: stored, as: viewer)
    try insert(decision, delegation, of: stored, as: viewer)
    try journal(
      stored,
      stored.process.state.changes(to: process.state) + decision.changes(since: nil), by: act,
      as: viewer)
    if decision.outcome == .agree { try apply(stored, by: act, as: viewer) }
    let word = process.state.rawValue.lowercased()
    try notify(
      NoticeDraft(
        .changeDecided, key: "\(stored.id)",
        title: "\(stored.label) was \(word): \(process.change.title)", words: decision.reason,
        path: stored.path),
      to: NoticeReach(
        parties: stored.parties.map(\.id) + [stored.process.proposer], isForCoordinators: true),
      as: viewer)
  }

  private func insert(
    _ decision: ChangeDecision, _ delegation: ChangeDelegation?, of stored: StoredChange,
    as viewer: Viewer
  ) throws {
    try execute(
      """
      INSERT INTO plan_change_decision (change_id, organisation_id, programme_id, outcome,
        decided_by, decided_on, reason, despite, delegation_holder, delegation_limit, recorded_at,
        recorded_by)
      VALUES (\(stored.id.uuid), \(viewer.organisation.uuid), \(viewer.programme.uuid),
        \(decision.outcome.rawValue), \(decision.decidedBy),
        \(decision.decidedOn.description)::text::date, \(decision.reason), \(decision.despite),
        \(delegation?.holder as String?), \(delegation?.limit.map(Decimal.init) as Decimal?),
        scope_now(), \(viewer.name))
      """)
  }
}
