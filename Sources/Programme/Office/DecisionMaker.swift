import Calculator

/// Who decides for a party today.
public struct DecisionMaker: Hashable, Sendable {
  /// The holder's name.
  public let holder: String
  /// The participant; nil for somebody who is known by name only.
  public let person: ID<Person>?
  /// Who decides in the holder's place; "" where nobody is named.
  public let deputy: String
  /// Up to how many pounds the holder decides alone; nil is not known, which is not £0.
  public let limit: Exact?

  /// Who decides, as the office says.
  public init(_ office: Office) {
    holder = office.holder
    person = office.person
    deputy = office.deputy
    limit = office.limit
  }
}
