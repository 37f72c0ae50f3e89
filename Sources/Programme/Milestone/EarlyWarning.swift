/// A word in good time: a milestone may be late.
public struct EarlyWarning: Hashable, Sendable {
  /// How sure whoever warns is.
  public enum Likelihood: String, CaseIterable, Sendable {
    /// It may well hold.
    case possible = "Possible"
    /// It will more likely be late than not.
    case likely = "Likely"
    /// It will be late unless something changes.
    case nearlyCertain = "Almost certain"
  }

  /// How many days late it may be.
  public var daysLate: Int
  /// How sure that is.
  public var likelihood: Likelihood
  /// Why.
  public var reason: String

  /// A warning.
  public init(daysLate: Int, likelihood: Likelihood, reason: String) {
    self.daysLate = daysLate
    self.likelihood = likelihood
    self.reason = reason
  }
}
