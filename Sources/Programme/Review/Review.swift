/// One look at a benefit: what was found and what was decided.
public struct Review: Hashable, Sendable {
  /// The day of the review.
  public var reviewedOn: Day
  /// Who reviewed it.
  public var reviewer: String
  /// What was found.
  public var finding: String
  /// What was decided.
  public var decision: ReviewDecision
  /// Why; needed to withdraw, and to call sustained what was not yet realised.
  public var reason = ""
  /// Who is to answer for it; for a hand-over only.
  public var newOwner = ""
  /// How sure the reviewer is of the forecast; nil when not said.
  public var confidence: ReviewConfidence?
  /// How the next review was set.
  public var schedule: ReviewSchedule
  /// The day of the next review; nil when there is to be none.
  public var nextReview: Day?

  /// A review that is to be followed by another.
  public init(
    reviewedOn: Day, reviewer: String, finding: String, decision: ReviewDecision,
    schedule: ReviewSchedule, nextReview: Day?
  ) {
    self.reviewedOn = reviewedOn
    self.reviewer = reviewer
    self.finding = finding
    self.decision = decision
    self.schedule = schedule
    self.nextReview = nextReview
  }
}

extension Review {
  /// The benefit as the review leaves it: another day of the next review, and perhaps another
  /// status. Refuses what the benefit's status does not allow, and a day that is yet to come.
  public func applied(to benefit: Benefit, today: Day) throws(Refusal) -> Benefit {
    let problems = problems(with: benefit, today: today)
    guard problems.isEmpty else { throw .invalid(problems) }
    var reviewed = benefit
    reviewed.nextReview = nextReview
    if let status = decision.status { reviewed.status = status }
    return reviewed
  }

  private func problems(with benefit: Benefit, today: Day) -> [Problem] {
    var problems: [Problem] = []
    if reviewedOn > today {
      problems.append(
        .of(
          Field.reviewedOn, reviewedOn.description, "a day that has come",
          "Enter the day on which it was reviewed, today at the latest."))
    }
    if benefit.status == .withdrawn {
      problems.append(
        .of(
          Field.decision, decision.rawValue, "a benefit that is not withdrawn",
          "It was withdrawn: nothing is left to review."))
    } else if let status = decision.status,
      let problem = benefit.status.problem(goingTo: status, reason: reason)
    {
      problems.append(problem)
    }
    if decision == .handOver, FoldedText.of(newOwner) == FoldedText.of(benefit.owner) {
      problems.append(
        .of(
          Field.newOwner, newOwner, "somebody other than the owner",
          "\(benefit.owner) owns it already."))
    }
    return problems
  }
}

extension Problem {
  /// An error at a field of a record.
  static func of<Field: RecordField>(
    _ field: Field, _ found: String, _ expected: String, _ mend: String
  ) -> Problem {
    Problem(
      .error, at: .field(field.rawValue), subject: field.label, found: found, expected: expected,
      mend: mend)
  }
}
