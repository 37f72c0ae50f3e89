import Foundation

/// The identity of one stored noun. Random, so that it may stand in an address without being guessed;
/// typed, so that a benefit's identity cannot be handed to a cost.
public struct ID<Noun>: Hashable, Sendable, CustomStringConvertible {
  /// The identity as stored.
  public let uuid: UUID

  /// Wraps an identity that was read from the store.
  public init(_ uuid: UUID) { self.uuid = uuid }

  /// A new random identity.
  public static func random() -> ID { ID(UUID()) }

  /// Reads the textual form, in either case; nil for anything else.
  public init?(text: String) {
    guard let uuid = UUID(uuidString: text) else { return nil }
    self.uuid = uuid
  }

  /// The textual form, in lower case, as it stands in addresses.
  public var description: String { uuid.uuidString.lowercased() }
}

/// A noun as the store holds it: its content with identity, owner, visibility and version.
public struct Stored<Noun: Sendable>: Sendable {
  /// The identity, for ever the same.
  public let id: ID<Noun>
  /// The organisation the record belongs to.
  public let organisation: ID<Organisation>
  /// Who besides that organisation sees it.
  public var visibility: Visibility
  /// Counts the changes, from 1; a change names the version it was made from.
  public let version: Int
  /// When it was last changed.
  public let changedAt: Date
  /// The content.
  public var noun: Noun

  /// Puts together what the store read.
  public init(
    id: ID<Noun>, organisation: ID<Organisation>, visibility: Visibility, version: Int,
    changedAt: Date, noun: Noun
  ) {
    self.id = id
    self.organisation = organisation
    self.visibility = visibility
    self.version = version
    self.changedAt = changedAt
    self.noun = noun
  }
}

extension Stored: Equatable where Noun: Equatable {}

/// Who sees a record besides the organisation it belongs to.
public enum Visibility: String, CaseIterable, Sendable, Hashable {
  /// Only the organisation itself (and auditors).
  case draft
  /// The programme's co-ordinators and board too.
  case shared
  /// Everyone with an account in the programme.
  case published
}
