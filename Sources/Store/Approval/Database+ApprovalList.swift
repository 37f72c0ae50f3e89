import Calculator
import Foundation
import Postgres
import Programme

/// What waits for approval, and what one person submitted and approved.
public struct ApprovalLists: Sendable {
  /// What waits, longest first.
  public let waiting: [ApprovalRow]
  /// What its own submitter approved, latest first.
  public let selfApproved: [ApprovalRow]
}

extension Connection {
  /// The lists of approvals within sight: a council's own, or all.
  public func approvalLists(as viewer: Viewer) throws -> ApprovalLists {
    ApprovalLists(
      waiting: try waitingApprovals(as: viewer), selfApproved: try selfApprovals(as: viewer))
  }

  private func waitingApprovals(as viewer: Viewer) throws -> [ApprovalRow] {
    try query(
      """
      SELECT b.id, b.reference, b.title, b.organisation_name, a.submitted_by,
        a.submitted_by_name, a.submitted_at, a.note, NULL::uuid, NULL, NULL::timestamptz, '',
        NULL::integer, a.content
      FROM approval a JOIN benefit b ON b.id = a.benefit_id
      WHERE a.state = 'waiting' AND b.removed_at IS NULL AND \(viewer.sees("b"))
        AND \(viewer.sees("a")) AND \(viewer.startsWith("b"))
      ORDER BY a.submitted_at, b.reference_order, a.id
      LIMIT \(ApprovalLimit.listed)
      """
    ) { row in try ApprovalRow(&row) }
  }

  private func selfApprovals(as viewer: Viewer) throws -> [ApprovalRow] {
    try query(
      """
      SELECT b.id, b.reference, b.title, b.organisation_name, NULL::uuid, p.submitted_by_name,
        p.submitted_at, '', NULL::uuid, p.approved_by_name, p.approved_at, p.reason, p.number,
        p.content
      FROM baseline p JOIN benefit b ON b.id = p.benefit_id
      WHERE p.self_approved AND b.removed_at IS NULL AND \(viewer.sees("b"))
        AND \(viewer.sees("p")) AND \(viewer.startsWith("b"))
      ORDER BY p.approved_at DESC, b.reference_order, p.id
      LIMIT \(ApprovalLimit.listed)
      """
    ) { row in try ApprovalRow(&row) }
  }
}

extension Viewer {
  /// The rows of one's own council for a council, else all.
  func startsWith(_ table: SQL) -> SQL {
    startsWithOwn ? "\(table).organisation_id = \(organisation.uuid)" : "true"
  }
}

extension ApprovalRow {
  fileprivate init(_ row: inout RowReader) throws {
    benefit = ID(try row.next())
    reference = try row.next()
    title = try row.next()
    councilName = try row.next()
    submitted = try Deed(&row)
    approved = try Deed(orNil: &row)
    number = try row.next()
    net = try BenefitSnapshot(json: try row.next()).netTotal
  }
}
