import Calculator
import Foundation
import Postgres
import Programme

/// What all benefits of a register rest on.
struct RegisterHead: Sendable {
  var id: UUID
  var organisation: ID<Organisation>
  var organisationName: String
  var organisationCode: CouncilCode?
  var version: Int
  var cover: Cover
  var channelCosts: [ChannelCost<Exact>]
  /// It was made for this change: there was no register before.
  var isNew = false

  /// What the calculator makes of benefits that rest on this head.
  func figures(of benefits: [Benefit]) -> [StoredFigures] {
    var register = Register()
    register.cover = cover
    register.channelCosts = channelCosts
    register.benefits = benefits
    return calculate(register.appraisal()).benefits.map(StoredFigures.init)
  }
}

extension Connection {
  /// The head of a council's register within the viewer's sight; nil when there is none.
  func registerHead(
    of organisation: ID<Organisation>, as viewer: Viewer, forUpdate: Bool = false
  ) throws -> RegisterHead? {
    let lock: SQL = forUpdate ? "FOR UPDATE OF r" : ""
    let head = try first(
      """
      SELECT r.id, o.name, o.code, r.version, \(CoverColumns.contentOfRegister)
      FROM register r JOIN organisation o ON o.id = r.organisation_id
      WHERE r.programme_id = \(viewer.programme.uuid) AND r.organisation_id = \(organisation.uuid)
      \(lock)
      """
    ) { row in
      RegisterHead(
        id: try row.next(), organisation: organisation, organisationName: try row.next(),
        organisationCode: try row.councilCode(), version: try row.next(),
        cover: try Cover(&row), channelCosts: [])
    }
    guard var head else { return nil }
    head.channelCosts = try query(
      """
      SELECT name, cost, source, year FROM channel_cost
      WHERE programme_id = \(viewer.programme.uuid) AND organisation_id = \(organisation.uuid)
      ORDER BY position
      """
    ) { row in
      ChannelCost(
        name: try row.next(), cost: try row.exact(), source: try row.next(), year: try row.next())
    }
    return head
  }

  /// Locks the register for the rest of the transaction, so that its changes come one after another
  /// and its totals stay right; makes one with the standard assumptions where there is none.
  /// Throws ``Refusal/forbidden`` when the viewer may not change it.
  func lockRegister(of organisation: ID<Organisation>, as viewer: Viewer) throws -> RegisterHead {
    guard viewer.mayChange(recordsOf: organisation) else { throw Refusal.forbidden }
    if let head = try registerHead(of: organisation, as: viewer, forUpdate: true) { return head }
    var cover = Cover()
    cover.council = viewer.organisationName
    let isNew = try insertRegister(of: organisation, cover, as: viewer)
    guard var head = try registerHead(of: organisation, as: viewer, forUpdate: true) else {
      throw StoreError.inconsistent("a new register is out of sight")
    }
    head.isNew = isNew
    return head
  }

  /// Whether it was really made: somebody else may have been faster.
  private func insertRegister(
    of organisation: ID<Organisation>, _ cover: Cover, as viewer: Viewer
  ) throws -> Bool {
    var rows = ColumnRows()
    rows.append(cover.columns)
    return try execute(
      """
      INSERT INTO register (programme_id, organisation_id, version, changed_at,
        \(CoverColumns.content))
      SELECT \(viewer.programme.uuid), \(organisation.uuid), 1, scope_now(),
        \(CoverColumns.content)
      FROM json_populate_recordset(NULL::register, \(rows.json)::json)
      ON CONFLICT (programme_id, organisation_id) DO NOTHING
      """) == 1
  }

  /// Stores another cover and other channel costs; the caller holds the lock and renews the figures
  /// of the benefits. The version that it makes is one more.
  func updateRegister(_ head: RegisterHead, as viewer: Viewer) throws {
    var rows = ColumnRows()
    rows.append(head.cover.columns)
    try execute(
      """
      UPDATE register SET version = version + 1, changed_at = scope_now(),
        (\(CoverColumns.content)) = (
          SELECT \(CoverColumns.content)
          FROM json_populate_recordset(NULL::register, \(rows.json)::json))
      WHERE programme_id = \(viewer.programme.uuid)
        AND organisation_id = \(head.organisation.uuid)
      """)
    try execute(
      """
      DELETE FROM channel_cost WHERE programme_id = \(viewer.programme.uuid)
        AND organisation_id = \(head.organisation.uuid)
      """)
    let costs = head.channelCosts
    try execute(
      """
      INSERT INTO channel_cost (programme_id, organisation_id, position, name, cost, source, year)
      SELECT \(viewer.programme.uuid), \(head.organisation.uuid), c.position, c.name, c.cost,
        c.source, c.year
      FROM unnest(\(costs.map(\.name)), \(costs.map { Decimal($0.cost) }),
        \(costs.map(\.source)), \(costs.map(\.year)))
        WITH ORDINALITY AS c (name, cost, source, year, position)
      """)
  }

  /// Works the register's sums out anew; the caller holds the lock.
  func renewTotals(of organisation: ID<Organisation>, as viewer: Viewer) throws {
    try execute(
      """
      INSERT INTO register_total (programme_id, organisation_id, visibility, benefit_count,
        without_money_count, cashable, non_cashable, transfers)
      SELECT \(viewer.programme.uuid), \(organisation.uuid), v.visibility, count(b.id),
        count(b.id) FILTER (WHERE b.net_total IS NULL),
        coalesce(sum(b.cashable_total) FILTER (WHERE NOT b.is_transfer), 0),
        coalesce(sum(b.net_total - b.cashable_total) FILTER (WHERE NOT b.is_transfer), 0),
        coalesce(sum(b.net_total) FILTER (WHERE b.is_transfer), 0)
      FROM (VALUES ('draft'), ('shared'), ('published')) v (visibility)
        LEFT JOIN benefit b ON b.visibility = v.visibility AND b.removed_at IS NULL
          AND b.programme_id = \(viewer.programme.uuid)
          AND b.organisation_id = \(organisation.uuid)
      GROUP BY v.visibility
      ON CONFLICT (programme_id, organisation_id, visibility) DO UPDATE SET
        benefit_count = excluded.benefit_count,
        without_money_count = excluded.without_money_count, cashable = excluded.cashable,
        non_cashable = excluded.non_cashable, transfers = excluded.transfers
      """)
    try renewClaims(of: organisation, as: viewer)
  }
}
