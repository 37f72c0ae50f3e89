extension BenefitStatus {
  /// What stands against going from this status to another, at the field "reason"; nil when nothing
  /// does. To give a benefit up needs a reason, and so does calling sustained what was never said to
  /// be realised.
  public func problem(goingTo status: BenefitStatus, reason: String) -> Problem? {
    guard self != status, TrimmedText.of(reason).isEmpty else { return nil }
    switch status {
    case .withdrawn:
      return BenefitStatus.needsReason("Say why the benefit is given up.")
    case .sustained where self != .realised:
      return BenefitStatus.needsReason(
        """
        It stands at \(rawValue), and only what is realised can be sustained: mark it as realised \
        first, or say why it counts as sustained.
        """)
    default: return nil
    }
  }

  private static func needsReason(_ mend: String) -> Problem {
    Problem(
      .error, at: .field("reason"), subject: "Reason", found: "", expected: "a reason", mend: mend)
  }
}
