import Calculator
import Foundation
import Postgres
import Programme

extension Connection {
  /// The costs within sight that a filter asks for, by council and reference, at most
  /// ``CostFilter/limitMaximum``.
  public func costs(_ filter: CostFilter, as viewer: Viewer) throws -> [StoredCost] {
    let state: SQL =
      filter.withdrawn ? "c.withdrawn_at IS NOT NULL" : "c.withdrawn_at IS NULL"
    var conditions: [SQL] = [state]
    if let council = filter.council {
      conditions.append("o.code = \(council.description)")
    }
    for word in filter.words.split(separator: " ").prefix(BenefitFilter.wordsMaximum) {
      conditions.append(
        "strpos(lower(c.reference || ' ' || c.description), lower(\(String(word)))) > 0")
    }
    return try storedCosts(where: conditions.joined(separator: " AND "), as: viewer)
  }

  /// One cost, withdrawn or not; nil when it is not there or not within sight.
  public func cost(_ id: ID<Cost>, as viewer: Viewer) throws -> StoredCost? {
    try storedCosts(where: "c.id = \(id.uuid)", as: viewer).first
  }

  /// What one benefit costs, as far as the viewer sees it.
  public func costs(of benefit: StoredBenefit, as viewer: Viewer) throws -> BenefitCosts {
    let held: SQL = "c.organisation_id = \(benefit.stored.organisation.uuid)"
    let all = try storedCosts(where: "\(held) AND c.withdrawn_at IS NULL", as: viewer)
    return BenefitCosts(
      own: all.filter { cost in cost.benefits.contains { $0.id == benefit.id } },
      sharedCount: all.count { $0.benefits.isEmpty })
  }

  /// The reference after the highest "C" number of a council's costs: "C3".
  public func nextCostReference(
    in organisation: ID<Organisation>, as viewer: Viewer
  ) throws -> String {
    let number = try first(
      """
      SELECT coalesce(max(substr(lower(reference), 2)::int), 0) + 1 FROM cost
      WHERE programme_id = \(viewer.programme.uuid) AND organisation_id = \(organisation.uuid)
        AND lower(reference) ~ '^c[0-9]{1,8}$'
      """
    ) { row in try row.next(Int.self) }
    return "C\(number ?? 1)"
  }

  /// Costs with what they buy and came to: one query for each of the three, never one a cost.
  func storedCosts(
    where condition: SQL, limit: Int? = CostFilter.limitMaximum, as viewer: Viewer
  ) throws -> [StoredCost] {
    var costs = try query(
      """
      SELECT c.id, c.visibility, c.version, c.changed_at, c.organisation_id, o.name, o.code,
        r.base_year, c.withdrawn_at, c.reference, c.council, c.description, c.amount, c.from_year,
        c.to_year, c.optimism_bias_share
      FROM cost c JOIN organisation o ON o.id = c.organisation_id
        LEFT JOIN register r ON r.programme_id = c.programme_id
          AND r.organisation_id = c.organisation_id
      WHERE \(condition) AND c.removed_at IS NULL AND \(viewer.sees("c"))
      ORDER BY lower(o.name), o.id, lower(c.reference), c.id
      LIMIT \(limit as Int?)
      """
    ) { row in try StoredCost(&row) }
    let ids = costs.map(\.id.uuid)
    let links = try links(of: ids, as: viewer)
    let actuals = try actuals(of: ids)
    for place in costs.indices {
      costs[place].benefits = links[costs[place].id] ?? []
      costs[place].actuals = actuals[costs[place].id] ?? []
    }
    return costs
  }

  private func links(
    of costs: [UUID], as viewer: Viewer
  ) throws -> [ID<Cost>: [StoredCost.BenefitLink]] {
    let rows = try query(
      """
      SELECT l.cost_id, b.id, b.reference, b.title, b.visibility
      FROM cost_benefit l JOIN benefit b ON b.id = l.benefit_id
      WHERE l.cost_id = ANY (\(costs)) AND b.removed_at IS NULL AND \(viewer.sees("b"))
      ORDER BY b.reference_order, b.id
      """
    ) { row in
      (
        ID<Cost>(try row.next()),
        StoredCost.BenefitLink(
          id: ID(try row.next()), reference: try row.next(), title: try row.next(),
          visibility: try row.choice(Visibility.self))
      )
    }
    return Dictionary(grouping: rows, by: \.0).mapValues { $0.map(\.1) }
  }

  /// What costs came to; the caller has seen to it that the viewer sees the costs.
  private func actuals(of costs: [UUID]) throws -> [ID<Cost>: [CostActual]] {
    let rows = try query(
      """
      SELECT a.cost_id, a.year, a.value, a.no_value_because, a.evidence, a.maturity
      FROM cost_actual a WHERE a.cost_id = ANY (\(costs))
      ORDER BY a.cost_id, a.year
      """
    ) { row in (ID<Cost>(try row.next()), try CostActual(&row)) }
    return Dictionary(grouping: rows, by: \.0).mapValues { $0.map(\.1) }
  }
}

extension StoredCost {
  fileprivate init(_ row: inout RowReader) throws {
    let about = try StoredColumns<Cost>(&row)
    let organisation = ID<Organisation>(try row.next())
    let councilName = try row.next(String.self)
    let councilCode = try row.councilCode()
    let baseYear = try row.next(Int?.self).flatMap { FinancialYear(firstYear: $0) }
    let withdrawnAt = try row.next(Instant?.self)?.date
    let cost = Cost(
      reference: try row.next(), council: try row.next(), description: try row.next(),
      amount: try row.exact(), fromYear: try row.next(), toYear: try row.next(),
      optimismBiasShare: try row.optionalExact())
    self.init(
      stored: about.stored(cost, of: organisation), councilName: councilName,
      councilCode: councilCode, baseYear: baseYear, withdrawnAt: withdrawnAt)
  }
}

extension CostActual {
  fileprivate init(_ row: inout RowReader) throws {
    guard let year = FinancialYear(firstYear: try row.next())
    else { throw StoreError.inconsistent("an actual cost of no financial year") }
    self.init(
      year: year, value: try row.optionalExact(), noValueBecause: try row.next(),
      evidence: try row.next(), maturity: try row.choice(Maturity.self))
  }
}
