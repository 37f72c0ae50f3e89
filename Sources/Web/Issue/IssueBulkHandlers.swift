import HTTPTypes
import Hummingbird
import Programme
import Store

/// One change of many issues.
enum IssueBulkHandlers {
  /// Asks what to change of the issues that were ticked, or of all that match and may be changed.
  static func choose(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    let issues = try await chosen(visit, viewer)
    let fields = try await visit.issueFields([:], as: viewer)
    let list = (try? IssueFilter(visit.listQuery))?.address().text ?? "/issues"
    return visit.page(IssueBulkPage(issues, fields, backTo: list))
  }

  /// Shows what would be changed, from what to what.
  static func check(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    let sent = try IssueBulkSubmission(visit.form)
    let issues = try await own(Array(sent.choice.versions.keys), visit, viewer)
    guard sent.problems.isEmpty, !issues.isEmpty
    else { return try await again(visit, viewer, sent, issues, sent.problems) }
    return visit.page(IssueBulkCheckPage(issues, sent))
  }

  /// Makes the change, unless somebody changed one of them meanwhile.
  static func change(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    let sent = try IssueBulkSubmission(visit.form)
    let issues = try await own(Array(sent.choice.versions.keys), visit, viewer)
    guard sent.problems.isEmpty, !issues.isEmpty else {
      return try await again(visit, viewer, sent, issues, sent.problems)
    }
    let page = IssueBulkCheckPage(issues, sent)
    guard page.problems.isEmpty else { return visit.page(page, .unprocessableContent) }
    let act = visit.act("issue.bulk", reason: sent.reason)
    do {
      let changed = try await visit.write(as: viewer, act) { db in
        try db.changeIssues(sent.change, of: sent.choice.versions, by: act, as: viewer)
      }
      return visit.redirect(
        to: "/issues", notice: changed == 0 ? .issueUnchanged : .issuesChanged)
    } catch Refusal.invalid(let problems) {
      return try await again(visit, viewer, sent, issues, problems)
    } catch Refusal.conflict {
      let now = try await own(Array(sent.choice.versions.keys), visit, viewer)
      return visit.page(IssueBulkCheckPage(now, sent), .conflict)
    }
  }

  private static func again(
    _ visit: Visit, _ viewer: Viewer, _ sent: IssueBulkSubmission, _ issues: [StoredIssue],
    _ problems: [Problem]
  ) async throws -> Response {
    let fields = try await visit.issueFields(sent.typed, problems, as: viewer)
    return visit.page(IssueBulkPage(issues, fields), .unprocessableContent)
  }

  /// The issues that the address names, as far as the viewer may change them.
  private static func chosen(_ visit: Visit, _ viewer: Viewer) async throws -> [StoredIssue] {
    guard visit.query["all"] != nil else {
      let numbers = visit.query.fields.filter { $0.name == "issue" }.compactMap { Int($0.value) }
      return try await own(Array(numbers.prefix(IssueBulkChange.limit)), visit, viewer)
    }
    var filter = try IssueFilter(visit.listQuery)
    (filter.after, filter.limit) = (nil, IssueLimit.page)
    let matching = filter
    let rows = try await visit.store.read(as: viewer) { db in
      try db.issuePage(matching, as: viewer).rows
    }
    let numbers = rows.filter { $0.state.isLive && viewer.mayChange($0.parties) }.map(\.number)
    return try await own(Array(numbers.prefix(IssueBulkChange.limit)), visit, viewer)
  }

  private static func own(
    _ numbers: [Int], _ visit: Visit, _ viewer: Viewer
  ) async throws -> [StoredIssue] {
    try await visit.store.read(as: viewer) { db in
      try db.issues(numbers, as: viewer).filter { viewer.mayChange($0.parties) }
    }
  }
}

extension Visit {
  /// The filter of the list, without what was ticked in it.
  fileprivate var listQuery: Submission {
    Submission(fields: query.fields.filter { IssueFilter.names.contains($0.name) })
  }
}
