/// A party to programmes: a council, a supplier, a co-ordinating body or another.
public struct Organisation: Hashable, Sendable {
  /// What kind of party it is.
  public var kind: OrganisationKind
  /// The official name.
  public var name: String
  /// The official code of a council (GSS, for instance "S12000040"); nil for other parties.
  public var code: CouncilCode?

  /// An organisation of any kind.
  public init(kind: OrganisationKind, name: String, code: CouncilCode? = nil) {
    self.kind = kind
    self.name = name
    self.code = code
  }
}

/// The kinds of party.
public enum OrganisationKind: String, CaseIterable, Sendable {
  /// A local authority.
  case council
  /// A company that delivers to the councils.
  case supplier
  /// A body that co-ordinates the programme nationally.
  case coordinatingBody = "co-ordinating body"
  /// Any other party.
  case other
}

/// An official nine-character code of a council (GSS): a letter and eight digits.
public struct CouncilCode: Hashable, Sendable, CustomStringConvertible {
  /// The code, in upper case.
  public let description: String

  /// Reads a code in either case; nil for anything of another form.
  public init?(text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count == 9, (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(bytes[0] & 0xDF),
      bytes.dropFirst().allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
    else { return nil }
    description = text.uppercased()
  }
}

/// In what capacity an organisation takes part in a programme.
public enum Capacity: String, CaseIterable, Sendable {
  /// The council that leads for all.
  case leadCouncil = "lead council"
  /// A council inside the framework contract.
  case memberCouncil = "member council"
  /// A council that takes part without the framework contract.
  case associateCouncil = "council outside the framework contract"
  /// A supplier.
  case supplier
  /// A co-ordinating body.
  case coordinatingBody = "co-ordinating body"
}

/// An organisation's part in a programme.
public struct Membership: Hashable, Sendable {
  /// Who takes part.
  public var organisation: ID<Organisation>
  /// In what capacity.
  public var capacity: Capacity
  /// From which day.
  public var from: Day
  /// To which day, inclusive; nil while it lasts.
  public var to: Day?

  /// A membership; open-ended unless told otherwise.
  public init(organisation: ID<Organisation>, capacity: Capacity, from: Day, to: Day? = nil) {
    self.organisation = organisation
    self.capacity = capacity
    self.from = from
    self.to = to
  }
}

/// A programme run by many organisations together.
public struct NationalProgramme: Hashable, Sendable {
  /// The name.
  public var name: String
  /// What it is for, in a sentence or two.
  public var purpose: String

  /// A programme.
  public init(name: String, purpose: String) {
    self.name = name
    self.purpose = purpose
  }
}
