import Exchange
import Hummingbird
import Programme
import Store

/// Suppliers, co-ordinating bodies and other parties that are no council.
enum PartnerHandlers {
  /// Every partner that takes part.
  static func list(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    visit.page(PartnerListPage(try await partners(visit, viewer), viewer: viewer))
  }

  /// The same rows as a table for other programs.
  static func table(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    let table = Exchange.Table(
      try await partners(visit, viewer), PartnerColumns.all(for: viewer))
    return try await visit.table(table, named: "partners")
  }

  /// One partner at a glance.
  static func show(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    let id = try visit.id(of: Organisation.self)
    return try await visit.show(as: viewer) { db in
      let all = try db.programmeStanding(as: viewer)
      let standing = try all[id].orNotFound()
      guard standing.party.kind != .council else { throw Refusal.notFound }
      return PartnerPage(
        standing, today: all.today, people: try db.participants(of: id, as: viewer),
        viewer: viewer)
    }
  }

  private static func partners(
    _ visit: Visit, _ viewer: Viewer
  ) async throws -> [PartyStanding] {
    try await visit.store.read(as: viewer) { db in
      try db.programmeStanding(as: viewer).parties.filter { $0.party.kind != .council }
    }
  }
}
