extension BenefitStatus {
  /// Whether it says that a forecast was agreed: Approved and what comes after it.
  public var isAgreed: Bool {
    switch self {
    case .approved, .realising, .realised, .sustained: true
    case .identified, .profiled, .withdrawn: false
    }
  }

  /// Why a benefit that stands here cannot be submitted; nil when it can.
  public var refusesSubmission: Problem? {
    switch self {
    case .identified:
      BenefitStatus.problem(
        self, "a benefit that is profiled",
        "Describe it, give it its inputs and owner, and set its status to Profiled.")
    case .withdrawn:
      BenefitStatus.problem(
        self, "a benefit that is not withdrawn", "Bring it back as Profiled first.")
    case .profiled, .approved, .realising, .realised, .sustained: nil
    }
  }

  /// Where a benefit stands once its forecast is approved: never further back than before.
  public var afterApproval: BenefitStatus { isAgreed ? self : .approved }

  /// Why somebody may not set a benefit to `next` by hand; nil when it may be done. Without an
  /// approved baseline nobody gets past Profiled: approving is what does it.
  public func refusesChange(to next: BenefitStatus, hasBaseline: Bool) -> Problem? {
    guard next.isAgreed, !isAgreed, !hasBaseline else { return nil }
    return BenefitStatus.problem(
      next, "a status up to Profiled while no forecast is approved",
      "Submit the forecast for approval: approving it sets the status.")
  }

  private static func problem(
    _ found: BenefitStatus, _ expected: String, _ mend: String
  ) -> Problem {
    Problem(
      .error, at: .field(Benefit.Field.status.rawValue), subject: Benefit.Field.status.label,
      found: found.rawValue, expected: expected, mend: mend)
  }
}
