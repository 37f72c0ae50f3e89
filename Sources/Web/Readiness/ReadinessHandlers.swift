import Hummingbird
import Programme
import Store

/// A council says how ready it is.
enum ReadinessHandlers {
  /// The checklist as it stands.
  static func edit(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    let (form, stored) = try await own(visit, viewer)
    return visit.page(form.page(ReadinessForm.typed(stored.readiness)))
  }

  /// Keeps it, unless somebody else did meanwhile.
  static func update(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    let (form, _) = try await own(visit, viewer)
    try visit.form.expecting(ReadinessForm.names)
    let typed = visit.form.ownValues
    let version = try visit.form.readVersion()
    let reading = ReadinessForm.read(typed)
    guard let readiness = reading.value else {
      return visit.page(form.page(typed, problems: reading.problems), .unprocessableContent)
    }
    let act = visit.act("readiness.change", reason: visit.form.given("reason") ?? "")
    let outcome = FormOutcome<Int>(
      refused: { form.page(typed, problems: $0) },
      overtaken: { try await conflict(readiness, typed, visit, viewer) },
      done: { _ in visit.redirect(to: form.council.href, notice: .readinessSaved) })
    return try await visit.save(as: viewer, act, outcome) { db in
      try db.saveReadiness(
        readiness, of: form.council.id, expecting: version, by: act, as: viewer)
    }
  }

  private static func conflict(
    _ readiness: Readiness, _ typed: [String: String], _ visit: Visit, _ viewer: Viewer
  ) async throws -> ConflictPage {
    let (form, theirs) = try await own(visit, viewer)
    let last = try await visit.store.read(as: viewer) { db in
      try db.history(of: "readiness", form.council.id.uuid, as: viewer).first
    }
    let subject = form.setting().conflict("checklist", "Readiness of \(form.council.name)")
    return ConflictPage(
      subject, saved: try theirs.changedAt.orNotFound(), version: theirs.version, last: last,
      rows: ConflictPage.Row.rows(readiness.changes(since: theirs.readiness)), typed: typed,
      action: form.setting().action)
  }

  /// The readiness of the council of the path, which must be the viewer's to keep.
  private static func own(
    _ visit: Visit, _ viewer: Viewer
  ) async throws -> (ReadinessForm, StoredReadiness) {
    let code = try visit.councilCode()
    return try await visit.store.read(as: viewer) { db in
      let council = try db.parties(as: viewer).first { $0.code == code }.orNotFound()
      guard viewer.mayKeep(recordOf: council.id) else { throw Refusal.forbidden }
      let stored = try db.readiness(of: council.id, as: viewer)[council.id] ?? StoredReadiness()
      return (ReadinessForm(council: council, version: stored.version), stored)
    }
  }
}
