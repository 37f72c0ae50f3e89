import Calculator

/// All values of one measure, or of a benefit's money, and what can be told from them.
public struct Series: Hashable, Sendable {
  /// How values are put together.
  public let kind: MeasureKind
  /// Which way is better.
  public let direction: MeasureDirection
  /// The values that count, in the order of time; none lies within another.
  public let values: [PeriodValue]
  /// Values within a longer period that was recorded too: they are parts of it, and would count
  /// twice.
  public let parts: [PeriodValue]
  /// What the calculator forecasts for whole financial years, spread evenly over their months
  /// where nothing else was typed.
  public let yearForecasts: [FinancialYear: Exact]

  /// A series; the order of the values never matters.
  public init(
    kind: MeasureKind, direction: MeasureDirection, values: [PeriodValue],
    yearForecasts: [FinancialYear: Exact] = [:]
  ) {
    self.kind = kind
    self.direction = direction
    self.yearForecasts = yearForecasts
    var counted: [PeriodValue] = []
    var parts: [PeriodValue] = []
    // A longer period stands before its parts.
    for value in values.filter({ !$0.isEmpty }).sorted(by: { $0.span < $1.span }) {
      if let last = counted.last, last.span.months.covers(value.span.months) {
        parts.append(value)
      } else {
        counted.append(value)
      }
    }
    self.values = counted
    self.parts = parts
  }

  /// The values of a measure.
  public init(_ measure: Measure, _ values: [PeriodValue]) {
    self.init(kind: measure.kind, direction: measure.direction, values: values)
  }

  /// The money of a benefit: `net` is the calculator's forecast by year from the base year.
  public init(money values: [PeriodValue], net: [Exact]?, from baseYear: FinancialYear?) {
    let forecasts = (net ?? []).enumerated().compactMap { place, value in
      baseYear?.advanced(by: place).map { ($0, value) }
    }
    let byYear = Dictionary(forecasts, uniquingKeysWith: { first, _ in first })
    self.init(kind: .cumulative, direction: .up, values: values, yearForecasts: byYear)
  }

  /// The financial years from the first to the last that anything is known or forecast of.
  public var years: [FinancialYear] {
    let known = values.map(\.span.year) + Array(yearForecasts.keys)
    guard let first = known.min(), let last = known.max() else { return [] }
    return first.following(last.years(since: first) + 1)
  }

  /// What is known of the whole series.
  public var whole: SeriesPoint {
    guard let first = years.first, let last = years.last else { return SeriesPoint() }
    return point(in: first.firstYear * 12..<(last.firstYear + 1) * 12)
  }

  /// What is known of one period. A period within a longer recorded one has no value of its own.
  public func point(_ span: PeriodSpan) -> SeriesPoint { point(in: span.months) }

  /// The recorded period that a shorter one lies within; nil when there is none.
  public func value(around span: PeriodSpan) -> PeriodValue? {
    values.first { $0.span.isAround(span) }
  }

  func point(in months: Range<Int>) -> SeriesPoint {
    let inside = values.filter { months.covers($0.span.months) }
    return kind.adds ? sum(of: inside, in: months) : last(of: inside)
  }

  /// What was forecast for the period of a value: what was typed, or an even share of the year's.
  public func forecast(of value: PeriodValue) -> Exact? {
    value.forecast ?? share(of: value.span.year, in: value.span.months)
  }

  /// The part of a year's forecast that falls in some of its months. The shares of all its parts
  /// add up to the year's forecast to the last place.
  private func share(of year: FinancialYear, in months: Range<Int>) -> Exact? {
    guard let whole = yearForecasts[year] else { return nil }
    let first = year.firstYear * 12
    func upTo(_ month: Int) -> Exact { whole * Exact(month - first) / Exact(12) }
    return upTo(months.upperBound) - upTo(months.lowerBound)
  }
}

extension Series {
  /// Amounts of separate periods add up.
  private func sum(of inside: [PeriodValue], in months: Range<Int>) -> SeriesPoint {
    let known = inside.filter { $0.actual != nil }
    let rest = unrecorded(months)
    var point = SeriesPoint()
    point.forecast = Series.total(inside.map(forecast(of:)) + rest)
    point.actual = Series.total(known.map(\.actual))
    point.forecastToDate = Series.total(ifAll: known.map(forecast(of:)))
    point.outlook = Series.total(inside.map { $0.actual ?? forecast(of: $0) } + rest)
    point.take(known, noData: inside)
    return point
  }

  /// The last known value stands for all of the time.
  private func last(of inside: [PeriodValue]) -> SeriesPoint {
    let known = inside.last { $0.actual != nil }
    var point = SeriesPoint()
    point.forecast = inside.last { $0.forecast != nil }?.forecast
    point.actual = known?.actual
    point.forecastToDate = known?.forecast
    point.outlook = inside.compactMap { $0.actual ?? $0.forecast }.last
    point.take(known.map { [$0] } ?? [], noData: inside)
    point.knownCount = inside.count { $0.actual != nil }
    return point
  }

  /// The calculator's shares of the months that no recorded period covers.
  private func unrecorded(_ months: Range<Int>) -> [Exact?] {
    yearForecasts.keys.map { year in
      let own = PeriodSpan(year, .year).months.clamped(to: months)
      let taken = values.filter { $0.span.year == year }.map(\.span.months)
      return Series.total(
        own.filter { month in !taken.contains { $0.contains(month) } }
          .map { share(of: year, in: $0..<$0 + 1) })
    }
  }

  /// The sum of what is known; nil when nothing is.
  private static func total(_ values: [Exact?]) -> Exact? {
    let known = values.compactMap(\.self)
    return known.isEmpty ? nil : known.reduce(.zero, +)
  }

  /// The sum; nil when any part is not known, or there is none.
  private static func total(ifAll values: [Exact?]) -> Exact? {
    values.contains { $0 == nil } ? nil : total(values)
  }
}

extension Series {
  /// What was known by the end of a day: everything that came up to it, or the level then.
  public func actual(by day: Day) -> Exact? {
    let inside = values.filter { value in value.span.lastDay.map { $0 <= day } ?? false }
    return kind.adds
      ? Series.total(inside.map(\.actual)) : inside.last { $0.actual != nil }?.actual
  }
}
