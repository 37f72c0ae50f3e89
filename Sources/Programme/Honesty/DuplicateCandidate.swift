/// A benefit as the search for duplicates sees it.
public struct DuplicateCandidate: Hashable, Sendable {
  /// The identity.
  public var id: ID<Benefit>
  /// Whose it is.
  public var organisation: ID<Organisation>
  /// The council's official name.
  public var councilName: String
  /// The reference.
  public var reference: String
  /// The title.
  public var title: String
  /// The service.
  public var service: String
  /// How it is worked out.
  public var method: String
  /// The volume, else the amount, else the posts; "" when there is none.
  public var quantity: String

  /// A candidate.
  public init(
    id: ID<Benefit>, organisation: ID<Organisation>, councilName: String, reference: String,
    title: String, service: String, method: String, quantity: String
  ) {
    self.id = id
    self.organisation = organisation
    self.councilName = councilName
    self.reference = reference
    self.title = title
    self.service = service
    self.method = method
    self.quantity = quantity
  }
}

/// Two benefits that may be the same.
public struct DuplicatePair: Hashable, Sendable {
  /// The one whose council and reference come first.
  public let first: DuplicateCandidate
  /// The other.
  public let second: DuplicateCandidate
  /// How alike they are, 0 to 100.
  public let score: Int
  /// In what.
  public let reasons: [String]
}
