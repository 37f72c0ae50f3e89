import Foundation
import Programme

/// What an issue may be about, besides itself.
public enum IssueLinkKind: String, CaseIterable, Sendable {
  /// A benefit of the register.
  case benefit
  /// A milestone of a party.
  case milestone
  /// A change of the plan.
  case change
}

/// A record that an issue is about, as far as the viewer sees it.
public struct IssueLink: Sendable, Hashable {
  /// The identity of the link.
  public let id: ID<IssueLink>
  /// What kind of record.
  public let kind: IssueLinkKind
  /// The identity of the record.
  public let record: UUID
  /// Its name: "B001 Fewer visits".
  public let title: String
  /// The party it belongs to.
  public let partyName: String
  /// Its number in addresses, where it has one.
  public let number: Int?

  /// Puts together what the store read.
  public init(
    id: ID<IssueLink>, kind: IssueLinkKind, record: UUID, title: String, partyName: String,
    number: Int?
  ) {
    (self.id, self.kind, self.record) = (id, kind, record)
    (self.title, self.partyName, self.number) = (title, partyName, number)
  }
}
