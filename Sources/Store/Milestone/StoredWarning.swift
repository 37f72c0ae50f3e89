import Foundation
import Programme

/// A warning as it is kept.
public struct StoredWarning: Sendable, Hashable {
  /// The content.
  public let warning: EarlyWarning
  /// When it was given.
  public let raisedAt: Date
  /// Who gave it.
  public let raisedBy: String
  /// When it ceased to stand; nil while it stands.
  public let settledAt: Date?
  /// Why it ceased to stand; "" while it stands.
  public let settledBecause: String

  /// Puts together what the store read.
  public init(
    warning: EarlyWarning, raisedAt: Date, raisedBy: String, settledAt: Date? = nil,
    settledBecause: String = ""
  ) {
    self.warning = warning
    self.raisedAt = raisedAt
    self.raisedBy = raisedBy
    self.settledAt = settledAt
    self.settledBecause = settledBecause
  }
}
