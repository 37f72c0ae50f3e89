import Foundation
import HTTPTypes
import Hummingbird
import Programme
import Store

/// Taking back what was done.
enum UndoHandlers {
  /// What would be restored.
  static func show(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    visit.page(UndoPage(try await plan(visit, viewer)))
  }

  /// Restores it, unless somebody changed one of the records since.
  static func undo(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    try visit.form.expecting([])
    let plan = try await plan(visit, viewer)
    let act = visit.act("benefit.undo")
    do {
      try await visit.write(as: viewer, act) { db in
        try db.undo(plan.act, by: act, as: viewer)
      }
    } catch Refusal.invalid(let problems) {
      return visit.page(
        UndoPage(try await self.plan(visit, viewer), problems: problems), .unprocessableContent)
    }
    return visit.redirect(to: "/benefits", notice: .undone, of: act)
  }

  private static func plan(_ visit: Visit, _ viewer: Viewer) async throws -> UndoPlan {
    let act = try visit.id(of: Act.self).uuid
    return try await visit.store.read(as: viewer) { db in try db.undoPlan(of: act, as: viewer) }
  }
}
