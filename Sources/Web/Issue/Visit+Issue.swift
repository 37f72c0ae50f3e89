import HTTPTypes
import Hummingbird
import Programme
import Store

extension Visit {
  /// A list of issues with all that its page offers.
  func issues(_ filter: IssueFilter, as viewer: Viewer) async throws -> IssueListing {
    try await store.read(as: viewer) { db in
      IssueListing(
        page: try db.issuePage(filter, as: viewer), parties: try db.parties(as: viewer),
        views: try db.savedViews(of: .issues, as: viewer))
    }
  }

  /// The number of an issue from the path; one that is no number is not found.
  func issueNumber() throws(Refusal) -> Int {
    guard let text = parameters.get("number"), text.utf8.count <= 18,
      text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(text)
    else { throw .notFound }
    return number
  }

  /// The page of the issue in the path, with what was typed into its small forms.
  func issuePage(
    _ viewer: Viewer, typed: IssueTyped = IssueTyped(), _ status: HTTPResponse.Status = .ok
  ) async throws -> Response {
    let number = try issueNumber()
    let shown = try await store.read(as: viewer) { db in
      try db.issueOnPage(number, as: viewer)
    }
    return page(
      IssueDetailPage(shown, viewer: viewer, now: services.clock(), typed: typed), status)
  }

  /// The fields of a form about an issue.
  func issueFields(
    _ typed: [String: String], _ problems: [Problem] = [], as viewer: Viewer
  ) async throws -> IssueFields {
    try await store.read(as: viewer) { db in
      IssueFields(
        typed: typed, problems: problems, parties: try db.parties(as: viewer),
        people: try db.participants(as: viewer))
    }
  }
}

extension Database {
  /// Every row of a list, page after page, up to the most that a file holds.
  func everyIssueRow(of filter: IssueFilter, as viewer: Viewer) throws -> [IssueRow] {
    var filter = filter
    filter.after = nil
    filter.limit = IssueLimit.page
    var rows: [IssueRow] = []
    while rows.count < IssueLimit.file {
      let page = try issuePage(filter, as: viewer)
      rows += page.rows
      guard let next = page.next else { break }
      filter.after = next
    }
    return rows
  }

  fileprivate func issueOnPage(_ number: Int, as viewer: Viewer) throws -> IssueOnPage {
    let stored = try issue(number, as: viewer).orNotFound()
    let watch = try watch(on: stored, as: viewer)
    return IssueOnPage(
      stored: stored, comments: try comments(on: stored, as: viewer),
      links: try links(of: stored, as: viewer), history: try history(of: stored, as: viewer),
      isWatched: watch.isOwn, watcherCount: watch.count, today: try today())
  }
}
