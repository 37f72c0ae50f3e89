import Programme
import Store

/// Withdraws a cost, with a reason. Nothing is deleted.
struct CostWithdrawPage: Page {
  static let template = "cost/withdraw"

  let title = "Withdraw a cost"
  /// "C2 Licences and support".
  let cost: String
  let action: String
  let version: String
  let reason: FormField
  let cancelHref: String
  let problems: [PageProblem]
  let area: Area? = .benefits
  let trail: [Link]

  /// `failure` says what is wrong with the reason, when it was sent without one.
  init(_ stored: StoredCost, reason: String = "", failure: String? = nil) {
    cost = "\(stored.cost.reference) \(stored.cost.description)"
    action = "/costs/\(stored.id)/withdraw"
    version = String(stored.stored.version)
    self.reason = FormField(
      "reason", "Why is it withdrawn?", .area, value: reason,
      hint: "Kept with the cost and shown in its history.", error: failure)
    cancelHref = "/costs/\(stored.id)"
    problems = failure.map { [PageProblem($0, at: "reason")] } ?? []
    trail = CostDetailPage.trail(of: stored)
  }

  static let sample = CostWithdrawPage(.sample, failure: "Say why it is withdrawn")
}
