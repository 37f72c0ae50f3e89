import Store

extension Attention {
  /// What waits, after a count.
  func what(_ count: Int) -> String {
    let one = count == 1
    return switch self {
    case .undefinedFigures: one ? "benefit has no figure" : "benefits have no figure"
    case .overdueReview: one ? "review is overdue" : "reviews are overdue"
    case .withoutOwner: one ? "benefit has no owner" : "benefits have no owner"
    case .withoutEvidence: one ? "benefit has no evidence" : "benefits have no evidence"
    case .draft: one ? "draft is not shared" : "drafts are not shared"
    }
  }

  /// Why it matters.
  var why: String {
    switch self {
    case .undefinedFigures: "An input is missing, so nothing can be worked out."
    case .overdueReview: "The day that was set for looking again has passed."
    case .withoutOwner: "Nobody answers for them yet."
    case .withoutEvidence: "Nothing shows yet that their figures are right."
    case .draft: "Only their own council and auditors see them; the co-ordinator does not."
    }
  }

  /// What a filter calls it.
  var words: String {
    switch self {
    case .undefinedFigures: "Without a figure"
    case .overdueReview: "Review overdue"
    case .withoutOwner: "Without an owner"
    case .withoutEvidence: "Without evidence"
    case .draft: "Not shared yet"
    }
  }

  /// What to do about it, as the heading of the next step.
  func todo(_ count: String) -> String {
    switch self {
    case .undefinedFigures: "Complete the inputs of \(count)"
    case .overdueReview: "Review \(count)"
    case .withoutOwner: "Name an owner for \(count)"
    case .withoutEvidence: "Attach evidence to \(count)"
    case .draft: "Share \(count)"
    }
  }
}
