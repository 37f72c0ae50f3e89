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
  /// The known figures by how settled they are, the least settled first; only those there are.
  public let parts: [RealisationPart<N>]

  /// Compares period by period. A missing actual is not a nought: its period stays out of the
  /// comparison and keeps its forecast in the outturn.
  public init(forecast: [N], figures actual: [ActualFigure<N>?]) {
    let pairs = forecast.indices.map { place in
      (forecast: forecast[place], actual: actual.indices.contains(place) ? actual[place] : nil)
    }
    let known = pairs.compactMap { pair in pair.actual.map { (pair.forecast, $0) } }
    actualToDate = known.reduce(.zero) { $0 + $1.1.value }
    forecastToDate = known.reduce(.zero) { $0 + $1.0 }
    outturn = pairs.reduce(.zero) { $0 + ($1.actual?.value ?? $1.forecast) }
    knownCount = known.count
    parts = Maturity.allCases.compactMap { maturity in
      RealisationPart(maturity: maturity, of: known.map(\.1))
    }
  }

  /// Compares figures that are settled.
  public init(forecast: [N], actual: [N?]) {
    self.init(
      forecast: forecast,
      figures: actual.map { $0.map { ActualFigure(value: $0, maturity: .final) } })
  }

  /// How settled the sum of the actual figures is: as settled as its least settled part. Nil when
  /// none is known.
  public var maturity: Maturity? { parts.first?.maturity }

  /// Whether the variance is good news: above 0 for a benefit or a dis-benefit, below 0 for a cost.
  /// Nil when there is none, or it is 0.
  public func isFavourable(_ kind: FlowKind) -> Bool? {
    guard let variance = variance.value, variance != .zero else { return nil }
    return (variance > .zero) == (kind == .benefit)
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

/// What a forecast is of.
public enum FlowKind: String, CaseIterable, Sendable {
  /// A benefit; a dis-benefit is one below 0.
  case benefit
  /// A cost.
  case cost
}
