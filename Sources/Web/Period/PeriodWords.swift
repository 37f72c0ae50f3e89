import Calculator
import Programme
import Store

/// What the page about a period says, and what it lets its reader do.
struct PeriodWords {
  let review: PeriodReview
  let viewer: Viewer

  private var close: PeriodClose? { review.register.close(of: review.span) }
  private var around: PeriodClose? { review.register.closed(around: review.span) }
  private var isOfficer: Bool { review.decider != .nobody }
  private var isOwn: Bool { close?.submitted.person == viewer.person }

  /// "3 of 40 series are incomplete: …".
  var summary: String {
    let count = review.missing.count
    guard review.expectedCount > 0 else {
      return "No agreed benefit or measure is recorded as often as that."
    }
    let all = Shown.count(review.expectedCount, "series", "series")
    return count == 0
      ? "Each of \(all) has an actual, or a reason why there is none."
      : "\(count) of \(all) \(count == 1 ? "is" : "are") incomplete: no actual, and no reason why."
  }

  var lead: [String] { [happened, next].compactMap { $0 } }

  private var happened: String? {
    if let around, around.span != review.span {
      return "It lies in \(around.span.words), which is closed."
    }
    guard let close else {
      return review.register.isOver(review.span)
        ? nil : "It is not over yet, so it cannot be closed."
    }
    guard let decided = close.decided else {
      return "Submitted by \(ApprovalWords.deed(close.submitted))."
    }
    return "Closed by \(ApprovalWords.deed(decided)). Its values cannot be changed."
  }

  private var next: String? {
    guard isOfficer else { return nil }
    switch (review.state, review.decider) {
    case (.submitted, .another): return "You decide: it waits for another officer."
    case (.submitted, .oneself):
      return "Your council has no other officer: you may close it, with a reason."
    case (.submitted, .colleagues(let names)): return "It waits for \(Shown.either(names))."
    case (.open, .colleagues(let names)) where maySubmit:
      return "Once submitted, it is closed by \(Shown.either(names))."
    default: return nil
    }
  }

  var note: String? {
    guard let close else { return nil }
    let words = close.decided?.reason ?? close.submitted.reason
    return words.isEmpty ? nil : words
  }

  private var maySubmit: Bool {
    isOfficer && close == nil && around == nil && review.register.isOver(review.span)
  }

  /// The steps that can be taken, the main one first.
  func forms(typed: String, error: String?) -> [PeriodPage.ActionForm] {
    let steps = PeriodSteps(review: review, typed: typed, error: error)
    guard isOfficer else { return [] }
    switch (review.state, review.decider) {
    case (.open, _): return maySubmit ? [steps.submit()] : []
    case (.submitted, .another): return [steps.close(asksWhy: false), steps.sendBack()]
    case (.submitted, .oneself): return [steps.close(asksWhy: true), steps.takeBack()]
    case (.submitted, _): return isOwn ? [steps.takeBack()] : []
    case (.closed, _): return [steps.reopen()]
    }
  }
}

extension Shown {
  /// "Morag, Ewan or Iain".
  static func either(_ names: [String]) -> String {
    guard let last = names.last, names.count > 1 else { return names.first ?? "" }
    return names.dropLast().joined(separator: ", ") + " or " + last
  }
}
