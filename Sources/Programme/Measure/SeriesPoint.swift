import Calculator

/// What is known of a series in some time: nothing that is nil is 0.
public struct SeriesPoint: Hashable, Sendable {
  /// What was forecast for the time.
  public var forecast: Exact?
  /// What came, as far as it is known.
  public var actual: Exact?
  /// What was forecast for exactly the periods whose actual is known.
  public var forecastToDate: Exact?
  /// What it will come to: actual where known, forecast elsewhere.
  public var outlook: Exact?
  /// How many periods have an actual.
  public var knownCount = 0
  /// The last period with an actual.
  public var asAt: PeriodSpan?
  /// How settled the actual is: as its least settled part.
  public var maturity: Maturity?
  /// Why periods have no data, in the order of time, each reason once.
  public var reasons: [String] = []

  /// A point of which nothing is known.
  public init() {}

  /// How the actual stands to the forecast of the same periods.
  public var comparison: Realisation<Exact>? {
    guard let actual, let forecastToDate else { return nil }
    return Realisation(
      forecast: [forecastToDate],
      figures: [ActualFigure(value: actual, maturity: maturity ?? .preliminary)])
  }

  /// Actual less forecast of the same periods; nil when the two cannot be compared.
  public var variance: Exact? { comparison?.variance.value }

  mutating func take(_ known: [PeriodValue], noData inside: [PeriodValue]) {
    knownCount = known.count
    asAt = known.last?.span
    maturity = known.map(\.maturity).min()
    for reason in inside.map(\.noDataBecause) where !reason.isEmpty && !reasons.contains(reason) {
      reasons.append(reason)
    }
  }
}

/// How an actual stands to its forecast, told by a word and a colour.
public enum Verdict: String, CaseIterable, Sendable {
  /// Better than forecast by more than the tolerance.
  case better = "Better than forecast"
  /// Within the tolerance.
  case asForecast = "As forecast"
  /// Worse than forecast by more than the tolerance.
  case worse = "Worse than forecast"

  /// Up to this share of the forecast's size a variance counts as none.
  public static let toleranceShare = Exact(5) / Exact(100)

  /// The verdict of a point; nil where actual and forecast cannot be compared. Against a forecast
  /// of 0 any variance counts.
  public init?(_ point: SeriesPoint, better direction: MeasureDirection) {
    guard let variance = point.variance, let forecast = point.forecastToDate else { return nil }
    let isWithin = variance.magnitude <= forecast.magnitude * Verdict.toleranceShare
    let isBetter = (variance > .zero) == (direction == .up)
    self = isWithin ? .asForecast : isBetter ? .better : .worse
  }
}
