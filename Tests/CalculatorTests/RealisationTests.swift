import Calculator
import Testing

@Suite("Forecast and actual")
struct RealisationTests {
  /// Forecast, actual, then by hand: variance, its share, realised share, outturn.
  struct Case: Sendable {
    let forecast: [Exact]
    let actual: [Exact?]
    let variance: Exact?
    let varianceShare: Exact?
    let realisedShare: Exact?
    let outturn: Exact
  }

  static let cases = [
    Case(
      forecast: [100, 200, 300], actual: [80, 210, nil], variance: -10,
      varianceShare: Exact(-1) / 30, realisedShare: Exact(29) / 30, outturn: 590),
    // A gap keeps its forecast; more actual figures than forecasts are not compared.
    Case(
      forecast: [100, 100], actual: [nil, 150, 70], variance: 50, varianceShare: 0.5,
      realisedShare: 1.5, outturn: 250),
    Case(
      forecast: [100], actual: [0], variance: -100, varianceShare: -1, realisedShare: 0, outturn: 0),
    Case(
      forecast: [-100], actual: [-150], variance: -50, varianceShare: -0.5, realisedShare: 1.5,
      outturn: -150),
    Case(
      forecast: [0], actual: [5], variance: 5, varianceShare: nil, realisedShare: nil, outturn: 5),
    Case(
      forecast: [100], actual: [nil], variance: nil, varianceShare: nil, realisedShare: nil,
      outturn: 100),
    Case(
      forecast: [], actual: [], variance: nil, varianceShare: nil, realisedShare: nil, outturn: 0),
  ]

  @Test(
    "CALC-35: actual is compared with the forecast of the same periods; a gap is not 0",
    arguments: cases)
  func compares(example: Case) {
    let realisation = Realisation(forecast: example.forecast, actual: example.actual)
    #expect(realisation.variance.value == example.variance)
    #expect(realisation.varianceShare.value == example.varianceShare)
    #expect(realisation.realisedShare.value == example.realisedShare)
    #expect(realisation.outturn == example.outturn)
  }

  @Test("CALC-35: what cannot be compared says why")
  func words() {
    #expect(
      Realisation<Exact>(forecast: [0], actual: [1]).varianceShare.reason == "the forecast is 0")
    #expect(
      Realisation<Exact>(forecast: [1], actual: []).variance.reason == "no actual figure is known")
    let vast = Realisation(forecast: [-Exact(10).power(20)], actual: [Exact(10).power(20)])
    #expect(vast.variance.reason?.hasPrefix("it is too large") == true)
  }

  @Test("CALC-49: a sum is as settled as its least settled part, and each part is told")
  func maturity() {
    let figure = { ActualFigure<Exact>(value: $0, maturity: $1) }
    let realisation = Realisation(
      forecast: [100, 100, 100, 100],
      figures: [figure(90, .final), figure(50, .interim), nil, figure(70, .interim)])
    #expect(realisation.maturity == .interim)
    #expect(realisation.parts.map(\.maturity) == [.interim, .final])
    #expect(realisation.parts.map(\.count) == [2, 1])
    #expect(realisation.parts.map(\.actual) == [120, 90])
    #expect(realisation.parts.reduce(0) { $0 + $1.actual } == realisation.actualToDate)
    #expect(realisation.outturn == 310 && realisation.knownCount == 3)
    #expect(Realisation<Exact>(forecast: [1], figures: [nil]).maturity == nil)
    #expect(Maturity.preliminary < .interim && Maturity.interim < .final)
  }

  /// Forecast, actual, and whether that is good news of a benefit and of a cost.
  @Test(
    "CALC-49: more is good news of a benefit, less of a cost",
    arguments: [
      (100, 120, true), (100, 80, false), (-100, -80, true), (-100, -120, false), (100, 100, nil),
      (100, nil, nil),
    ] as [(Exact, Exact?, Bool?)])
  func favourable(forecast: Exact, actual: Exact?, isGood: Bool?) {
    let realisation = Realisation(forecast: [forecast], actual: [actual])
    #expect(realisation.isFavourable(.benefit) == isGood)
    #expect(realisation.isFavourable(.cost) == isGood.map { !$0 })
  }
}
