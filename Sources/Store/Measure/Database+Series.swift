import Calculator
import Foundation
import Postgres
import Programme

extension Connection {
  /// Everything that is measured of a benefit; nil when it is not there or not within sight.
  public func series(of benefit: ID<Benefit>, as viewer: Viewer) throws -> BenefitSeries? {
    guard let stored = try self.benefit(benefit, as: viewer) else { return nil }
    return BenefitSeries(
      benefit: stored, baseYear: try baseYear(of: stored.stored.organisation, as: viewer),
      measures: try measures(of: benefit, as: viewer),
      rows: try periodValues(of: stored, as: viewer))
  }

  /// The base year of a council's register; nil when nobody said.
  func baseYear(
    of organisation: ID<Organisation>, as viewer: Viewer
  ) throws -> FinancialYear? {
    let year = try first(
      """
      SELECT r.base_year FROM register r
      WHERE r.programme_id = \(viewer.programme.uuid) AND r.organisation_id = \(organisation.uuid)
      """
    ) { row in try row.next(Int?.self) }
    return year.flatMap(\.self).flatMap(FinancialYear.init(firstYear:))
  }

  /// The rows of every series of a benefit, each in the order of time.
  private func periodValues(
    of owner: StoredBenefit, as viewer: Viewer
  ) throws -> [ID<Measure>?: [Stored<PeriodValue>]] {
    let rows = try query(
      """
      SELECT v.measure_id, v.id, v.version, v.changed_at, v.year, v.period, v.forecast, v.value,
        v.no_data_because, v.maturity, v.evidence
      FROM period_value v
      WHERE v.benefit_id = \(owner.id.uuid) AND v.programme_id = \(viewer.programme.uuid)
        AND v.removed_at IS NULL
      ORDER BY v.measure_id, v.year, v.period, v.id
      """
    ) { row in
      let measure = try row.next(UUID?.self).map(ID<Measure>.init)
      return (measure, try Stored<PeriodValue>(&row, of: owner))
    }
    return Dictionary(grouping: rows, by: \.0).mapValues {
      $0.map(\.1).sorted { $0.noun.span < $1.noun.span }
    }
  }
}

extension Stored<PeriodValue> {
  /// Reads a row; whoever sees its benefit sees it.
  fileprivate init(_ row: inout RowReader, of owner: StoredBenefit) throws {
    let id = ID<PeriodValue>(try row.next())
    let version = try row.next(Int.self)
    let changedAt = try row.next(Instant.self).date
    let value = try PeriodValue(&row)
    self.init(
      id: id, organisation: owner.stored.organisation, visibility: owner.stored.visibility,
      version: version, changedAt: changedAt, noun: value)
  }
}
