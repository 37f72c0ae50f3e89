/// Withdraws a benefit, with a reason. Nothing is deleted.
struct BenefitWithdrawPage: Page {
  static let template = "benefit/withdraw"

  let title = "Withdraw a benefit"
  /// "B001 Fewer face-to-face visits".
  let benefit: String
  let action: String
  let version: String
  let reason: FormField
  let cancelHref: String
  let problems: [PageProblem]
  let area: Area? = .benefits
  let trail: [Link]

  /// `failure` says what is wrong with the reason, when it was sent without one.
  init(
    benefit: String, action: String, version: String, reason: String = "",
    failure: String? = nil, cancelHref: String, trail: [Link]
  ) {
    self.benefit = benefit
    self.action = action
    self.version = version
    self.reason = FormField(
      "reason", "Why is it withdrawn?", .area, value: reason,
      hint: "Kept with the benefit and shown in its history.", error: failure)
    self.cancelHref = cancelHref
    problems = failure.map { [PageProblem($0, at: "reason")] } ?? []
    self.trail = trail
  }

  static let sample = BenefitWithdrawPage(
    benefit: "B001 Fewer face-to-face visits", action: "/benefits/1/withdraw", version: "3",
    reason: "", failure: "Say why it is withdrawn", cancelHref: "/benefits/1",
    trail: [Link("Benefits", "/benefits")])
}
