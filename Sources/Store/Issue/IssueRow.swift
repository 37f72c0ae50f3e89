import Foundation
import Programme

/// One issue of a list.
public struct IssueRow: Sendable {
  /// The identity.
  public let id: ID<Issue>
  /// The number that people call it by.
  public let number: Int
  /// Its version, for a change of many.
  public let version: Int
  /// What it is.
  public let title: String
  /// What kind of thing it is.
  public let kind: IssueKind
  /// Where it stands.
  public let state: IssueState
  /// How much harm it does.
  public let severity: IssueSeverity?
  /// How soon it is to be dealt with.
  public let priority: IssuePriority?
  /// What lies behind it.
  public let cause: IssueCause?
  /// What is done next.
  public let nextAction: String
  /// By when.
  public let due: Programme.Day?
  /// Whose it is.
  public let parties: IssueParties
  /// The party that raised it.
  public let raiserName: String
  /// When it was raised.
  public let raisedAt: Date
  /// Since when it is in its state.
  public let stateAt: Date
  /// When it was last changed.
  public let changedAt: Date
  /// The party that answers for it; "" for none.
  public let ownerName: String
  /// Who answers for it there; "" for nobody by name.
  public let ownerPersonName: String
  /// The councils that it concerns; none is the whole programme.
  public let councils: [String]
}

/// One page of a list of issues.
public struct IssuePage: Sendable {
  /// Its rows.
  public let rows: [IssueRow]
  /// How many match, at most one more than ``IssueLimit/counted``.
  public let count: Int
  /// How many wait in each way, whatever the filter, at most one more than
  /// ``IssueLimit/countedNeeds``.
  public let needs: [IssueNeed: Int]
  /// Where the list goes on; nil at its end.
  public let next: IssueCursor?
  /// The day.
  public let today: Programme.Day
}
