import Calculator
import Exchange
import Hummingbird
import Programme
import Store

/// Any grouping of the benefits by any other, and those that are kept.
enum PivotHandlers {
  /// The grouping that the address asks for.
  static func show(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    let question = try PivotQuestion(visit.query)
    let answer = try await answer(visit, viewer, question)
    return visit.page(
      PivotPage(answer, question), question.problems.isEmpty ? .ok : .unprocessableContent)
  }

  /// The same figures as a table for other programs.
  static func table(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    let question = try PivotQuestion(visit.query)
    guard let report = try await answer(visit, viewer, question).report else {
      throw Refusal.invalid(question.problems)
    }
    return try await visit.table(Exchange.Table(report, question: question), named: "pivot")
  }

  /// Keeps a pivot under a name, for oneself or for everybody of the organisation.
  static func keep(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    try visit.form.expecting(["name", "query", "shared"])
    let (name, isShared) = (visit.form.given("name") ?? "", visit.form["shared"] == "yes")
    let question = try PivotQuestion(try visit.keptQuery())
    guard question.problems.isEmpty else { throw Refusal.invalid(question.problems) }
    let query = String(question.address("").text.dropFirst())
    let act = visit.act("view.keep")
    do {
      _ = try await visit.write(as: viewer, act) { db in
        try db.addSavedView(name: name, query: query, isShared: isShared, by: act, as: viewer)
      }
    } catch Refusal.invalid(let problems) {
      var page = PivotPage(try await answer(visit, viewer, question), question)
      page.refuse(name, isShared: isShared, problems.map(\.message).joined(separator: " "))
      return visit.page(page, .unprocessableContent)
    }
    return visit.redirect(to: question.address("/benefits/pivot").text, notice: .viewKept)
  }

  /// Takes a pivot that was kept away.
  static func remove(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    try visit.form.expecting([])
    let id = try visit.id(of: SavedView.self)
    let act = visit.act("view.remove")
    try await visit.write(as: viewer, act) { db in try db.removeSavedView(id, by: act, as: viewer) }
    return visit.redirect(to: "/benefits/pivot", notice: .viewRemoved)
  }

  private static func answer(
    _ visit: Visit, _ viewer: Viewer, _ question: PivotQuestion
  ) async throws -> PivotAnswer {
    try await visit.store.read(as: viewer) { db in
      let sides = [question.rows, question.columns]
      let councils = sides.contains(.dimension(.council)) ? try db.councils(as: viewer) : []
      let report =
        question.problems.isEmpty
        ? try db.pivot(
          rows: question.rows, columns: question.columns, of: question.figure, question.filter,
          as: viewer) : nil
      return PivotAnswer(
        report: report, views: try db.savedViews(as: viewer),
        codes: Dictionary(councils.map { ($0.name, $0.code) }) { first, _ in first })
    }
  }
}
