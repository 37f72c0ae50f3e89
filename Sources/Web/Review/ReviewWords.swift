import Calculator
import Programme
import Store

/// What pages say about a benefit's reviews.
enum ReviewWords {
  /// Whether nobody looked at the benefit in its review period.
  static func isOverdue(_ benefit: Benefit, today: Day) -> Bool {
    guard benefit.status != .withdrawn else { return false }
    if case .overdue = ReviewStanding(nextReview: benefit.nextReview, today: today) { return true }
    return false
  }

  /// How a benefit stands with its reviews, in a sentence.
  static func standing(of benefit: Benefit, lastOn last: StoredReview?, today: Day) -> String {
    if benefit.status == .withdrawn { return "It is withdrawn: nothing is left to review." }
    let looked =
      last.map { "It was last reviewed on \($0.review.reviewedOn.words)." }
      ?? "Nobody has reviewed it yet."
    return "\(sentence(benefit.nextReview, today)) \(looked)"
  }

  /// What is said on the benefit's own page when nobody looked at it in time.
  static func gap(of benefit: Benefit, today: Day) -> String? {
    if benefit.nextReview == nil { return "No review is planned yet." }
    return isOverdue(benefit, today: today) ? sentence(benefit.nextReview, today) : nil
  }

  private static func sentence(_ next: Day?, _ today: Day) -> String {
    let day = Shown.day(next)
    return switch ReviewStanding(nextReview: next, today: today) {
    case .overdue(let days):
      "Nobody looked at it in its review period: the review was due on \(day), "
        + "\(Shown.count(days, "day")) ago."
    case .due(let days):
      days == 0
        ? "Its review is due today."
        : "Its review is due on \(day), in "
          + "\(Shown.count(days, "day"))."
    case .planned: "Its next review is on \(day)."
    case .unplanned: "No review is planned yet."
    }
  }
}

extension Tag {
  /// What a review decided.
  init(_ decision: ReviewDecision) {
    switch decision {
    case .carryOn: self.init(decision.rawValue, .blue)
    case .changeForecast: self.init(decision.rawValue, .yellow)
    case .handOver: self.init(decision.rawValue, .purple)
    case .sustained: self.init(decision.rawValue, .green)
    case .withdrawn: self.init(decision.rawValue, .red)
    }
  }
}
