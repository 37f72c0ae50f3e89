import Exchange
import Hummingbird
import Programme
import Store

/// The grid of all councils.
enum GridHandlers {
  /// The councils that the address asks for.
  static func show(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    let filter = try GridFilter(visit.query)
    let standing = try await visit.store.read(as: viewer) { db in
      try db.programmeStanding(as: viewer)
    }
    return visit.page(GridPage(filter.rows(standing), of: standing, filter: filter))
  }

  /// The same rows as a table for other programs.
  static func table(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    let filter = try GridFilter(visit.query)
    let standing = try await visit.store.read(as: viewer) { db in
      try db.programmeStanding(as: viewer)
    }
    let rows = filter.rows(standing)
    return try await visit.table(Exchange.Table(rows, GridColumns.all), named: "programme")
  }
}
