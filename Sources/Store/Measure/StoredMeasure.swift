import Calculator
import Foundation
import Programme

/// A measure with all that is stored beside it.
public struct StoredMeasure: Sendable {
  /// Identity, owner, version and content; it is seen by whoever sees its benefit.
  public let stored: Stored<Measure>
  /// Why it is no longer measured; "" while it is.
  public let withdrawnBecause: String

  /// The identity.
  public var id: ID<Measure> { stored.id }
  /// The content.
  public var measure: Measure { stored.noun }
  /// Whether it is no longer measured.
  public var isWithdrawn: Bool { !withdrawnBecause.isEmpty }
}

/// Everything that is measured of one benefit: its money first, then its measures by name.
public struct BenefitSeries: Sendable {
  /// The benefit.
  public let benefit: StoredBenefit
  /// The base year of its register; nil when nobody said.
  public let baseYear: FinancialYear?
  /// Its measures, withdrawn ones last.
  public let measures: [StoredMeasure]
  /// The rows of every series by measure; those of no measure are of the benefit's money.
  let rows: [ID<Measure>?: [Stored<PeriodValue>]]

  /// The series of a measure; nil for the money.
  public subscript(_ measure: StoredMeasure?) -> StoredSeries {
    StoredSeries(
      benefit: benefit, baseYear: baseYear, measure: measure, rows: rows[measure?.id] ?? [])
  }

  /// The series of a measure of this benefit; nil when it has none of that identity.
  public func series(of id: ID<Measure>?) -> StoredSeries? {
    guard let id else { return self[nil] }
    return measures.first { $0.id == id }.map { self[$0] }
  }
}

/// One series of a benefit as it is stored.
public struct StoredSeries: Sendable {
  /// The benefit.
  public let benefit: StoredBenefit
  /// The base year of its register; nil when nobody said.
  public let baseYear: FinancialYear?
  /// The measure; nil for the benefit's money.
  public let measure: StoredMeasure?
  /// The recorded periods, in the order of time.
  public let rows: [Stored<PeriodValue>]

  /// What is measured, and how.
  public var definition: Measure { measure?.measure ?? .money }

  /// What can be told from the values.
  public var series: Series {
    let values = rows.map(\.noun)
    guard measure == nil else { return Series(definition, values) }
    return Series(money: values, net: benefit.figures.net, from: baseYear)
  }

  /// The row of a period; nil when none was recorded.
  public func row(of span: PeriodSpan) -> Stored<PeriodValue>? {
    rows.first { $0.noun.span == span }
  }
}
