import Foundation
import Programme

/// A version of the charter as it is kept, with who accepted it.
public struct StoredCharter: Sendable, Hashable {
  /// The identity.
  public let id: ID<Charter>
  /// Its number, from 1.
  public let number: Int
  /// When it was published.
  public let madeAt: Date
  /// Who published it.
  public let madeBy: String
  /// The content.
  public let charter: Charter
  /// Which parties accepted it.
  public var acceptances: [ID<Organisation>: Acceptance] = [:]

  /// A party's acceptance.
  public struct Acceptance: Sendable, Hashable {
    /// When.
    public let at: Date
    /// Who accepted it for the party.
    public let by: String

    /// Somebody's word for a party.
    public init(at: Date, by: String) {
      self.at = at
      self.by = by
    }
  }

  /// Puts together what the store read.
  public init(
    id: ID<Charter>, number: Int, madeAt: Date, madeBy: String, charter: Charter,
    acceptances: [ID<Organisation>: Acceptance] = [:]
  ) {
    self.id = id
    self.number = number
    self.madeAt = madeAt
    self.madeBy = madeBy
    self.charter = charter
    self.acceptances = acceptances
  }
}
