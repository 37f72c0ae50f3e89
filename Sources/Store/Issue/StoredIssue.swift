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
