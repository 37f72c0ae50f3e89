import Calculator
import Programme

/// A series by financial year, and in all.
struct PointTable: Part {
  let caption: String
  let rows: [Row]

  /// One line of figures.
  struct Row: Part {
    let label: String
    /// "2 periods known", "as at May 2010".
    let note: String
    let forecast: String
    let actual: String
    let forecastToDate: String
    let variance: String
    let outlook: String
    let verdict: Tag?
    /// "app-total" for the whole.
    let style: String

    init(_ label: String, _ point: SeriesPoint, of measure: Measure, isWhole: Bool = false) {
      self.label = label
      note = Row.note(point, measure, tellsReasons: !isWhole)
      forecast = MeasureWords.value(point.forecast, of: measure)
      actual = MeasureWords.value(point.actual, of: measure)
      forecastToDate = MeasureWords.value(point.forecastToDate, of: measure)
      variance = MeasureWords.variance(point, of: measure)
      outlook = MeasureWords.value(point.outlook, of: measure)
      verdict = Verdict(point, better: measure.direction).map { Tag($0) }
      style = isWhole ? "app-total" : ""
    }

    private static func note(
      _ point: SeriesPoint, _ measure: Measure, tellsReasons: Bool
    ) -> String {
      let known =
        measure.kind.adds
        ? (point.knownCount == 0 ? "" : "\(Shown.count(point.knownCount, "period")) known")
        : point.asAt.map { "as at \($0.words)" } ?? ""
      let reasons = tellsReasons ? point.reasons.map { "no data: \($0)" } : []
      return ([known] + reasons).filter { !$0.isEmpty }
        .joined(separator: "; ")
    }
  }

  /// Nil for a series of which nothing is known.
  init?(_ series: Series, of measure: Measure) {
    guard !series.years.isEmpty else { return nil }
    caption = "By financial year, \(MeasureWords.unit(of: measure))"
    let years = Frequency.year.spans(in: series.years).map {
      Row($0.words, series.point($0), of: measure)
    }
    let whole = Row(
      measure.kind.adds ? "In all" : "Latest", series.whole, of: measure, isWhole: true)
    rows = years + [whole]
  }
}
