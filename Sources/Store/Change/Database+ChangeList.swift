import Foundation
import Postgres
import Programme

extension Connection {
  /// One page of the plan changes, newest first.
  public func changePage(_ filter: ChangeFilter, as viewer: Viewer) throws -> ChangeListing {
    guard viewer.may(.readProgramme) else {
      return ChangeListing(rows: [], counts: [:], next: nil, today: try today())
    }
    let limit = min(max(1, filter.limit), ChangeFilter.limitMaximum)
    let need: SQL = filter.need.map { " AND \($0.condition(for: viewer))" } ?? ""
    let after: SQL = filter.after.map { " AND c.number < \($0)" } ?? ""
    let rows = try query(
      """
      SELECT c.number, c.title, c.state, d.outcome, o.name, c.revision, c.positions_due,
        c.acknowledgement_due, c.authority, a.name, s.parties, s.accepted, s.objected,
        s.countered, s.acknowledged, \(ChangeNeed.ours.condition(for: viewer)), c.changed_at
      FROM plan_change c JOIN organisation o ON o.id = c.organisation_id
        LEFT JOIN organisation a ON a.id = c.authority_party_id
        LEFT JOIN plan_change_decision d ON d.change_id = c.id
        \(ChangeFilter.standing(for: viewer))
      WHERE \(filter.scope(as: viewer))\(need)\(after)
      ORDER BY c.number DESC
      LIMIT \(limit + 1)
      """, ChangeRow.init)
    let shown = rows.prefix(limit)
    return ChangeListing(
      rows: Array(shown), counts: try changeCounts(filter, as: viewer),
      next: rows.count > limit ? shown.last?.number : nil, today: try today())
  }

  private func changeCounts(
    _ filter: ChangeFilter, as viewer: Viewer
  ) throws -> [ChangeNeed?: Int] {
    let needs = ChangeNeed.allCases.map { need -> SQL in
      "count(*) FILTER (WHERE \(need.condition(for: viewer)))"
    }
    let counts = try first(
      """
      SELECT count(*), \(needs.joined(separator: ", "))
      FROM plan_change c LEFT JOIN plan_change_decision d ON d.change_id = c.id
        \(ChangeFilter.standing(for: viewer))
      WHERE \(filter.scope(as: viewer))
      """
    ) { row in
      var counts: [ChangeNeed?: Int] = [nil: try row.next()]
      for need in ChangeNeed.allCases { counts[need] = try row.next(Int.self) }
      return counts
    }
    return counts ?? [:]
  }
}

extension ChangeFilter {
  /// What the rows must fulfil whatever they need.
  fileprivate func scope(as viewer: Viewer) -> SQL {
    var conditions: [SQL] = ["c.programme_id = \(viewer.programme.uuid)"]
    if let state { conditions.append("c.state = \(state.rawValue)") }
    if let party {
      conditions.append(
        """
        (c.organisation_id = \(party.uuid) OR EXISTS (SELECT FROM plan_change_party p
          WHERE p.change_id = c.id AND p.revision = c.revision
            AND p.organisation_id = \(party.uuid)))
        """)
    }
    for word in words.split(separator: " ").prefix(ChangeFilter.wordsMaximum) {
      conditions.append("strpos(lower(c.title), lower(\(String(word)))) > 0")
    }
    return conditions.joined(separator: " AND ")
  }

  /// How the parties of a change stand, beside its row.
  fileprivate static func standing(for viewer: Viewer) -> SQL {
    """
    CROSS JOIN LATERAL (
      SELECT count(*) AS parties, count(*) FILTER (WHERE x.answer = 'Accept') AS accepted,
        count(*) FILTER (WHERE x.answer = 'Object') AS objected,
        count(*) FILTER (WHERE x.answer = 'Propose something else') AS countered,
        count(k.change_id) AS acknowledged,
        coalesce(bool_or(p.organisation_id = \(viewer.organisation.uuid) AND x.answer IS NULL),
          false) AS own_position,
        coalesce(bool_or(p.organisation_id = \(viewer.organisation.uuid) AND k.change_id IS NULL),
          false) AS own_acknowledgement
      FROM plan_change_party p
        LEFT JOIN LATERAL (
          SELECT q.answer FROM plan_change_position q
          WHERE q.change_id = p.change_id AND q.revision = p.revision
            AND q.organisation_id = p.organisation_id
          ORDER BY q.place DESC LIMIT 1) x ON true
        LEFT JOIN plan_change_acknowledgement k
          ON k.change_id = p.change_id AND k.organisation_id = p.organisation_id
      WHERE p.change_id = c.id AND p.revision = c.revision
    ) s
    """
  }
}

extension ChangeNeed {
  /// Which changes have it, on the rows that ``ChangeFilter/standing(for:)`` makes.
  fileprivate func condition(for viewer: Viewer) -> SQL {
    switch self {
    case .open: "c.state IN ('Proposed', 'Negotiating')"
    case .overdue:
      """
      ((c.state IN ('Proposed', 'Negotiating') AND c.positions_due < \(SQL.today)
          AND s.accepted + s.objected + s.countered < s.parties)
        OR (c.state = 'Communicated' AND c.acknowledgement_due < \(SQL.today)
          AND s.acknowledged < s.parties))
      """
    case .ours:
      """
      (\(viewer.may(.takePart)) AND (
        (c.state IN ('Proposed', 'Negotiating') AND s.own_position)
        OR (c.state IN ('Proposed', 'Negotiating')
          AND (c.authority_party_id IS NOT DISTINCT FROM \(viewer.organisation.uuid)
            OR (c.authority_party_id IS NULL AND \(viewer.may(.coordinate))))
          AND (c.positions_due < \(SQL.today)
            OR s.accepted + s.objected + s.countered = s.parties))
        OR (c.state IN ('Agreed', 'Rejected')
          AND (c.organisation_id = \(viewer.organisation.uuid) OR \(viewer.may(.coordinate))))
        OR (c.state = 'Communicated' AND s.own_acknowledgement)))
      """
    }
  }
}

extension ChangeRow {
  fileprivate init(_ row: inout RowReader) throws {
    number = try row.next()
    title = try row.next()
    state = try row.choice(ChangeState.self)
    outcome = try row.optionalChoice(ChangeDecision.Outcome.self)
    proposerName = try row.next()
    revision = try row.next()
    positionsDue = try row.day()
    acknowledgementDue = try row.day()
    authority = try row.choice(ChangeAuthority.self)
    authorityPartyName = try row.next(String?.self)
    partyCount = try row.next()
    acceptedCount = try row.next()
    objectedCount = try row.next()
    counteredCount = try row.next()
    acknowledgedCount = try row.next()
    isOurs = try row.next()
    changedAt = try row.next(Instant.self).date
  }
}
