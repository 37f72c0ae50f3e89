import Calculator
import Exchange
import HTTPTypes
import Hummingbird
import Programme
import Store

/// Shared sources: listed, recorded, changed, removed.
enum SourceHandlers {
  /// The sources within sight.
  static func list(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    let sources = try await visit.store.read(as: viewer) { db in
      try db.sharedSources(as: viewer)
    }
    return visit.page(SourceListPage(sources, viewer: viewer))
  }

  /// The same as a table.
  static func table(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    let sources = try await visit.store.read(as: viewer) { db in
      try db.sharedSources(as: viewer)
    }
    return try await visit.table(Exchange.Table(sources), named: "shared sources")
  }

  /// One source and who draws on it.
  static func show(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    let id = try visit.id(of: SharedSource.self)
    let (source, shares) = try await visit.store.read(as: viewer) { db in
      (try db.sharedSource(id, as: viewer).orNotFound(), try db.shares(of: id, as: viewer))
    }
    return visit.page(SourcePage(source, shares: shares, viewer: viewer))
  }

  /// The form for a new source.
  static func new(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    visit.page(SourceFormPage(RecordForm(), of: nil))
  }

  /// The form that shows a source as it stands.
  static func edit(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    let stored = try await own(visit, viewer)
    return visit.page(SourceFormPage(RecordForm(stored.source), of: stored))
  }

  /// Records a source that the council keeps.
  static func create(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    var form = try RecordForm<SharedSource>(visit.form, besides: ["version", "visibility"])
    let (source, visibility, problems) = read(form)
    guard let source, let visibility else {
      form.problems = problems
      return visit.page(SourceFormPage(form, of: nil), .unprocessableContent)
    }
    let act = visit.act("source.add")
    let id = try await visit.write(as: viewer, act) { db in
      try db.addSource(source, visibility: visibility, by: act, as: viewer)
    }
    return visit.redirect(to: "/benefits/sources/\(id)", notice: .sourceSaved)
  }

  /// Changes a source, unless somebody else did meanwhile.
  static func update(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    let stored = try await own(visit, viewer)
    var form = try RecordForm<SharedSource>(visit.form, besides: ["version", "visibility"])
    let (source, visibility, problems) = read(form)
    let version = visit.form.given("version").flatMap { Int($0) } ?? 0
    guard let source, let visibility else {
      form.problems = problems
      return visit.page(SourceFormPage(form, of: stored), .unprocessableContent)
    }
    let act = visit.act("source.change")
    do {
      try await visit.write(as: viewer, act) { db in
        try db.changeSource(
          stored.id, expecting: version, to: source, visibility: visibility, by: act, as: viewer)
      }
    } catch Refusal.invalid(let problems) {
      form.problems = problems
      return visit.page(SourceFormPage(form, of: stored), .unprocessableContent)
    } catch Refusal.conflict {
      return try await conflict(visit, viewer, form)
    }
    return visit.redirect(to: "/benefits/sources/\(stored.id)", notice: .sourceSaved)
  }

  /// Takes a source away that nobody draws on.
  static func remove(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    let stored = try await own(visit, viewer)
    try visit.form.expecting(["version"])
    let version = visit.form.given("version").flatMap { Int($0) } ?? 0
    let act = visit.act("source.remove")
    do {
      try await visit.write(as: viewer, act) { db in
        try db.removeSource(stored.id, expecting: version, by: act, as: viewer)
      }
    } catch Refusal.invalid(let problems) {
      var form = RecordForm(stored.source)
      form.problems = problems
      return visit.page(SourceFormPage(form, of: stored), .unprocessableContent)
    } catch Refusal.conflict {
      return try await conflict(visit, viewer, RecordForm(stored.source))
    }
    return visit.redirect(to: "/benefits/sources", notice: .sourceRemoved)
  }

  /// The form with what was typed, upon the version that is stored now, and what that says.
  private static func conflict(
    _ visit: Visit, _ viewer: Viewer, _ form: RecordForm<SharedSource>
  ) async throws -> Response {
    let now = try await own(visit, viewer)
    let theirs = form.reading.value.map { $0.changes(since: now.source) } ?? []
    let words = theirs.map { "\($0.label) is now “\($0.before)”" }.joined(separator: ", ")
    return visit.page(
      SourceFormPage(
        form, of: now,
        failure: "Somebody changed it meanwhile. \(words). Save again to put yours over it"),
      .conflict)
  }

  private static func read(
    _ form: RecordForm<SharedSource>
  ) -> (SharedSource?, Visibility?, [Problem]) {
    let reading = form.reading
    let visibility = form.typed["visibility"].flatMap(Visibility.init)
    guard visibility == nil else { return (reading.value, visibility, reading.problems) }
    let problem = Problem(
      .error, at: .field("visibility"), subject: "Who may see it", found: "",
      expected: "one of the choices", mend: "Choose who may see it.")
    return (reading.value, nil, reading.problems + [problem])
  }

  private static func own(_ visit: Visit, _ viewer: Viewer) async throws -> StoredSource {
    let id = try visit.id(of: SharedSource.self)
    return try await visit.store.read(as: viewer) { db in
      guard let stored = try db.sharedSource(id, as: viewer) else { throw Refusal.notFound }
      guard viewer.mayChange(recordsOf: stored.stored.organisation) else {
        throw Refusal.forbidden
      }
      return stored
    }
  }
}
