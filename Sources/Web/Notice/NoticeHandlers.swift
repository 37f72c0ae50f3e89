import Exchange
import Hummingbird
import Programme
import Store

/// What a person was told.
enum NoticeHandlers {
  /// The list.
  static func list(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    let filter = try NoticeFilter(visit.query)
    let page = try await visit.store.read(as: viewer) { db in
      NoticeListPage(try db.notices(filter, as: viewer), filter: filter, today: try db.today())
    }
    return visit.page(page)
  }

  /// The same rows as a table for other programs.
  static func table(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    var filter = try NoticeFilter(visit.query)
    filter.limit = NoticeLimit.table
    let wanted = filter
    let rows = try await visit.store.read(as: viewer) { db in
      try db.notices(wanted, as: viewer).rows
    }
    return try await visit.table(Exchange.Table(rows), named: "notices")
  }

  /// Goes to the page of a notice, which is read by that.
  static func open(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    let id = try visit.id(of: StoredNotice.self)
    let path = try await visit.write(as: viewer, visit.act("notice.read")) { db in
      try db.markNotice(id, read: true, as: viewer)
      return try db.notice(id, as: viewer).orNotFound().path
    }
    return visit.redirect(to: SafePath.of(path))
  }

  /// Marks one as read, or as new again.
  static func mark(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    let id = try visit.id(of: StoredNotice.self)
    try visit.form.expecting(["mark", "back"])
    let isRead = visit.form["mark"] != "new"
    try await visit.write(as: viewer, visit.act("notice.read")) { db in
      try db.markNotice(id, read: isRead, as: viewer)
    }
    return visit.redirect(to: visit.back)
  }

  /// Marks all that were listed as read; what came meanwhile stays new.
  static func markAll(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    try visit.form.expecting(["kind", "until", "back"])
    let kind = visit.form.given("kind").flatMap(NoticeKind.init(rawValue:))
    guard let until = visit.form.given("until").flatMap(NoticePlace.init(text:)) else {
      return visit.redirect(to: visit.back)
    }
    _ = try await visit.write(as: viewer, visit.act("notice.read")) { db in
      try db.markNoticesRead(kind, until: until.madeAt, as: viewer)
    }
    return visit.redirect(to: visit.back, notice: .noticesRead)
  }
}

extension Visit {
  /// The list that a mark was made from.
  fileprivate var back: String { SafePath.of(form["back"] ?? "/notices") }
}
