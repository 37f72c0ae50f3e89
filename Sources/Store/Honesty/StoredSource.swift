import Calculator
import Foundation
import Programme

/// A shared source within sight, with how much of it is claimed.
public struct StoredSource: Sendable, Equatable {
  /// Identity, the council that keeps it, visibility, version and content.
  public let stored: Stored<SharedSource>
  /// The official name of the council that keeps it.
  public let councilName: String
  /// What the viewer's own organisation claims, and what all others claim together.
  public let claims: SourceClaims

  /// Puts together what the store read.
  public init(stored: Stored<SharedSource>, councilName: String, claims: SourceClaims) {
    self.stored = stored
    self.councilName = councilName
    self.claims = claims
  }

  /// The identity.
  public var id: ID<SharedSource> { stored.id }
  /// The content.
  public var source: SharedSource { stored.noun }
}

/// A benefit's share of a source, as far as the benefit is within sight.
public struct StoredShare: Sendable, Equatable {
  /// The source.
  public let source: ID<SharedSource>
  /// What the source is called.
  public let sourceName: String
  /// The benefit.
  public let benefit: ID<Benefit>
  /// Its reference.
  public let reference: String
  /// Its title.
  public let title: String
  /// Its council's official name.
  public let councilName: String
  /// Whether it counts: a withdrawn benefit claims nothing.
  public let counts: Bool
  /// The share.
  public let share: SourceShare
}
