import Calculator
import Foundation
import Postgres
import Programme

/// A row of a benefit's money that holds no actual yet: an import may put one into it.
struct OpenPeriod: Sendable {
  let id: UUID
  let version: Int
  let benefitReference: String
  let span: PeriodSpan
  let hasForecast: Bool
  let noDataBecause: String

  /// Whether an actual of the same benefit cannot stand beside it.
  fileprivate func contradicts(_ actual: Actual) -> Bool {
    if span == actual.span { return !noDataBecause.isEmpty }
    return span.overlaps(actual.span) && (hasForecast || !noDataBecause.isEmpty)
  }
}

extension RecordChange<Actual> {
  /// The same change, into the row of its period where its benefit has one without an actual.
  func into(_ periods: [OpenPeriod]) -> RecordChange<Actual> {
    guard earlier == nil, let period = periods.first(where: { $0.span == noun.span }) else {
      return self
    }
    return RecordChange(
      id: ID(period.id), earlier: nil, noun: noun, openVersion: period.version)
  }

  /// What stands against it among the periods of its benefit: nothing that somebody typed is
  /// dropped in silence.
  func contradictions(to periods: [OpenPeriod]) -> [Problem] {
    periods.filter { $0.contradicts(noun) }.map { period in
      let said =
        period.noDataBecause.isEmpty
        ? "the register holds a forecast for \(period.span.words)"
        : "the register says there is no data for \(period.span.words), because "
          + period.noDataBecause
      return Problem(
        .error, at: .file, subject: "Actuals", found: noun.key,
        expected: "actuals that fit the periods of the register",
        mend: "Clear the period on the benefit\u{2019}s page, or leave the row out: \(said).")
    }
  }
}

extension Connection {
  /// The periods of the benefits within sight that hold no actual.
  func openPeriods(
    of organisation: ID<Organisation>, as viewer: Viewer
  ) throws -> [OpenPeriod] {
    try query(
      """
      SELECT v.id, v.version, b.reference, v.year, v.period, v.forecast IS NOT NULL,
        v.no_data_because
      FROM period_value v JOIN benefit b ON b.id = v.benefit_id
      WHERE v.organisation_id = \(organisation.uuid) AND v.removed_at IS NULL
        AND v.measure_id IS NULL AND v.value IS NULL AND b.removed_at IS NULL
        AND \(viewer.sees("b"))
      ORDER BY b.reference_order, v.year, v.period, v.id
      """
    ) { row in
      let id = try row.next(UUID.self)
      let version = try row.next(Int.self)
      let reference = try row.next(String.self)
      guard let year = FinancialYear(firstYear: try row.next()) else {
        throw StoreError.inconsistent("a value of no financial year")
      }
      return OpenPeriod(
        id: id, version: version, benefitReference: reference,
        span: PeriodSpan(year, try row.choice(Period.self)), hasForecast: try row.next(),
        noDataBecause: try row.next())
    }
  }
}
