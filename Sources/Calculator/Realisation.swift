/// What really came, beside what was forecast.
public struct Realisation<N: Number>: Sendable, Hashable {
  /// Sum of the actual figures that are known.
  public let actualToDate: N
  /// Sum of the forecasts of the same periods.
  public let forecastToDate: N
  /// Actual figures where they are known, forecasts elsewhere.
  public let outturn: N
  /// Periods with an actual figure.
  public let knownCount: Int

  /// Compares period by period. A missing actual is not a nought: its period stays out of the
  /// comparison and keeps its forecast in the outturn.
  public init(forecast: [N], actual: [N?]) {
    let actual = forecast.indices.map { actual.indices.contains($0) ? actual[$0] : nil }
    let known = zip(forecast, actual).filter { $0.1 != nil }
    actualToDate = known.reduce(.zero) { $0 + ($1.1 ?? .zero) }
    forecastToDate = known.reduce(.zero) { $0 + $1.0 }
    outturn = zip(forecast, actual).reduce(.zero) { $0 + ($1.1 ?? $1.0) }
    knownCount = known.count
  }

  /// Actual less forecast: above 0 is favourable for a benefit, below 0 for a cost.
  public var variance: Outcome<N> {
    knownCount == 0 ? Self.unknown : Outcome(checked: actualToDate - forecastToDate)
  }

  /// The variance as a fraction of the forecast's size; undefined for a forecast of 0.
  public var varianceShare: Outcome<N> { share(of: actualToDate - forecastToDate) }

  /// The share of the forecast that came, a fraction; undefined for a forecast of 0. A dis-benefit
  /// twice as bad as forecast is realised twice.
  public var realisedShare: Outcome<N> {
    share(of: forecastToDate < .zero ? -actualToDate : actualToDate)
  }

  private func share(of value: N) -> Outcome<N> {
    guard knownCount > 0 else { return Self.unknown }
    guard forecastToDate != .zero else { return .undefined(because: "the forecast is 0") }
    return Outcome(checked: value / forecastToDate.magnitude)
  }

  private static var unknown: Outcome<N> { .undefined(because: "no actual figure is known") }
}
