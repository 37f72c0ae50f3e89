import Foundation
import Postgres
import Programme

extension Connection {
  /// What waits, soonest first; what has no day comes last. One query, whatever there is.
  public func due(_ reach: DueReach, as viewer: Viewer) throws -> DueList {
    var count = 0
    let items = try query(
      """
      SELECT d.kind, d.record, d.title, d.path, d.day, d.party, d.changed_at, count(*) OVER ()
      FROM (\(DueKind.union(reach, viewer))) d
      WHERE \(reach.days)
      ORDER BY d.day NULLS LAST, d.kind, d.record
      LIMIT \(reach.limit)
      """
    ) { row in
      let item = try DueItem(&row)
      count = try row.next()
      return item
    }
    return DueList(items: items, count: count, today: try today())
  }
}

extension DueReach {
  fileprivate var days: SQL {
    switch self {
    case .own: "d.day IS NULL OR d.day <= \(SQL.today) + \(DueLimit.days)::int"
    case .calendar:
      """
      d.day BETWEEN \(SQL.today) - \(DueLimit.calendarDaysBack)::int
        AND \(SQL.today) + \(DueLimit.calendarDaysAhead)::int
      """
    }
  }

  fileprivate var limit: Int {
    switch self {
    case .own: DueLimit.named
    case .calendar: DueLimit.calendarEntries
    }
  }

  /// Whose things are looked for, by the column that says whose a thing is.
  func isWanted(_ party: SQL, by viewer: Viewer) -> SQL {
    switch self {
    case .calendar where [.coordinator, .board, .auditor].contains(viewer.role): "true"
    case .own, .calendar: "\(party) = \(viewer.organisation.uuid)"
    }
  }
}

extension DueItem {
  fileprivate init(_ row: inout RowReader) throws {
    kind = try row.choice(DueKind.self)
    record = try row.next()
    title = try row.next()
    path = try row.next()
    day = try row.optionalDay()
    partyName = try row.next()
    changedAt = try row.next(Instant.self).date
  }
}
