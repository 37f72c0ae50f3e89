import Calculator
import Foundation
import Programme

/// All there is to say about the approval of one benefit.
public struct BenefitApproval: Sendable {
  /// The benefit.
  public let benefit: StoredBenefit
  /// What would be submitted, or is being decided about, as it is now.
  public let present: BenefitSnapshot
  /// The hash of ``present``: whoever decides names what he saw by it.
  public let fingerprint: String
  /// The submissions, newest first.
  public let approvals: [Approval]
  /// The baselines, newest first.
  public let baselines: [Baseline]
  /// What stands against approving, and what an approver should know.
  public let problems: [Problem]
  /// Who may decide about what waits, or would wait if the viewer submitted it.
  public let decider: Decider

  /// Where the approval stands.
  public var state: ApprovalState { approvals.first?.state ?? .unsubmitted }
  /// What waits for a decision; nil when nothing does.
  public var waiting: Approval? { approvals.first { $0.state == .waiting } }
  /// The last baseline; nil when nothing was ever approved.
  public var baseline: Baseline? { baselines.first }
  /// In what the present differs from the last baseline; nil without one.
  public var sinceBaseline: ForecastDifference? {
    baseline.map { ForecastDifference(from: $0.content, to: present) }
  }
  /// In what the present differs from what waits; nil when nothing waits.
  public var sinceSubmission: ForecastDifference? {
    waiting.map { ForecastDifference(from: $0.content, to: present) }
  }
}
