import Calculator
import Programme
import Testing

@Suite("Series")
struct SeriesTests {
  /// "2010-M01 10 8": a period, its forecast and its actual; "-" is not known.
  static func value(_ text: String) throws -> PeriodValue {
    let words = text.split(separator: " ").map(String.init)
    var value = PeriodValue(try #require(PeriodSpan(text: words[0])))
    value.forecast = Exact(text: words[1])
    value.actual = Exact(text: words[2])
    return value
  }

  /// Values, the period asked for, and by hand: forecast, actual, its forecast, outlook.
  struct Case: Sendable {
    let kind: MeasureKind
    let values: [String]
    let span: String
    let expected: String
  }

  private static let months = ["2010-M01 10 8", "2010-M02 10 12", "2010-M03 10 -", "2010-M04 7 -"]

  static let cases = [
    Case(kind: .cumulative, values: months, span: "2010-Q1", expected: "30 20 20 30"),
    Case(kind: .cumulative, values: months, span: "2010-Q2", expected: "7 - - 7"),
    Case(kind: .cumulative, values: months, span: "2010-Year", expected: "37 20 20 37"),
    Case(kind: .cumulative, values: months, span: "2011-Year", expected: "- - - -"),
    Case(kind: .pointInTime, values: months, span: "2010-Q1", expected: "10 12 10 10"),
    Case(kind: .pointInTime, values: months, span: "2010-Year", expected: "7 12 10 7"),
    Case(
      kind: .percentage, values: ["2010-Q1 0.5 0.25", "2010-Q2 0.6 0.75"], span: "2010-Year",
      expected: "0.6 0.75 0.6 0.75"),
    // An actual without a forecast cannot be compared; it counts all the same.
    Case(
      kind: .cumulative, values: ["2010-Q1 5 4", "2010-Q2 - 3"], span: "2010-Year",
      expected: "5 7 - 7"),
    // A year that was recorded beside its quarters counts alone.
    Case(
      kind: .cumulative, values: ["2010-Year 100 90", "2010-Q1 25 20", "2010-M02 8 7"],
      span: "2010-Year", expected: "100 90 100 90"),
    Case(
      kind: .cumulative, values: ["2010-Year 100 90", "2010-Q1 25 20"], span: "2010-Q1",
      expected: "- - - -"),
  ]

  @Test("MEA-4, MEA-5, MEA-6, MEA-7: values are put together as their kind says", arguments: cases)
  func points(example: Case) throws {
    let series = Series(
      kind: example.kind, direction: .up, values: try example.values.map(Self.value))
    let point = series.point(try #require(PeriodSpan(text: example.span)))
    let figures = [point.forecast, point.actual, point.forecastToDate, point.outlook]
    #expect(figures.map { $0?.text ?? "-" }.joined(separator: " ") == example.expected)
  }

  @Test("MEA-6: the last known percentage says of which period it is")
  func asAt() throws {
    let series = Series(
      kind: .percentage, direction: .up,
      values: try ["2010-M01 - 0.5", "2010-M03 - 0.7", "2010-M04 0.9 -"].map(Self.value))
    #expect(series.whole.asAt?.words == "June 2010")
    #expect(series.whole.knownCount == 2)
    #expect(series.whole.outlook?.text == "0.9")
  }

  @Test("MEA-11: a period without data keeps its forecast in the outlook, and says why")
  func noData() throws {
    var gap = try Self.value("2010-M02 10 -")
    gap.noDataBecause = "Strike"
    let series = Series(
      kind: .cumulative, direction: .up, values: [gap, try Self.value("2010-M01 10 9")])
    #expect(series.whole.outlook == Exact(19))
    #expect(series.whole.actual == Exact(9))
    #expect(series.whole.reasons == ["Strike"])
  }

  @Test("MEA-8: money without a typed forecast has its even share of the calculator's year")
  func money() throws {
    let base = try #require(FinancialYear(text: "2010/11"))
    let values = try ["2010-M01 - 5", "2010-Q2 40 -"].map(Self.value)
    let series = Series(money: values, net: [Exact(120), Exact(100)], from: base)
    func point(_ text: String) throws -> SeriesPoint {
      series.point(try #require(PeriodSpan(text: text)))
    }
    #expect(try point("2010-M01").forecast == Exact(10))
    #expect(try point("2010-Q1").outlook == Exact(25))
    #expect(try point("2010-Q2").forecast == Exact(40))
    #expect(try point("2010-Year").forecast == Exact(130))
    #expect(try point("2010-Year").outlook == Exact(125))
    #expect(try point("2010-Year").variance == Exact(-5))
    #expect(try point("2011-Year").outlook == Exact(100))
    #expect(series.whole.outlook == Exact(225))
  }

  /// Forecast, actual, direction and how it stands.
  @Test(
    "MEA-10: within 5 % of the forecast is as forecast; beyond, the direction decides",
    arguments: [
      (100, 105, .up, .asForecast), (100, 95, .up, .asForecast), (100, 106, .up, .better),
      (100, 94, .up, .worse), (100, 106, .down, .worse), (100, 94, .down, .better),
      (-100, -106, .up, .worse), (-100, -104, .up, .asForecast), (0, 1, .up, .better),
      (0, 1, .down, .worse), (0, 0, .up, .asForecast), (100, nil, .up, nil), (nil, 5, .up, nil),
    ] as [(Int?, Int?, MeasureDirection, Verdict?)])
  func verdict(
    forecast: Int?, actual: Int?, direction: MeasureDirection, expected: Verdict?
  ) throws {
    var value = PeriodValue(try #require(PeriodSpan(text: "2010-M01")))
    value.forecast = forecast.map { Exact($0) }
    value.actual = actual.map { Exact($0) }
    let series = Series(kind: .cumulative, direction: direction, values: [value])
    #expect(Verdict(series.whole, better: direction) == expected)
  }
}

/// Series made from a seed, with gaps, reasons, several years and all sizes of periods.
private struct RandomSeries {
  var random: SeededGenerator
  let years: [FinancialYear]

  init(seed: UInt64) throws {
    random = SeededGenerator(seed: seed)
    years = try #require(FinancialYear(firstYear: 2008)).following(4)
  }

  mutating func values() -> [PeriodValue] {
    years.flatMap { year in
      let frequency = Frequency.allCases.randomElement(using: &random) ?? .month
      return frequency.spans(in: [year]).compactMap { value($0) }
    }
  }

  private mutating func value(_ span: PeriodSpan) -> PeriodValue? {
    var value = PeriodValue(span)
    if Int.random(in: 0..<4, using: &random) > 0 { value.forecast = amount() }
    switch Int.random(in: 0..<4, using: &random) {
    case 0: value.noDataBecause = "Not measured"
    case 1: break
    default: value.actual = amount()
    }
    return value
  }

  mutating func amount() -> Exact {
    Exact(Int.random(in: -100_000...100_000, using: &random)) / Exact(100)
  }
}

@Suite("Properties of every series")
struct SeriesPropertyTests {
  @Test("MEA-9: neither order nor the size of periods changes the whole", arguments: 1...60)
  func grouping(seed: UInt64) throws {
    var maker = try RandomSeries(seed: seed)
    let values = maker.values()
    let net = (0..<3).map { _ in maker.amount() }
    for kind in MeasureKind.allCases {
      let series = Series(kind: kind, direction: .up, values: values)
      let shuffled = Series(
        kind: kind, direction: .up, values: values.shuffled(using: &maker.random))
      #expect(shuffled == series)
      try check(series)
    }
    try check(Series(money: values, net: net, from: maker.years.first))
  }

  /// Quarters put together and years put together come to the whole, as far as no value is longer.
  private func check(_ series: Series) throws {
    for frequency in [Frequency.year, .quarter, .month] {
      let spans = frequency.spans(in: series.years)
      guard series.values.allSatisfy({ $0.span.part.monthCount <= frequency.monthCount })
      else { continue }
      let points = spans.map(series.point)
      let whole = series.whole
      #expect(points.map(\.knownCount).reduce(0) { $0 + $1 } == whole.knownCount)
      guard series.kind.adds else {
        #expect(points.last { $0.actual != nil }?.actual == whole.actual)
        #expect(points.last { $0.outlook != nil }?.outlook == whole.outlook)
        continue
      }
      #expect(points.compactMap(\.actual).reduce(.zero, +) == whole.actual ?? .zero)
      #expect(points.compactMap(\.forecast).reduce(.zero, +) == whole.forecast ?? .zero)
      #expect(points.compactMap(\.outlook).reduce(.zero, +) == whole.outlook ?? .zero)
    }
  }

  @Test(
    "MEA-4, MEA-7: of amounts each counts once: what came and the forecast of the rest",
    arguments: 1...60)
  func outlook(seed: UInt64) throws {
    var maker = try RandomSeries(seed: seed)
    let values = maker.values()
    let series = Series(kind: .cumulative, direction: .up, values: values)
    let actual = values.compactMap(\.actual).reduce(.zero, +)
    let rest = values.filter { $0.actual == nil }.compactMap(\.forecast).reduce(.zero, +)
    #expect(series.whole.outlook ?? .zero == actual + rest)
    // The same values again, as a file with quarters beside their months would have them.
    let doubled = series.years.compactMap { year -> PeriodValue? in
      var value = PeriodValue(PeriodSpan(year, .year))
      let point = series.point(value.span)
      (value.forecast, value.actual) = (point.forecast, point.actual)
      return value
    }
    let with = Series(
      kind: .cumulative, direction: .up,
      values: doubled + values.filter { $0.span.part != .year })
    #expect(with.whole.actual ?? .zero == actual)
  }

  @Test("MEA-6: a percentage of a longer time is one that was recorded", arguments: 1...60)
  func percentages(seed: UInt64) throws {
    var maker = try RandomSeries(seed: seed)
    let values = maker.values()
    let series = Series(kind: .percentage, direction: .up, values: values)
    let recorded = Set(values.compactMap(\.actual))
    for span in Frequency.year.spans(in: series.years) + Frequency.quarter.spans(in: series.years) {
      guard let actual = series.point(span).actual else { continue }
      #expect(recorded.contains(actual))
    }
  }

  @Test("MEA-8: the shares of a year add up to the year to the last place", arguments: 1...60)
  func shares(seed: UInt64) throws {
    var maker = try RandomSeries(seed: seed)
    let net = (0..<4).map { _ in maker.amount() / Exact(7) }
    let empty = Series(money: [], net: net, from: maker.years.first)
    for frequency in Frequency.allCases {
      let points = frequency.spans(in: maker.years).map(empty.point)
      #expect(points.compactMap(\.forecast).reduce(.zero, +) == net.reduce(.zero, +))
    }
  }
}
