import Calculator
import Foundation
import Postgres
import Programme

extension Connection {
  /// What stands against approving a benefit's forecast (errors), and what an approver should know
  /// (warnings): each source of obstacles is one line here.
  func approvalProblems(
    of stored: StoredBenefit, _ present: BenefitSnapshot, since baseline: Baseline?,
    as viewer: Viewer
  ) throws -> [Problem] {
    ApprovalCheck.problems(stored.benefit, undefinedBecause: stored.figures.missingBecause(stored))
      + ApprovalCheck.sameness(present, as: baseline?.content, baseline?.number)
      + (try evidenceWarning(of: stored, as: viewer))
      + (try approvalObstacles(of: stored, as: viewer))
  }

  private func evidenceWarning(of stored: StoredBenefit, as viewer: Viewer) throws -> [Problem] {
    guard stored.benefit.evidence.isEmpty, try evidenceCount(of: stored.id, as: viewer) == 0
    else { return [] }
    return [
      Problem(
        .warning, at: .field(Benefit.Field.evidence.rawValue), subject: "Evidence", found: "",
        expected: "what shows that the figures are right",
        mend: "Say what shows that the figures are right, or attach a file.")
    ]
  }

  /// What other records say against approving a benefit's forecast: attribution of a shared source
  /// that comes to more than the whole, and the like.
  func approvalObstacles(of stored: StoredBenefit, as viewer: Viewer) throws -> [Problem] {
    try attributionObstacles(of: stored.id, as: viewer)
  }
}

extension StoredFigures {
  /// Why a benefit has neither money nor score, as its method asks; nil when it has.
  fileprivate func missingBecause(_ stored: StoredBenefit) -> String? {
    if stored.benefit.inputs.method == .score {
      return score == nil ? "none of its criteria is scored" : nil
    }
    return net == nil ? undefinedBecause ?? "it cannot be worked out" : nil
  }
}
