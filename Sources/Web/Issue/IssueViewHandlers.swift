import HTTPTypes
import Hummingbird
import Programme
import Store

/// Lists of issues that are kept under a name.
enum IssueViewHandlers {
  /// Keeps a list, for oneself or for everybody of the organisation.
  static func keep(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    try visit.form.expecting(["name", "query", "shared"])
    let (name, isShared) = (visit.form.given("name") ?? "", visit.form["shared"] == "yes")
    let filter = try IssueFilter(try visit.keptQuery())
    let query = String(filter.address("").text.dropFirst())
    let act = visit.act("view.keep")
    do {
      _ = try await visit.write(as: viewer, act) { db in
        try db.addSavedView(
          of: .issues, name: name, query: query, isShared: isShared, by: act, as: viewer)
      }
    } catch Refusal.invalid(let problems) {
      let listing = try await visit.issues(filter, as: viewer)
      var page = IssueListPage(
        listing, filter: filter, viewer: viewer, now: visit.services.clock())
      page.keep = KeepView(
        query: query, of: .issues, name: name, isShared: isShared,
        error: problems.map(\.message).joined(separator: " "))
      page.problems = problems.map { PageProblem($0) }
      return visit.page(page, .unprocessableContent)
    }
    return visit.redirect(to: filter.address().text, notice: .listKept)
  }

  /// Takes one away.
  static func remove(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    try visit.form.expecting([])
    let id = try visit.id(of: SavedView.self)
    let act = visit.act("view.remove")
    try await visit.write(as: viewer, act) { db in try db.removeSavedView(id, by: act, as: viewer) }
    return visit.redirect(to: "/issues", notice: .listRemoved)
  }
}
