import Store

extension Attention {
  /// What waits, after a count.
  func what(_ count: Int) -> String {
    let one = count == 1
    return switch self {
    case .waitingApproval: one ? "forecast waits for approval" : "forecasts wait for approval"
    case .undefinedFigures: one ? "benefit has no figure" : "benefits have no figure"
    case .overdueReview: one ? "review is overdue" : "reviews are overdue"
    case .overclaimedSource:
      one
        ? "benefit shares a source that is overclaimed"
        : "benefits share sources that are overclaimed"
    case .fallenCheck: one ? "measure got worse" : "measures got worse"
    case .waitingHandover: one ? "hand-over is not accepted" : "hand-overs are not accepted"
    case .withoutOwner: one ? "benefit has no owner" : "benefits have no owner"
    case .withoutEvidence: one ? "benefit has no evidence" : "benefits have no evidence"
    case .withoutCheck: one ? "benefit names no check" : "benefits name no check"
    case .withoutReview: one ? "benefit has no review planned" : "benefits have no review planned"
    case .draft: one ? "draft is not shared" : "drafts are not shared"
    }
  }

  /// Why it matters.
  var why: String {
    switch self {
    case .waitingApproval: "One officer submitted it; another of the same council decides."
    case .undefinedFigures: "An input is missing, so nothing can be worked out."
    case .overdueReview: "Nobody looked at them in their review period."
    case .overclaimedSource: "More is claimed than there is; nothing that rests on it is approved."
    case .fallenCheck: "The saving may have been had by serving people worse."
    case .waitingHandover: "The new owner has still to say yes."
    case .withoutOwner: "Nobody answers for them yet."
    case .withoutEvidence: "Nothing shows yet that their figures are right."
    case .withoutCheck:
      "Cashable benefits and channel shift name a measure that must not get worse."
    case .withoutReview: "No day is set for looking at them again."
    case .draft: "Only their own council and auditors see them; the co-ordinator does not."
    }
  }

  /// What a filter calls it.
  var words: String {
    switch self {
    case .waitingApproval: "Waiting for approval"
    case .undefinedFigures: "Without a figure"
    case .overdueReview: "Review overdue"
    case .overclaimedSource: "Shared source overclaimed"
    case .fallenCheck: "Measure got worse"
    case .waitingHandover: "Hand-over not accepted"
    case .withoutOwner: "Without an owner"
    case .withoutEvidence: "Without evidence"
    case .withoutCheck: "No check named"
    case .withoutReview: "No review planned"
    case .draft: "Not shared yet"
    }
  }

  /// What to do about it, as the heading of the next step.
  func todo(_ count: String) -> String {
    switch self {
    case .waitingApproval: "Decide about \(count)"
    case .undefinedFigures: "Complete the inputs of \(count)"
    case .overdueReview: "Review \(count)"
    case .overclaimedSource: "Agree the shares of \(count)"
    case .fallenCheck: "Look at what got worse for \(count)"
    case .waitingHandover: "Settle the hand-over of \(count)"
    case .withoutOwner: "Name an owner for \(count)"
    case .withoutEvidence: "Attach evidence to \(count)"
    case .withoutCheck: "Name a check for \(count)"
    case .withoutReview: "Plan the review of \(count)"
    case .draft: "Share \(count)"
    }
  }

  /// What follows a benefit's address, where it is dealt with.
  var path: String { self == .waitingApproval ? "/approval" : "" }
}
