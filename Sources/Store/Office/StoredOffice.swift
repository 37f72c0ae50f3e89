import Foundation
import Programme

/// An office as it is kept.
public struct StoredOffice: Sendable, Hashable {
  /// The identity.
  public let id: ID<Office>
  /// Whose office it is.
  public let party: ID<Organisation>
  /// That party's name.
  public let partyName: String
  /// Counts the changes, from 1.
  public let version: Int
  /// When it was last changed.
  public let changedAt: Date
  /// When it was withdrawn; nil while it stands.
  public let withdrawnAt: Date?
  /// The content, the holder by name.
  public let office: Office

  /// Puts together what the store read.
  public init(
    id: ID<Office>, party: ID<Organisation>, partyName: String, version: Int, changedAt: Date,
    withdrawnAt: Date? = nil, office: Office
  ) {
    self.id = id
    self.party = party
    self.partyName = partyName
    self.version = version
    self.changedAt = changedAt
    self.withdrawnAt = withdrawnAt
    self.office = office
  }
}
