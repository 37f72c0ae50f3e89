import Foundation
import Programme

/// Another programme as it is kept.
public struct StoredOtherProgramme: Sendable, Hashable {
  /// The identity.
  public let id: ID<OtherProgramme>
  /// Counts the changes, from 1.
  public let version: Int
  /// When it was last changed.
  public let changedAt: Date
  /// When it was withdrawn; nil while it stands.
  public let withdrawnAt: Date?
  /// The content, the parties it draws on included.
  public var other: OtherProgramme

  /// Puts together what the store read.
  public init(
    id: ID<OtherProgramme>, version: Int, changedAt: Date, withdrawnAt: Date? = nil,
    other: OtherProgramme
  ) {
    self.id = id
    self.version = version
    self.changedAt = changedAt
    self.withdrawnAt = withdrawnAt
    self.other = other
  }
}
