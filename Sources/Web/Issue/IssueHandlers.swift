import Exchange
import HTTPTypes
import Hummingbird
import Programme
import Store

/// The list of issues, one of them, and raising another.
enum IssueHandlers {
  /// The issues that a filter asks for.
  static func list(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    let filter = try IssueFilter(visit.query)
    let listing = try await visit.issues(filter, as: viewer)
    return visit.page(
      IssueListPage(listing, filter: filter, viewer: viewer, now: visit.services.clock()))
  }

  /// The same rows as a table for other programs, all pages of them.
  static func table(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    let filter = try IssueFilter(visit.query)
    let now = visit.services.clock()
    let table = try await visit.store.read(as: viewer) { db in
      Exchange.Table(try db.everyIssueRow(of: filter, as: viewer), now: now)
    }
    return try await visit.table(table, named: "issues")
  }

  /// One issue on one page.
  static func show(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    try await visit.issuePage(viewer)
  }

  /// The form of a new issue, perhaps about a record.
  static func new(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    try visit.query.expecting(["about"])
    let own = viewer.organisationCode == nil ? "" : viewer.organisationName
    let fields = try await visit.issueFields([IssueSubmission.council: own], as: viewer)
    return visit.page(IssueFormPage(raising: fields, about: visit.query.given("about") ?? ""))
  }

  /// Raises it.
  static func create(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    let sent = try IssueSubmission(visit.form)
    let about = visit.form.given("about") ?? ""
    func again(_ problems: [Problem]) async throws -> Response {
      let fields = try await visit.issueFields(sent.typed, problems, as: viewer)
      return visit.page(IssueFormPage(raising: fields, about: about), .unprocessableContent)
    }
    let reading = sent.read(upon: nil)
    guard let issue = reading.value else { return try await again(reading.problems) }
    let act = visit.act("issue.raise")
    do {
      let number = try await visit.write(as: viewer, act) { db in
        let number = try db.raiseIssue(issue, by: act, as: viewer)
        if let target = IssueLinkTarget(address: about) {
          try db.linkIssue(number, to: target, by: act, as: viewer)
        }
        return number
      }
      return visit.redirect(
        to: "/issues/\(number)", notice: sent.isConfided ? .concernRaised : .issueRaised)
    } catch Refusal.invalid(let problems) {
      return try await again(problems)
    }
  }
}

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
