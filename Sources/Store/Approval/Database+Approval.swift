import Calculator
import Crypto
import Foundation
import Postgres
import Programme

extension Connection {
  /// All there is to say about the approval of a benefit within sight; nil when there is none.
  public func approval(of id: ID<Benefit>, as viewer: Viewer) throws -> BenefitApproval? {
    guard let benefit = try benefit(id, as: viewer),
      let present = try snapshot(of: id, as: viewer)
    else { return nil }
    let approvals = try approvals(of: id, as: viewer)
    let baselines = try baselines(of: id, as: viewer)
    let submitter = approvals.first { $0.state == .waiting }?.submitted.person
    let isWaiting = approvals.first?.state == .waiting
    return BenefitApproval(
      benefit: benefit, present: present, fingerprint: Fingerprint.of(present.json).text,
      approvals: approvals, baselines: baselines,
      problems: try approvalProblems(of: benefit, present, since: baselines.first, as: viewer),
      decider: Decider(
        viewer, of: benefit.stored.organisation,
        submittedBy: isWaiting ? submitter : viewer.person, others: try colleagues(of: viewer)))
  }

  /// The baselines of a benefit within sight, newest first.
  public func baselines(of id: ID<Benefit>, as viewer: Viewer) throws -> [Baseline] {
    try query(
      """
      SELECT p.number, p.submitted_by_name, p.submitted_at, p.approved_by_name, p.approved_at,
        p.reason, p.self_approved, p.engine, p.content, p.fingerprint
      FROM baseline p JOIN benefit b ON b.id = p.benefit_id
      WHERE p.benefit_id = \(id.uuid) AND b.removed_at IS NULL AND \(viewer.sees("b"))
        AND \(viewer.sees("p"))
      ORDER BY p.number DESC
      """
    ) { row in try Baseline(&row) }
  }

  private func approvals(of id: ID<Benefit>, as viewer: Viewer) throws -> [Approval] {
    try query(
      """
      SELECT a.id, a.state, a.submitted_by, a.submitted_by_name, a.submitted_at, a.note,
        a.decided_by, a.decided_by_name, a.decided_at, a.reason, a.content, a.fingerprint
      FROM approval a JOIN benefit b ON b.id = a.benefit_id
      WHERE a.benefit_id = \(id.uuid) AND b.removed_at IS NULL AND \(viewer.sees("b"))
        AND \(viewer.sees("a"))
      ORDER BY a.number DESC
      LIMIT \(ApprovalLimit.submissionsListed)
      """
    ) { row in try Approval(&row) }
  }

  /// The names of the other officers of the viewer's council.
  func colleagues(of viewer: Viewer) throws -> [String] {
    try query(
      """
      SELECT name FROM person
      WHERE programme_id = \(viewer.programme.uuid)
        AND organisation_id = \(viewer.organisation.uuid) AND role = 'council'
        AND retired_at IS NULL AND id IS DISTINCT FROM \(viewer.person?.uuid as UUID?)
      ORDER BY lower(name), id
      LIMIT \(ApprovalLimit.colleaguesNamed)
      """
    ) { row in try row.next(String.self) }
  }
}
