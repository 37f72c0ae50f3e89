import Programme

/// A party to the programme: a council, a supplier, a co-ordinating body or another.
public struct PartyRow: Sendable, Hashable {
  /// The identity of the organisation.
  public let id: ID<Organisation>
  /// What kind of party it is.
  public let kind: OrganisationKind
  /// The official name.
  public let name: String
  /// A council's official code.
  public let code: CouncilCode?
  /// In what capacity it takes part.
  public let capacity: Capacity

  /// Puts together what the store read.
  public init(
    id: ID<Organisation>, kind: OrganisationKind, name: String, code: CouncilCode?,
    capacity: Capacity
  ) {
    self.id = id
    self.kind = kind
    self.name = name
    self.code = code
    self.capacity = capacity
  }
}

/// Somebody who takes part in the programme, as others know the person.
public struct Participant: Sendable, Hashable {
  /// The identity.
  public let id: ID<Person>
  /// The name.
  public let name: String
  /// The part played.
  public let role: Role
  /// The party the person acts for.
  public let party: ID<Organisation>
  /// That party's name.
  public let partyName: String
}
