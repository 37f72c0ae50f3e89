/// What a review decided.
public enum ReviewDecision: String, CaseIterable, Sendable {
  /// It goes on as planned.
  case carryOn = "Continue"
  /// The forecast no longer holds and is to be changed.
  case changeForecast = "Change the forecast"
  /// Somebody else is to answer for it.
  case handOver = "Hand over to a new owner"
  /// It is achieved and holds.
  case sustained = "Sustained"
  /// It is given up.
  case withdrawn = "Withdraw"

  /// The status that the decision gives the benefit; nil when it leaves the status alone.
  public var status: BenefitStatus? {
    switch self {
    case .carryOn, .changeForecast, .handOver: nil
    case .sustained: .sustained
    case .withdrawn: .withdrawn
    }
  }

  /// Whether the benefit is to be looked at again in any case.
  public var goesOn: Bool { status == nil }
}

/// How sure the reviewer is that the forecast will be reached.
public enum ReviewConfidence: String, CaseIterable, Sendable {
  /// It will be.
  case high = "High"
  /// It may be.
  case medium = "Medium"
  /// It will hardly be.
  case low = "Low"
}

/// When a benefit is to be looked at again.
public enum ReviewSchedule: String, CaseIterable, Sendable {
  /// Three months on.
  case quarter = "In 3 months"
  /// Six months on.
  case halfYear = "In 6 months"
  /// A year on.
  case year = "In 12 months"
  /// On a day of one's own choice.
  case day = "On another day"
  /// Not again: only for what is sustained or withdrawn.
  case never = "No further review"

  /// The months until the next review; nil where no number of months is said.
  public var months: Int? {
    switch self {
    case .quarter: 3
    case .halfYear: 6
    case .year: 12
    case .day, .never: nil
    }
  }

  /// What is proposed after a review: the same again, else half a year.
  public static func proposed(after last: ReviewSchedule?) -> ReviewSchedule {
    last.flatMap { $0.months == nil ? nil : $0 } ?? .halfYear
  }
}
