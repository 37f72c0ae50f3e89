import Foundation
import Postgres
import Programme

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
