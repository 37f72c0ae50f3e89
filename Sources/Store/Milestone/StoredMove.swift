import Foundation
import Programme

/// A day that a milestone had before it got another.
public struct StoredMove: Sendable, Hashable {
  /// Which of its days.
  public enum What: String, Sendable {
    /// The day of the plan.
    case baseline
    /// The day it was expected.
    case forecast
  }

  /// Its place among the moves of the milestone, from 1.
  public let number: Int
  /// Which of its days.
  public let what: What
  /// The day before.
  public let from: Day
  /// The day after.
  public let to: Day
  /// Why.
  public let because: String
  /// When it was moved.
  public let movedAt: Date
  /// Who moved it.
  public let movedBy: String
}
