import Calculator
import Foundation
import Programme

/// What was approved: a version of a benefit's record, forecast and measures that never changes.
public struct Baseline: Sendable {
  /// 1 for the first approval of the benefit.
  public let number: Int
  /// Who submitted it.
  public let submitted: Deed
  /// Who approved it.
  public let approved: Deed
  /// Whether both are the same person.
  public let isSelfApproved: Bool
  /// The version of the calculator's rules that its figures follow.
  public let engine: String
  /// What was approved.
  public let content: BenefitSnapshot
  /// The hash of what was approved.
  public let fingerprint: String
}
