import Calculator
import Foundation
import Postgres
import Programme

extension Connection {
  /// A council's register as far as the viewer sees it; nil when nothing of it is within sight. The
  /// values of periods are many, and are left out where only the forecast is wanted; measures come
  /// where all of the register is wanted.
  public func register(
    of organisation: ID<Organisation>, withPeriods: Bool = true, withMeasures: Bool = false,
    as viewer: Viewer
  ) throws -> StoredRegister? {
    guard let head = try registerHead(of: organisation, as: viewer) else { return nil }
    let benefits = try benefits(of: organisation, as: viewer)
    return StoredRegister(
      organisation: organisation, councilName: head.organisationName,
      councilCode: head.organisationCode, version: head.version, cover: head.cover,
      channelCosts: head.channelCosts, benefits: benefits,
      costs: try costs(of: organisation, as: viewer),
      periods: withPeriods ? try periods(of: organisation, as: viewer) : [],
      measures: withMeasures ? try measures(in: organisation, as: viewer) : [])
  }

  /// What one benefit rests on: its register without anything else that is in it.
  public func register(
    around benefit: StoredBenefit, as viewer: Viewer
  ) throws -> StoredRegister? {
    guard let head = try registerHead(of: benefit.stored.organisation, as: viewer) else {
      return nil
    }
    return StoredRegister(
      organisation: benefit.stored.organisation, councilName: head.organisationName,
      councilCode: head.organisationCode, version: head.version, cover: head.cover,
      channelCosts: head.channelCosts, benefits: [benefit], costs: [], periods: [],
      measures: [])
  }

  /// The names of a council's channels with a cost, in their order; none without a register.
  public func channels(
    of organisation: ID<Organisation>, as viewer: Viewer
  ) throws -> [String] {
    try query(
      """
      SELECT name FROM channel_cost
      WHERE programme_id = \(viewer.programme.uuid) AND organisation_id = \(organisation.uuid)
      ORDER BY position
      """
    ) { row in try row.next(String.self) }
  }

  /// The costs within sight, by reference.
  func costs(of organisation: ID<Organisation>, as viewer: Viewer) throws -> [Stored<Cost>] {
    try query(
      """
      SELECT c.id, c.visibility, c.version, c.changed_at, c.reference, c.council, c.description,
        c.amount, c.from_year, c.to_year, c.optimism_bias_share
      FROM cost c
      WHERE c.organisation_id = \(organisation.uuid) AND c.removed_at IS NULL
        AND c.withdrawn_at IS NULL AND \(viewer.sees("c"))
      ORDER BY lower(c.reference), c.id
      """
    ) { row in
      let about = try StoredColumns<Cost>(&row)
      return about.stored(
        Cost(
          reference: try row.next(), council: try row.next(), description: try row.next(),
          amount: try row.exact(), fromYear: try row.next(), toYear: try row.next(),
          optimismBiasShare: try row.optionalExact()),
        of: organisation)
    }
  }
}

/// Identity, visibility, version and time: the first columns of every versioned record.
struct StoredColumns<Noun: Sendable> {
  let id: ID<Noun>
  let visibility: Visibility
  let version: Int
  let changedAt: Date

  init(_ row: inout RowReader) throws {
    id = ID(try row.next())
    visibility = try row.choice(Visibility.self)
    version = try row.next()
    changedAt = try row.next(Instant.self).date
  }

  func stored(_ noun: Noun, of organisation: ID<Organisation>) -> Stored<Noun> {
    Stored(
      id: id, organisation: organisation, visibility: visibility, version: version,
      changedAt: changedAt, noun: noun)
  }
}
