import Exchange
import HTTPTypes
import Hummingbird
import Programme
import Store

/// Saying what the columns of a file hold, for this file and the next.
enum ColumnHandlers {
  /// The columns that somebody may have a say in.
  static func show(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    let staged = try await ImportHandlers.staged(visit, viewer)
    guard staged.run.state == .staged else { return visit.redirect(to: staged.address) }
    let file = try await visit.calculating { staged.read() }
    guard file.headings.contains(where: { !$0.columns.isEmpty }) else {
      return visit.redirect(to: staged.address)
    }
    return visit.page(ImportColumnsPage(staged.run, file.headings))
  }

  /// Keeps what was said, and checks the file again by it: it is not sent again.
  static func match(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    let staged = try await ImportHandlers.staged(visit, viewer)
    let file = try await visit.calculating { staged.read() }
    let answers = try ColumnAnswers(visit.form, file.headings)
    guard answers.problems.isEmpty else {
      return visit.page(
        ImportColumnsPage(staged.run, file.headings, answers), .unprocessableContent)
    }
    var matches = staged.matches
    for match in answers.matches { matches.add(match) }
    let again = try await visit.calculating { [matches] in
      RegisterFile.read(staged.bytes, matches: matches)
    }
    let act = visit.act("import.match")
    try await visit.write(as: viewer, act) { db in
      try db.saveHeadingMatches(
        answers.matches, of: staged.run.organisation, by: act, as: viewer)
      try db.recheckImport(staged.run.id, problems: again.problems, as: viewer)
    }
    return visit.redirect(to: staged.address, notice: .columnsMatched)
  }

  /// What the council's headings mean.
  static func list(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    let saved = try await visit.store.read(as: viewer) { db in
      try db.headingMatches(of: viewer.organisation, as: viewer)
    }
    return visit.page(HeadingMatchListPage(saved, council: viewer.organisationName))
  }

  /// The same as a table for other programs.
  static func table(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    let saved = try await visit.store.read(as: viewer) { db in
      try db.headingMatches(of: viewer.organisation, as: viewer)
    }
    return try await visit.table(Exchange.Table(saved), named: "matched columns")
  }

  /// Forgets one of them, for the files to come.
  static func remove(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    try visit.form.expecting([])
    let id = try visit.id(of: HeadingMatch.self)
    let act = visit.act("import.match")
    try await visit.write(as: viewer, act) { db in
      try db.removeHeadingMatch(id, by: act, as: viewer)
    }
    return visit.redirect(to: "/imports/matches", notice: .matchRemoved)
  }
}
