import HTTPTypes
import Hummingbird
import Programme
import Store

/// Making a pattern of a benefit, for the council itself or for everybody.
enum KeepPatternHandlers {
  /// Asks what others need to know to use it.
  static func form(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    let stored = try await own(visit, viewer)
    return visit.page(KeepPatternPage(stored, KeepPatternForm(stored.benefit, of: viewer)))
  }

  /// Keeps the pattern.
  static func keep(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    let stored = try await own(visit, viewer)
    let form = try KeepPatternForm(visit.form)
    func again(_ problems: [Problem]) -> Response {
      visit.page(KeepPatternPage(stored, form, problems: problems), .unprocessableContent)
    }
    let reading = form.read(of: stored.benefit)
    guard let pattern = reading.value, let visibility = form.visibility else {
      return again(reading.problems)
    }
    let act = visit.act("pattern.keep")
    do {
      let id = try await visit.write(as: viewer, act) { db in
        try db.keepPattern(pattern, visibility: visibility, by: act, as: viewer)
      }
      return visit.redirect(to: "/patterns/\(id)", notice: .patternKept)
    } catch Refusal.invalid(let problems) {
      return again(problems)
    }
  }

  private static func own(_ visit: Visit, _ viewer: Viewer) async throws -> StoredBenefit {
    let id = try visit.id(of: Benefit.self)
    let stored = try await visit.store.read(as: viewer) { db in try db.benefit(id, as: viewer) }
    guard let stored else { throw Refusal.notFound }
    guard viewer.mayChange(recordsOf: stored.stored.organisation) else { throw Refusal.forbidden }
    return stored
  }
}
