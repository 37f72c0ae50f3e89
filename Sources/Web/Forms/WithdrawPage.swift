/// Takes a record out of use, with a reason. Nothing is deleted.
struct WithdrawPage: Page {
  static let template = "record/withdraw"

  let title: String
  let record: String
  let consequence: String
  let submit: String
  let action: String
  /// The version that was read; nil for a record that has none.
  let version: String?
  let reason: FormField
  let cancelHref: String
  let problems: [PageProblem]
  let area: Area?
  let trail: [Link]

  /// What is asked about a record before it goes.
  struct Subject: Sendable {
    /// "Withdraw a cost".
    let title: String
    /// "C2 Licences and support".
    let record: String
    /// What happens: "It leaves every total but stays with its history."
    let consequence: String
    var question = "Why is it withdrawn?"
    /// Where the reason is kept: "Kept with the cost and shown in its history."
    let kept: String
    /// What the button says: "Withdraw cost".
    let submit: String
    /// The record's own page.
    let path: String
    /// Where “Cancel” leads; nil for the record's own page.
    var cancelHref: String?
    /// The last part of the address that the form is sent to.
    var verb = "withdraw"
    let version: Int?
    var area = Area.benefits
    let trail: [Link]
  }

  /// `failure` says what is wrong with the reason, when it was sent without one.
  init(_ subject: Subject, reason: String = "", failure: String? = nil) {
    title = subject.title
    record = subject.record
    consequence = subject.consequence
    submit = subject.submit
    action = "\(subject.path)/\(subject.verb)"
    version = subject.version.map { String($0) }
    self.reason = FormField(
      "reason", subject.question, .area, value: reason, hint: subject.kept, error: failure)
    cancelHref = subject.cancelHref ?? subject.path
    problems = failure.map { [PageProblem($0, at: "reason")] } ?? []
    area = subject.area
    trail = subject.trail
  }

  static let sample = WithdrawPage(
    Subject(
      title: "Withdraw a benefit", record: "B001 Fewer face-to-face visits",
      consequence: "It leaves every total but stays in the register with its history.",
      kept: "Kept with the benefit and shown in its history.", submit: "Withdraw benefit",
      path: "/benefits/1", version: 3, trail: [Link("Benefits", "/benefits")]),
    failure: "Say why it is withdrawn")
}
