import Calculator

/// Cashable and non-cashable benefit by year as stacked bars; below zero what is a dis-benefit.
struct YearChart: Part {
  let id: String
  let title: String
  let description: String
  let bars: [ChartBar]
  let texts: [ChartText]
  /// Where zero is.
  let zero: String

  /// One year.
  struct Year: Sendable {
    let name: String
    let cashable: Exact
    let nonCashable: Exact
  }

  init(id: String, title: String, years: [Year]) {
    self.id = id
    self.title = title
    description = years.map {
      "\($0.name): cashable \(Shown.pounds($0.cashable)), "
        + "non-cashable \(Shown.pounds($0.nonCashable))"
    }.joined(separator: "; ")
    let scale = ChartScale(years.flatMap(YearChart.edges), top: 12, height: 210)
    let step = 720 / Double(max(1, years.count))
    bars = years.enumerated().flatMap { place, year in
      YearChart.bars(year, x: Double(place) * step + step * 0.08, width: step * 0.84, scale)
    }
    texts = years.enumerated().flatMap { place, year in
      YearChart.texts(year, x: Double(place) * step + step / 2, scale)
    }
    zero = ChartScale.text(scale.y(0))
  }

  /// The top and the bottom of a year's bars: what is above zero is stacked, and what is below.
  private static func edges(_ year: Year) -> [Double] {
    let parts = [year.cashable.double, year.nonCashable.double]
    return [parts.filter { $0 > 0 }.reduce(0, +), parts.filter { $0 < 0 }.reduce(0, +)]
  }

  private static func bars(
    _ year: Year, x: Double, width: Double, _ scale: ChartScale
  ) -> [ChartBar] {
    var above = 0.0
    var below = 0.0
    let parts = [
      ("Cashable", year.cashable, "app-bar--cash"),
      ("Non-cashable", year.nonCashable, "app-bar--other"),
    ]
    return parts.map { name, value, style in
      let size = value.double
      let from = size < 0 ? below : above
      if size < 0 { below += size } else { above += size }
      let (top, bottom) = (scale.y(max(from, from + size)), scale.y(min(from, from + size)))
      return ChartBar(
        x: ChartScale.text(x), y: ChartScale.text(top), width: ChartScale.text(width),
        height: ChartScale.text(bottom - top), style: style,
        words: "\(name) \(year.name): \(Shown.pounds(value))")
    }
  }

  /// The year below, and each part's value inside its bar where there is room for it.
  private static func texts(_ year: Year, x: Double, _ scale: ChartScale) -> [ChartText] {
    let name = ChartText(
      x: ChartScale.text(x), y: "250", text: year.name, style: "app-chart-middle")
    let cashTop = max(0, year.cashable.double)
    let parts = [
      (year.cashable, 0.0, "app-chart-light"), (year.nonCashable, cashTop, "app-chart-middle"),
    ]
    return [name]
      + parts.compactMap { value, from, style in
        let size = value.double
        let low = size < 0 ? 0 : from
        let (top, bottom) = (scale.y(max(low, low + size)), scale.y(min(low, low + size)))
        guard bottom - top > 20 else { return nil }
        return ChartText(
          x: ChartScale.text(x), y: ChartScale.text((top + bottom) / 2 + 6),
          text: Shown.pounds(value), style: style)
      }
  }

  static let sample = YearChart(
    id: "chart-years", title: "Benefit by year",
    years: [
      Year(name: "2009/10", cashable: Exact(-35248), nonCashable: Exact(88849)),
      Year(name: "2010/11", cashable: Exact(536_551), nonCashable: Exact(1_286_480)),
      Year(name: "2011/12", cashable: Exact(719_386), nonCashable: Exact(1_537_868)),
      Year(name: "2012/13", cashable: Exact(1_416_307), nonCashable: Exact(2_135_823)),
      Year(name: "2013/14", cashable: Exact(1_558_858), nonCashable: Exact(1_422_143)),
      Year(name: "2014/15", cashable: Exact(462_791), nonCashable: Exact(1_184_250)),
    ])
}
