/// How a benefit stands with its reviews on a day.
public enum ReviewStanding: Hashable, Sendable {
  /// The day set for it passed, that many days ago, and nobody looked.
  case overdue(days: Int)
  /// It is due in that many days, at most ``ReviewStanding/dueDays``.
  case due(days: Int)
  /// It is planned for later.
  case planned
  /// No day is set.
  case unplanned

  /// How long before its day a review counts as due.
  public static let dueDays = 30

  /// How a benefit with that next review stands today.
  public init(nextReview: Day?, today: Day) {
    guard let nextReview else {
      self = .unplanned
      return
    }
    let days = nextReview.days(since: today)
    self =
      days < 0
      ? .overdue(days: -days) : days <= ReviewStanding.dueDays ? .due(days: days) : .planned
  }
}
