/// Somebody with an account.
public struct Person: Hashable, Sendable {
  /// The name as it is shown.
  public var name: String
  /// The address that signs in, in lower case.
  public var email: String
  /// The part the person plays in the programme.
  public var role: Role

  /// A person with an account.
  public init(name: String, email: String, role: Role) {
    self.name = name
    self.email = email
    self.role = role
  }
}

/// The part a person plays in a programme, for the organisation the person belongs to.
public enum Role: String, CaseIterable, Sendable {
  /// Co-ordinates the programme across councils.
  case coordinator
  /// Records a council's benefits.
  case council
  /// Reads what the council's own officers read, and changes nothing.
  case viewer
  /// Works for a supplier or another partner.
  case partner
  /// Sits on the steering board.
  case board
  /// Reads everything, changes nothing.
  case auditor
  /// Keeps accounts and organisations.
  case admin
}

/// Who is acting: the scope that every page and every query is given.
public struct Viewer: Hashable, Sendable {
  /// The person; nil for a command run by the operator.
  public let person: ID<Person>?
  /// The name that the journal shows.
  public let name: String
  /// The part played.
  public let role: Role
  /// The organisation acted for.
  public let organisation: ID<Organisation>
  /// That organisation's name.
  public let organisationName: String
  /// That organisation's official code, for a council.
  public let organisationCode: CouncilCode?
  /// The programme acted in.
  public let programme: ID<NationalProgramme>

  /// Puts together what the session knows.
  public init(
    person: ID<Person>?, name: String, role: Role, organisation: ID<Organisation>,
    organisationName: String, organisationCode: CouncilCode?, programme: ID<NationalProgramme>
  ) {
    self.person = person
    self.name = name
    self.role = role
    self.organisation = organisation
    self.organisationName = organisationName
    self.organisationCode = organisationCode
    self.programme = programme
  }
}
