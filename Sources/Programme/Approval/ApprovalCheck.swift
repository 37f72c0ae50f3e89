import Calculator

/// What stands against approving a benefit's forecast (errors), and what an approver should know
/// before it is approved (warnings).
public enum ApprovalCheck {
  /// Every obstacle and warning that the benefit itself shows; `undefinedBecause` is why its money
  /// or its score cannot be worked out, nil when it can.
  public static func problems(_ benefit: Benefit, undefinedBecause reason: String?) -> [Problem] {
    [benefit.status.refusesSubmission].compactMap { $0 } + blocking(benefit, reason)
      + warning(benefit)
  }

  private static func blocking(_ benefit: Benefit, _ reason: String?) -> [Problem] {
    var problems: [Problem] = []
    if benefit.owner.isEmpty {
      problems.append(error(.owner, "somebody who answers for it", "Name its owner."))
    }
    if let reason {
      problems.append(
        Problem(
          .error, at: .field(Benefit.Field.method.rawValue), subject: "Forecast",
          found: "undefined, because \(reason)", expected: "a forecast that can be worked out",
          mend: "Complete its inputs."))
    }
    if benefit.cashability == nil, benefit.inputs.method != .score {
      problems.append(
        error(.cashability, "cashable or non-cashable", "Say whether a budget falls."))
    }
    return problems
  }

  private static func warning(_ benefit: Benefit) -> [Problem] {
    var problems: [Problem] = []
    func warn(_ field: Benefit.Field, _ expected: String, _ mend: String) {
      guard benefit.text(field).isEmpty else { return }
      problems.append(
        Problem(
          .warning, at: .field(field.rawValue), subject: field.label, found: "",
          expected: expected, mend: mend))
    }
    if benefit.cashability == .cashable {
      warn(.budgetLine, "the budget that falls", "Say which budget falls.")
    }
    warn(.objective, "the objective it serves", "Name the programme objective it serves.")
    warn(.nextReview, "a day on which it is looked at again", "Plan its next review.")
    return problems
  }

  private static func error(_ field: Benefit.Field, _ expected: String, _ mend: String) -> Problem {
    Problem(
      .error, at: .field(field.rawValue), subject: field.label, found: "", expected: expected,
      mend: mend)
  }
}

extension [Problem] {
  /// Those that stand against it.
  public var obstacles: [Problem] { filter { $0.severity == .error } }
  /// Those that only warn.
  public var warnings: [Problem] { filter { $0.severity != .error } }
}

extension ApprovalCheck {
  /// Refuses to approve anew what a baseline already says.
  public static func sameness(
    _ present: BenefitSnapshot, as approved: BenefitSnapshot?, _ number: Int?
  ) -> [Problem] {
    guard let approved, let number, ForecastDifference(from: approved, to: present).isEmpty
    else { return [] }
    return [
      Problem(
        .error, at: .file, subject: "Forecast", found: "what baseline \(number) says",
        expected: "something that differs from the last baseline",
        mend: "There is nothing to approve.")
    ]
  }
}
