extension Review: Record {
  /// The fields of a review, in the order of its form.
  public enum Field: String, RecordField {
    case reviewedOn, reviewer, finding, confidence, decision, newOwner, reason, schedule
    case nextReview

    /// The heading in our own exports.
    public var header: String {
      switch self {
      case .reviewedOn: "ReviewedOn"
      case .reviewer: "Reviewer"
      case .finding: "Finding"
      case .confidence: "Confidence"
      case .decision: "Decision"
      case .newOwner: "NewOwner"
      case .reason: "Reason"
      case .schedule: "Schedule"
      case .nextReview: "NextReview"
      }
    }

    /// The label on pages.
    public var label: String {
      switch self {
      case .reviewedOn: "Date of the review"
      case .reviewer: "Who reviewed it"
      case .finding: "What was found"
      case .newOwner: "New owner"
      case .nextReview: "Day of the next review"
      case .schedule: "Next review"
      default: header
      }
    }

    /// Reviews have no units.
    public var unit: String { "" }

    /// What it may hold.
    public var kind: FieldKind {
      switch self {
      case .reviewedOn, .nextReview: .day
      case .reviewer, .newOwner: RecordLimit.title
      case .reason: .text(maxCharacters: RecordLimit.titleCharacters)
      case .finding: RecordLimit.prose
      case .confidence: .choice(ReviewConfidence.allCases.map(\.rawValue))
      case .decision: .choice(ReviewDecision.allCases.map(\.rawValue))
      case .schedule: .choice(ReviewSchedule.allCases.map(\.rawValue))
      }
    }
  }

  /// Reads a review from what was typed: every problem is listed, none hides another.
  public static func read(_ texts: [Field: String]) -> Reading<Review> {
    var reader = FieldReader(texts)
    let day = reader.requiredDay(.reviewedOn)
    let reviewer = reader.required(.reviewer)
    let finding = reader.required(.finding)
    let confidence = reader.choice(.confidence, ReviewConfidence.self)
    let decision = reader.requiredChoice(.decision, ReviewDecision.self) ?? .carryOn
    let newOwner = decision == .handOver ? reader.required(.newOwner) : reader.text(.newOwner)
    let reason = reader.text(.reason)
    let schedule = reader.choice(.schedule, ReviewSchedule.self)
    let next = nextReview(&reader, decision, schedule, after: day)
    guard let day else { return Reading(value: nil, problems: reader.problems) }
    var review = Review(
      reviewedOn: day, reviewer: reviewer, finding: finding, decision: decision,
      schedule: decision == .withdrawn ? .never : schedule ?? .never, nextReview: next)
    review.reason = reason
    review.newOwner = decision == .handOver ? newOwner : ""
    review.confidence = confidence
    return Reading(value: review, problems: reader.problems)
  }

  /// What the schedule makes of the day: a withdrawn benefit has no next review, one that goes on
  /// has.
  private static func nextReview(
    _ reader: inout FieldReader<Field>, _ decision: ReviewDecision, _ schedule: ReviewSchedule?,
    after day: Day?
  ) -> Day? {
    let typed = reader.day(.nextReview)
    if decision == .withdrawn { return nil }
    switch schedule {
    case nil:
      reader.refuse(.schedule, "", "one of the choices", "Choose when to look at it again.")
    case .never where decision.goesOn:
      reader.refuse(
        .schedule, "", "a next review", "A benefit that goes on is looked at again: choose when.")
    case .never: break
    case .day where typed == nil:
      reader.refuse(.nextReview, "", "a day", "Enter the day of the next review.")
    case .day:
      if let typed, let day, typed <= day {
        reader.refuse(
          .nextReview, typed.description, "a day after the review", "Choose a later day.")
      }
      return typed
    case .quarter, .halfYear, .year:
      return schedule?.months.flatMap { day?.adding(months: $0) }
    }
    return nil
  }

  /// The canonical text of one field.
  public func text(_ field: Field) -> String {
    switch field {
    case .reviewedOn: reviewedOn.description
    case .reviewer: reviewer
    case .finding: finding
    case .confidence: confidence?.rawValue ?? ""
    case .decision: decision.rawValue
    case .newOwner: newOwner
    case .reason: reason
    case .schedule: schedule.rawValue
    case .nextReview: nextReview?.description ?? ""
    }
  }
}

extension FieldReader {
  /// A day that must be there.
  mutating func requiredDay(_ field: Field) -> Day? {
    let count = problems.count
    let day = day(field)
    guard day == nil, problems.count == count else { return day }
    refuse(field, "", "a date", "Enter \(field.label.lowercased()).")
    return nil
  }

  /// One of a closed list, which must be there.
  mutating func requiredChoice<Choice: RawRepresentable<String> & CaseIterable>(
    _ field: Field, _ type: Choice.Type
  ) -> Choice? {
    let count = problems.count
    let choice = choice(field, type)
    if choice == nil, problems.count == count {
      refuse(field, "", "one of the choices", "Choose \(field.label.lowercased()).")
    }
    return choice
  }
}
