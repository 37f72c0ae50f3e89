import Foundation
import Postgres
import Programme

extension Connection {
  /// One page of the viewer's own notices, newest first.
  public func notices(_ filter: NoticeFilter, as viewer: Viewer) throws -> NoticePage {
    let limit = min(max(1, filter.limit), NoticeLimit.table)
    let rows = try query(
      """
      SELECT \(StoredNotice.columns) FROM notice n
      WHERE \(filter.condition) AND \(viewer.owns("n"))
      ORDER BY n.made_at DESC, n.id
      LIMIT \(limit + 1)
      """
    ) { row in try StoredNotice(&row) }
    let shown = rows.prefix(limit)
    return NoticePage(
      rows: Array(shown),
      next: rows.count > limit ? shown.last.map(NoticePlace.init(after:)) : nil,
      counts: try noticeCounts(as: viewer))
  }

  /// One of the viewer's own notices; nil for any other.
  public func notice(_ id: ID<StoredNotice>, as viewer: Viewer) throws -> StoredNotice? {
    try first(
      """
      SELECT \(StoredNotice.columns) FROM notice n WHERE n.id = \(id.uuid) AND \(viewer.owns("n"))
      """
    ) { row in try StoredNotice(&row) }
  }

  /// Marks one of the viewer's own notices as read or as new again. Throws ``Refusal/notFound`` for
  /// any other.
  public func markNotice(_ id: ID<StoredNotice>, read: Bool, as viewer: Viewer) throws {
    let readAt: SQL = "CASE WHEN \(read) THEN coalesce(n.read_at, scope_now()) END"
    let marked = try execute(
      "UPDATE notice n SET read_at = \(readAt) WHERE n.id = \(id.uuid) AND \(viewer.owns("n"))")
    if marked == 0 { throw Refusal.notFound }
  }

  /// Marks the viewer's new notices as read, of one kind or of all, up to the moment that the list
  /// was seen: what came after it stays new. Returns how many there were.
  @discardableResult
  public func markNoticesRead(
    _ kind: NoticeKind?, until seen: Date, as viewer: Viewer
  ) throws -> Int {
    let ofKind: SQL = kind.map { "n.kind = \($0.rawValue)" } ?? "true"
    return try execute(
      """
      UPDATE notice n SET read_at = scope_now()
      WHERE n.read_at IS NULL AND n.made_at <= \(Instant(seen)) AND \(ofKind)
        AND \(viewer.owns("n"))
      """)
  }

  private func noticeCounts(as viewer: Viewer) throws -> [NoticeKind: (all: Int, new: Int)] {
    let rows = try query(
      """
      SELECT n.kind, count(*), count(*) FILTER (WHERE n.read_at IS NULL)
      FROM notice n WHERE \(viewer.owns("n"))
      GROUP BY n.kind ORDER BY n.kind
      """
    ) { row in
      (try row.choice(NoticeKind.self), (all: try row.next(Int.self), new: try row.next(Int.self)))
    }
    return Dictionary(rows) { $1 }
  }
}

extension StoredNotice {
  static let columns: SQL =
    "n.id, n.kind, n.title, n.words, n.path, n.due, n.made_at, n.read_at"

  init(_ row: inout RowReader) throws {
    id = ID(try row.next())
    kind = try row.choice(NoticeKind.self)
    title = try row.next()
    words = try row.next()
    path = try row.next()
    due = try row.optionalDay()
    madeAt = try row.next(Instant.self).date
    readAt = try row.next(Instant?.self)?.date
  }
}

extension NoticeFilter {
  fileprivate var condition: SQL {
    var conditions: [SQL] = ["true"]
    if let kind { conditions.append("n.kind = \(kind.rawValue)") }
    if let isNew { conditions.append(isNew ? "n.read_at IS NULL" : "n.read_at IS NOT NULL") }
    if let after {
      conditions.append(
        """
        (n.made_at < \(Instant(after.madeAt))
          OR (n.made_at = \(Instant(after.madeAt)) AND n.id > \(after.id.uuid)))
        """)
    }
    return conditions.joined(separator: " AND ")
  }
}

extension Viewer {
  /// What is the viewer's own as a person, on the table of that alias.
  func owns(_ table: SQL) -> SQL {
    """
    \(table).programme_id = \(programme.uuid)
      AND \(table).person_id = \(person?.uuid as UUID?)
    """
  }
}
