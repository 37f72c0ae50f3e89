import HTTPTypes
import Hummingbird
import Programme
import Store

/// What a benefit took over from its pattern.
enum AssumptionHandlers {
  /// What is assumed, confirmed and replaced.
  static func show(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    let (stored, adoption) = try await adopted(visit, viewer)
    return visit.page(AssumptionPage(stored, adoption, viewer: viewer))
  }

  /// Says that the ticked ones hold for the council.
  static func confirm(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    let (stored, adoption) = try await adopted(visit, viewer)
    guard viewer.mayChange(recordsOf: stored.stored.organisation) else { throw Refusal.forbidden }
    try visit.form.expecting(
      Set(["version"] + Benefit.Field.inputs.map { "confirm.\($0.rawValue)" }))
    guard let version = visit.form.given("version").flatMap({ Int($0) }) else {
      throw Failure(.unprocessableContent)
    }
    let ticked = Set(
      Benefit.Field.inputs.filter { visit.form.given("confirm.\($0.rawValue)") != nil })
    let act = visit.act("benefit.confirm")
    do {
      try await visit.write(as: viewer, act) { db in
        _ = try db.confirmAssumptions(
          ticked, of: stored.id, expecting: version, by: act, as: viewer)
      }
    } catch Refusal.conflict {
      return visit.page(
        AssumptionPage(stored, adoption, viewer: viewer, ticked: ticked, isStale: true), .conflict)
    }
    return visit.redirect(to: "/benefits/\(stored.id)", notice: .assumptionsConfirmed)
  }

  private static func adopted(
    _ visit: Visit, _ viewer: Viewer
  ) async throws -> (StoredBenefit, Adoption?) {
    let id = try visit.id(of: Benefit.self)
    return try await visit.store.read(as: viewer) { db in
      guard let benefit = try db.benefit(id, as: viewer) else { throw Refusal.notFound }
      return (benefit, try db.adoption(of: id, as: viewer))
    }
  }
}
