import Calculator
import Programme

/// A recorded period of a benefit's money in a register.
public struct StoredPeriod: Sendable {
  /// Identity, version and content.
  public let stored: Stored<PeriodValue>
  /// The reference of the benefit.
  public let benefitReference: String

  /// What came, as layout 1 has it; nil where nothing is known to have come.
  public var actual: Stored<Actual>? {
    let value = stored.noun
    return value.actual.map { came in
      with(
        Actual(
          benefitReference: benefitReference, year: value.span.year, period: value.span.part,
          value: came, evidence: value.evidence, maturity: value.maturity))
    }
  }

  /// What else is said of the period; nil where nothing is.
  public var forecast: Stored<PeriodForecast>? {
    let value = stored.noun
    let evidence = value.actual == nil ? value.evidence : ""
    guard value.forecast != nil || !value.noDataBecause.isEmpty || !evidence.isEmpty else {
      return nil
    }
    return with(
      PeriodForecast(
        benefitReference: benefitReference, span: value.span, forecast: value.forecast,
        noDataBecause: value.noDataBecause, evidence: evidence))
  }

  private func with<Noun>(_ noun: Noun) -> Stored<Noun> {
    Stored(
      id: ID(stored.id.uuid), organisation: stored.organisation, visibility: stored.visibility,
      version: stored.version, changedAt: stored.changedAt, noun: noun)
  }
}

/// A measure of a register with its recorded periods.
public struct StoredMeasureSeries: Sendable {
  /// Identity, version and content, with the values that say something.
  public let stored: Stored<MeasureSeries>
  /// Every row, blank ones too.
  public let rows: [Stored<PeriodValue>]
}
