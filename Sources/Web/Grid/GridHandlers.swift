import Exchange
import Hummingbird
import Programme
import Store

/// The grid of all councils.
enum GridHandlers {
  /// The councils that the address asks for.
  static func show(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    let filter = try GridFilter(visit.query)
    return try await visit.show(as: viewer) { db in
      let standing = try db.programmeStanding(as: viewer)
      return GridPage(filter.rows(standing), of: standing, filter: filter)
    }
  }

  /// The same rows as a table for other programs.
  static func table(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    let filter = try GridFilter(visit.query)
    return try await visit.table(as: viewer, named: "programme") { db in
      Exchange.Table(filter.rows(try db.programmeStanding(as: viewer)), GridColumns.all)
    }
  }
}
