import Exchange
import HTTPTypes
import Hummingbird
import Programme
import Store

/// The library of benefit patterns.
enum PatternHandlers {
  /// The patterns that the address asks for.
  static func list(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    let filter = try PatternFilter(visit.query)
    return visit.page(PatternListPage(try await visit.shelf(as: viewer), filter: filter))
  }

  /// The same as a table for other programs, with their assumptions.
  static func table(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    let filter = try PatternFilter(visit.query)
    let shown = try await visit.shelf(as: viewer).filter(filter.holds)
    return try await visit.table(Exchange.Table(shown), named: "patterns")
  }

  /// One pattern.
  static func show(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    visit.page(PatternDetailPage(try await shelved(visit, viewer), viewer: viewer))
  }

  /// Offers a council's pattern no longer.
  static func remove(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    try visit.form.expecting([])
    let id = try visit.id(of: Pattern.self)
    let act = visit.act("pattern.remove")
    try await visit.write(as: viewer, act) { db in try db.removePattern(id, by: act, as: viewer) }
    return visit.redirect(to: "/patterns", notice: .patternRemoved)
  }

  private static func shelved(_ visit: Visit, _ viewer: Viewer) async throws -> ShelvedPattern {
    let name = visit.parameters.get("id") ?? ""
    if let known = visit.services.patterns[name] {
      return ShelvedPattern(pattern: known, stored: nil)
    }
    let id = try visit.id(of: Pattern.self)
    guard
      let stored = try await visit.store.read(
        as: viewer, { db in try db.pattern(id, as: viewer) })
    else { throw Refusal.notFound }
    return ShelvedPattern(pattern: stored.pattern, stored: stored)
  }
}
