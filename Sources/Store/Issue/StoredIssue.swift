import Foundation
import Programme

/// An issue with all that is stored beside it.
public struct StoredIssue: Sendable {
  /// The identity.
  public let id: ID<Issue>
  /// The number that people call it by, unique in the installation.
  public let number: Int
  /// Counts the changes, from 1.
  public let version: Int
  /// What it says.
  public let issue: Issue
  /// Whose it is.
  public let parties: IssueParties
  /// The name of the party that raised it.
  public let raiserName: String
  /// Who raised it; nil for the operator.
  public let raisedBy: ID<Person>?
  /// The name of who raised it.
  public let raisedByName: String
  /// When it was raised.
  public let raisedAt: Date
  /// When it was last changed.
  public let changedAt: Date
  /// Since when it is in its state.
  public let stateAt: Date
  /// Who answers for it by name.
  public let ownerPerson: ID<Person>?
  /// The councils that it concerns.
  public let councils: [Place]

  /// Puts together what the store read.
  public init(
    id: ID<Issue>, number: Int, version: Int, issue: Issue, parties: IssueParties,
    raiserName: String, raisedBy: ID<Person>?, raisedByName: String, raisedAt: Date,
    changedAt: Date, stateAt: Date, ownerPerson: ID<Person>?, councils: [Place]
  ) {
    (self.id, self.number, self.version) = (id, number, version)
    (self.issue, self.parties) = (issue, parties)
    (self.raiserName, self.raisedBy, self.raisedByName) = (raiserName, raisedBy, raisedByName)
    (self.raisedAt, self.changedAt, self.stateAt) = (raisedAt, changedAt, stateAt)
    (self.ownerPerson, self.councils) = (ownerPerson, councils)
  }

  /// A council that an issue concerns.
  public struct Place: Sendable, Hashable {
    /// The identity.
    public let id: ID<Organisation>
    /// The name.
    public let name: String
    /// The official code.
    public let code: CouncilCode?
  }

  /// "#12", as people write it.
  public var label: String { "#\(number)" }
}

/// Something that somebody wrote about an issue.
public struct IssueComment: Sendable, Hashable {
  /// The identity.
  public let id: ID<IssueComment>
  /// Who wrote it.
  public let personName: String
  /// For which party.
  public let partyName: String
  /// When.
  public let at: Date
  /// What.
  public let words: String
  /// Whether it was written in confidence.
  public let isConfided: Bool

  /// Puts together what the store read.
  public init(
    id: ID<IssueComment>, personName: String, partyName: String, at: Date, words: String,
    isConfided: Bool
  ) {
    (self.id, self.personName, self.partyName) = (id, personName, partyName)
    (self.at, self.words, self.isConfided) = (at, words, isConfided)
  }
}

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

/// The limits of issues, by name, in one place.
public enum IssueLimit {
  /// Lists count up to here, and then say "more than".
  public static let counted = 1_000
  /// How many wait in one way is counted up to here.
  public static let countedNeeds = 99
  /// The most rows of one page of a list.
  public static let page = 5_000
  /// The most rows of a list that is handed out as a file.
  public static let file = 100_000
  /// The most comments that a page shows.
  public static let comments = 500
  /// The longest comment, in characters.
  public static let commentCharacters = 8_000
  /// The most words that are looked for.
  public static let words = 10
  /// The most links of one issue.
  public static let links = 50
}
