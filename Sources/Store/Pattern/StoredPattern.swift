import Foundation
import Programme

/// A pattern that a council made of one of its benefits.
public struct StoredPattern: Sendable, Hashable {
  /// The identity.
  public let id: ID<Pattern>
  /// Whose it is.
  public let organisation: ID<Organisation>
  /// That council's name.
  public let organisationName: String
  /// Who may use it: the council alone, or everybody in the programme.
  public let visibility: Visibility
  /// The pattern.
  public let pattern: Pattern

  /// A pattern as it is stored.
  public init(
    id: ID<Pattern>, organisation: ID<Organisation>, organisationName: String,
    visibility: Visibility, pattern: Pattern
  ) {
    self.id = id
    self.organisation = organisation
    self.organisationName = organisationName
    self.visibility = visibility
    self.pattern = pattern
  }
}

/// The limits of what councils keep as patterns.
public enum PatternLimit {
  /// The most patterns of one council.
  public static let kept = 200
}
