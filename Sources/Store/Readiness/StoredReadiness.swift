import Foundation
import Programme

/// How ready a council is, as it is kept.
public struct StoredReadiness: Sendable, Hashable {
  /// Counts the changes, from 1; 0 before the first.
  public let version: Int
  /// When it was last changed; nil when never.
  public let changedAt: Date?
  /// The answers that were given.
  public let readiness: Readiness

  /// Puts together what the store read.
  public init(version: Int = 0, changedAt: Date? = nil, readiness: Readiness = Readiness()) {
    self.version = version
    self.changedAt = changedAt
    self.readiness = readiness
  }
}
