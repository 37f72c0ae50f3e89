import Calculator
import Foundation
import Postgres
import Programme

extension Connection {
  /// What an import changed, as it was before: only those benefits and costs, and the head it changed
  /// or the one there is.
  func registerBefore(
    _ id: ID<ImportRun>, _ current: StoredRegister?, _ head: RegisterHead, as viewer: Viewer
  ) throws -> Register {
    var before = Register()
    before.cover = try coverBefore(id, as: viewer) ?? head.cover
    before.channelCosts = try channelsBefore(id, as: viewer) ?? head.channelCosts
    before.benefits = try benefitsBefore(id, as: viewer)
    before.costs = try costsBefore(id, as: viewer)
    return before
  }

  /// The noted rows of one kind, spread into the columns of their table under the name `r`.
  func noted(
    _ kind: String, as table: SQL, joining other: SQL = "", _ id: ID<ImportRun>, _ viewer: Viewer
  ) -> SQL {
    """
    import_change i CROSS JOIN LATERAL jsonb_populate_record(NULL::\(table), i.before) r \(other)
    WHERE i.import_id = \(id.uuid) AND i.programme_id = \(viewer.programme.uuid)
      AND i.kind = \(kind) AND i.before IS NOT NULL
    ORDER BY i.position
    """
  }

  private func coverBefore(_ id: ID<ImportRun>, as viewer: Viewer) throws -> Cover? {
    try first(
      """
      SELECT \(CoverColumns.contentOfRegister) FROM \(noted("register", as: "register", id, viewer))
      """
    ) { row in try Cover(&row) }
  }

  private func channelsBefore(
    _ id: ID<ImportRun>, as viewer: Viewer
  ) throws -> [ChannelCost<Exact>]? {
    guard try coverBefore(id, as: viewer) != nil else { return nil }
    return try query(
      """
      SELECT c.name, c.cost, c.source, c.year
      FROM import_change i CROSS JOIN LATERAL
        jsonb_populate_recordset(NULL::channel_cost, i.before -> 'channels') c
      WHERE i.import_id = \(id.uuid) AND i.programme_id = \(viewer.programme.uuid)
        AND i.kind = 'register'
      ORDER BY c.position
      """
    ) { row in
      ChannelCost(
        name: try row.next(), cost: try row.exact(), source: try row.next(), year: try row.next())
    }
  }

  private func benefitsBefore(_ id: ID<ImportRun>, as viewer: Viewer) throws -> [Benefit] {
    let criteria = try query(
      """
      SELECT i.record_id, c.name, c.weight, c.score, c.note
      FROM import_change i CROSS JOIN LATERAL
        jsonb_populate_recordset(NULL::benefit_criterion, i.before -> 'criteria') c
      WHERE i.import_id = \(id.uuid) AND i.programme_id = \(viewer.programme.uuid)
        AND i.kind = 'benefit' AND i.before IS NOT NULL
      ORDER BY i.position, c.position
      """
    ) { row in
      (
        try row.next(UUID.self),
        Criterion<Exact>(
          name: try row.next(), weight: try row.exact(), score: try row.optionalExact(),
          note: try row.next())
      )
    }
    let criteriaOfBenefit = Dictionary(grouping: criteria, by: \.0)
    return try query(
      "SELECT i.record_id, \(BenefitColumns.content) FROM \(noted("benefit", as: "benefit", id, viewer))"
    ) { row in
      let id = try row.next(UUID.self)
      var benefit = try BenefitColumns.read(&row)
      benefit.criteria = criteriaOfBenefit[id]?.map(\.1) ?? []
      return benefit
    }
  }

  private func costsBefore(_ id: ID<ImportRun>, as viewer: Viewer) throws -> [Cost] {
    try query(
      """
      SELECT r.reference, r.council, r.description, r.amount, r.from_year, r.to_year,
        r.optimism_bias_share
      FROM \(noted("cost", as: "cost", id, viewer))
      """
    ) { row in
      Cost(
        reference: try row.next(), council: try row.next(), description: try row.next(),
        amount: try row.exact(), fromYear: try row.next(), toYear: try row.next(),
        optimismBiasShare: try row.optionalExact())
    }
  }
}
