import Calculator

/// The money of several registers in the years of the earliest, weighed at the published rates.
public struct ProgrammeWorth: Sendable {
  /// The earliest of the registers' base years.
  public let baseYear: FinancialYear
  /// How the sums are weighed.
  public let appraisal: Appraisal<Exact>
  /// The money, planned and known.
  public let tracked: TrackedWorth<Exact>
  /// How many known figures lie outside the years of their appraisal, and are in no sum.
  public let strayCount: Int

  /// The sums of the registers that have a base year; nil when none has.
  public init?(_ registers: [RegisterWorth]) {
    let dated = registers.compactMap { register in
      register.baseYear.map { (year: $0, worth: register) }
    }
    guard let first = dated.map(\.year).min() else { return nil }
    let horizon =
      dated.map { $0.year.years(since: first) + $0.worth.appraisal.horizonYears }.max() ?? 0
    baseYear = first
    tracked = dated.reduce(TrackedWorth(horizon: horizon)) { sum, register in
      sum
        + register.worth.tracked.shifted(by: register.year.years(since: first), horizon: horizon)
    }
    strayCount = registers.reduce(0) { $0 + $1.strayCount }
    let allReal = dated.allSatisfy { $0.worth.appraisal.prices.flows == .real }
    appraisal = Appraisal(
      horizonYears: horizon, schedule: .standard,
      prices: Prices(flows: allReal ? .real : .nominal, rate: .real))
  }

  /// How it stands at the end of a financial year; before the base year nothing has come yet.
  public func standing(asAt year: FinancialYear) -> Standing<Exact> {
    tracked.standing(asAt: year.years(since: baseYear), weighedBy: appraisal)
  }
}
