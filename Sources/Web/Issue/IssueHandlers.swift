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
    let (filter, now) = (try IssueFilter(visit.query), visit.services.clock())
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
