import Foundation
import Postgres
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

extension Connection {
  /// One page of the issues that the viewer knows of, with counts: one query.
  public func issuePage(_ filter: IssueFilter, as viewer: Viewer) throws -> IssuePage {
    let lines = try query(filter.sql(as: viewer), IssueLine.init)
    guard let first = lines.first else { throw StoreError.inconsistent("a list without counts") }
    let rows = lines.compactMap(\.row)
    let shown = rows.prefix(filter.pageRows)
    let last = rows.count > shown.count ? shown.last : nil
    return IssuePage(
      rows: shown.map(\.row), count: first.count, needs: first.needs,
      next: last.map { IssueCursor(key: $0.key, number: $0.row.number) }, today: first.today)
  }
}

/// One line of the list's answer: counts, and a row unless the page is empty.
private struct IssueLine {
  let count: Int
  let needs: [IssueNeed: Int]
  let today: Programme.Day
  let row: (row: IssueRow, key: String)?

  init(_ columns: inout RowReader) throws {
    count = try columns.next()
    var needs: [IssueNeed: Int] = [:]
    for need in IssueNeed.allCases { needs[need] = try columns.next(Int.self) }
    self.needs = needs
    guard let today = try columns.optionalDay() else {
      throw StoreError.inconsistent("a list of no day")
    }
    self.today = today
    guard let id = try columns.next(UUID?.self) else {
      row = nil
      return
    }
    let issue = try IssueRow(ID(id), &columns)
    row = (issue, try columns.next())
  }
}

extension IssueRow {
  fileprivate init(_ id: ID<Issue>, _ row: inout RowReader) throws {
    self.id = id
    number = try row.next()
    version = try row.next()
    title = try row.next()
    kind = try row.choice(IssueKind.self)
    state = try row.choice(IssueState.self)
    severity = try row.optionalChoice(IssueSeverity.self)
    priority = try row.optionalChoice(IssuePriority.self)
    cause = try row.optionalChoice(IssueCause.self)
    nextAction = try row.next()
    due = try row.optionalDay()
    var parties = IssueParties(raiser: ID(try row.next()))
    raiserName = try row.next()
    raisedAt = try row.next(Instant.self).date
    stateAt = try row.next(Instant.self).date
    changedAt = try row.next(Instant.self).date
    parties.confidedTo = try row.next(UUID?.self).map { ID($0) }
    parties.owner = try row.next(UUID?.self).map { ID($0) }
    self.parties = parties
    ownerName = try row.next(String?.self) ?? ""
    ownerPersonName = try row.next(String?.self) ?? ""
    councils = try row.next([String].self)
  }
}
