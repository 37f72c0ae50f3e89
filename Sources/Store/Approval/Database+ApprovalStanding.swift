import Foundation
import Postgres
import Programme

/// Where a benefit stands with its approval and its evidence, at a glance.
public struct ApprovalStanding: Sendable, Hashable {
  /// Whether its forecast waits for a decision.
  public var isWaiting = false
  /// The number of its last baseline; nil when nothing was ever approved.
  public var baseline: Int?
  /// Whether the forecast promises something else than that baseline.
  public var differs = false
  /// How many files support it.
  public var evidenceCount = 0

  /// Nothing was approved, and nothing attached.
  public init() {}
}

extension Connection {
  /// Where a benefit within sight stands.
  public func approvalStanding(
    of id: ID<Benefit>, as viewer: Viewer
  ) throws -> ApprovalStanding {
    var standing = ApprovalStanding()
    standing.evidenceCount = try evidenceCount(of: id, as: viewer)
    standing.isWaiting =
      try first("SELECT FROM approval WHERE benefit_id = \(id.uuid) AND state = 'waiting'") != nil
    let last = try first(
      """
      SELECT p.number, p.content FROM baseline p JOIN benefit b ON b.id = p.benefit_id
      WHERE p.benefit_id = \(id.uuid) AND \(viewer.sees("b")) AND \(viewer.sees("p"))
      ORDER BY p.number DESC LIMIT 1
      """
    ) { row in (try row.next(Int.self), try row.next(String.self)) }
    guard let (number, content) = last, let present = try snapshot(of: id, as: viewer) else {
      return standing
    }
    standing.baseline = number
    standing.differs =
      !ForecastDifference(from: try BenefitSnapshot(json: content), to: present).isEmpty
    return standing
  }
}
