import Foundation
import Postgres
import Programme

extension Connection {
  /// What happened to one benefit within sight, newest first.
  public func history(of benefit: ID<Benefit>, as viewer: Viewer) throws -> [JournalEntry] {
    try journal(
      where: "e.record_id = \(benefit.uuid) AND e.kind = 'benefit'",
      limit: JournalFilter.limitMaximum, as: viewer)
  }

  /// What happened to one cost within sight, newest first.
  public func history(of cost: ID<Cost>, as viewer: Viewer) throws -> [JournalEntry] {
    try journal(
      where: "e.record_id = \(cost.uuid) AND e.kind = 'cost'",
      limit: JournalFilter.limitMaximum, as: viewer)
  }

  /// What happened to one series of a benefit within sight, newest first.
  public func history(of series: StoredSeries, as viewer: Viewer) throws -> [JournalEntry] {
    let records = series.rows.map(\.id.uuid) + (series.measure.map { [$0.id.uuid] } ?? [])
    return try journal(
      where: "e.record_id = ANY (\(records)) AND e.kind IN ('actual', 'measure')",
      limit: JournalFilter.limitMaximum, as: viewer)
  }

  /// What happened to one box of a map within sight, newest first.
  public func history(of box: ID<MapNode>, as viewer: Viewer) throws -> [JournalEntry] {
    try journal(
      where: "e.record_id = \(box.uuid) AND e.kind = 'map'",
      limit: JournalFilter.limitMaximum, as: viewer)
  }

  /// What happened within sight, newest first.
  public func journal(_ filter: JournalFilter, as viewer: Viewer) throws -> [JournalEntry] {
    var conditions: [SQL] = ["true"]
    if let council = filter.council {
      conditions.append(
        """
        e.organisation_id = (SELECT o.id FROM organisation o WHERE o.code = \(council.description))
        """)
    }
    if let kind = filter.kind { conditions.append("e.kind = \(kind)") }
    if let act = filter.act { conditions.append("e.act_id = \(act)") }
    if let before = filter.before { conditions.append("e.number < \(before)") }
    return try journal(
      where: conditions.joined(separator: " AND "),
      limit: min(max(1, filter.limit), JournalFilter.limitMaximum), as: viewer)
  }

  func journal(
    where condition: SQL, limit: Int, as viewer: Viewer
  ) throws -> [JournalEntry] {
    guard viewer.may(.readJournal) else { return [] }
    // Somebody who keeps accounts sees what happened to accounts and nothing else.
    let scope: SQL =
      viewer.role == .admin
      ? "e.programme_id = \(viewer.programme.uuid) AND e.kind = 'person'"
      : "\(viewer.sees("e")) AND \(viewer.knows("e"))"
    return try entries(where: "\(condition) AND \(scope)", limit: limit)
  }

  /// Entries, newest first; the caller says what the viewer sees.
  func entries(where condition: SQL, limit: Int) throws -> [JournalEntry] {
    try query(
      """
      SELECT e.number, e.at, e.actor_name, e.organisation_name, e.act_id, e.act_name, e.reason,
        e.request_id, e.kind, e.record_id, e.label, e.version,
        EXISTS (SELECT FROM journal_seal s WHERE s.entry_number = e.number),
        c.fields, c.labels, c.befores, c.afters
      FROM journal_entry e
        LEFT JOIN LATERAL (
          SELECT array_agg(c.field ORDER BY c.position) AS fields,
            array_agg(c.label ORDER BY c.position) AS labels,
            array_agg(c.before ORDER BY c.position) AS befores,
            array_agg(c.after ORDER BY c.position) AS afters
          FROM journal_change c WHERE c.entry_number = e.number
        ) c ON true
      WHERE \(condition)
      ORDER BY e.number DESC
      LIMIT \(limit)
      """
    ) { row in try JournalEntry(&row) }
  }
}

extension JournalEntry {
  fileprivate init(_ row: inout RowReader) throws {
    number = try row.next()
    at = try row.next(Instant.self).date
    actorName = try row.next()
    organisationName = try row.next()
    act = try row.next()
    actName = try row.next()
    reason = try row.next()
    requestID = try row.next()
    kind = try row.next()
    record = try row.next()
    label = try row.next()
    version = try row.next()
    isSealed = try row.next()
    let fields = try row.next([String]?.self) ?? []
    let labels = try row.next([String]?.self) ?? []
    let befores = try row.next([String]?.self) ?? []
    let afters = try row.next([String]?.self) ?? []
    changes = zip(zip(fields, labels), zip(befores, afters)).map { name, value in
      FieldChange(field: name.0, label: name.1, before: value.0, after: value.1)
    }
  }
}
