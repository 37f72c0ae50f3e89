import Programme
import Store

/// Ends a measure, with a reason. Its values stay.
struct MeasureWithdrawPage: Page {
  static let template = "measure/withdraw"

  let title = "Withdraw a measure"
  /// "B001 Calls answered at the first contact".
  let measure: String
  let action: String
  let version: String
  let reason: FormField
  let cancelHref: String
  let problems: [PageProblem]
  let area: Area? = .benefits
  let trail: [Link]

  /// `failure` says what is wrong with the reason, when it was sent without one.
  init(at place: MeasurePlace, version: Int, reason: String = "", failure: String? = nil) {
    measure = place.title
    action = "\(place.path)/withdraw"
    self.version = String(version)
    self.reason = FormField(
      "reason", "Why is it no longer measured?", .area, value: reason,
      hint: "Kept with the measure and shown on its page.", error: failure)
    cancelHref = place.path
    problems = failure.map { [PageProblem($0, at: "reason")] } ?? []
    trail = place.trail
  }

  static let sample = MeasureWithdrawPage(
    at: .sample, version: 2, failure: "Say why it is withdrawn")
}
