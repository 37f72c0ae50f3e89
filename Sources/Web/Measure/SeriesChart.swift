import Calculator
import Programme

/// What was forecast and what came, period by period: forecasts as outlined bars, actual values as
/// full ones within them, and the same numbers as a table.
struct SeriesChart: Part {
  let id = "chart-series"
  let title: String
  let description: String
  let unit: String
  let bars: [ChartBar]
  let texts: [ChartText]
  /// Where zero is.
  let zero: String
  let rows: [Row]

  /// One period in numbers.
  struct Row: Part {
    let label: String
    let forecast: String
    let actual: String
  }

  private static let left = 84.0
  private static let width = 636.0
  /// The most names of periods below the drawing.
  private static let nameLimit = 9

  /// Nil when nothing is known of any of the periods.
  init?(_ series: Series, _ spans: [PeriodSpan], of measure: Measure) {
    let points = spans.map { ($0, series.point($0)) }
    guard points.contains(where: { $1.forecast != nil || $1.actual != nil }) else { return nil }
    unit = MeasureWords.unit(of: measure)
    title = "\(measure.name): forecast and actual, \(unit)"
    rows = points.map { span, point in
      Row(
        label: span.words, forecast: MeasureWords.value(point.forecast, of: measure),
        actual: MeasureWords.value(point.actual, of: measure))
    }
    description = rows.map { "\($0.label): forecast \($0.forecast), actual \($0.actual)" }
      .joined(separator: "; ")
    let values = points.flatMap { [$1.forecast, $1.actual] }.compactMap { $0?.double }
    let scale = ChartScale(values, top: 12, height: 210)
    let step = Self.width / Double(max(1, points.count))
    bars = points.enumerated().flatMap { place, item in
      Self.bars(item, x: Self.left + Double(place) * step, step, scale, measure)
    }
    texts = Self.axis(scale, measure) + Self.names(spans, step)
    zero = ChartScale.text(scale.y(0))
  }

  private static func bars(
    _ item: (span: PeriodSpan, point: SeriesPoint), x: Double, _ step: Double,
    _ scale: ChartScale, _ measure: Measure
  ) -> [ChartBar] {
    let parts = [
      ("forecast", item.point.forecast, 0.06, "app-bar--step"),
      ("actual", item.point.actual, 0.22, "app-bar--cash"),
    ]
    return parts.compactMap { name, value, inset, style in
      guard let value else { return nil }
      let (top, bottom) = (scale.y(max(0, value.double)), scale.y(min(0, value.double)))
      return ChartBar(
        x: ChartScale.text(x + step * inset), y: ChartScale.text(top),
        width: ChartScale.text(step * (1 - 2 * inset)), height: ChartScale.text(bottom - top),
        style: style,
        words: "\(item.span.words), \(name): \(MeasureWords.value(value, of: measure))")
    }
  }

  /// The top and the bottom of the scale.
  private static func axis(_ scale: ChartScale, _ measure: Measure) -> [ChartText] {
    // Where there is no room between a level and zero, zero alone is written.
    let levels = [scale.high, scale.low].filter { abs(scale.y($0) - scale.y(0)) > 18 }
    return (levels + [0]).map { level in
      ChartText(
        x: ChartScale.text(left - 6), y: ChartScale.text(scale.y(level) + 5),
        text: level == 0 ? "0" : short(level, measure), style: "app-chart-end")
    }
  }

  private static func short(_ level: Double, _ measure: Measure) -> String {
    if measure.kind == .percentage { return Shown.percentage(Exact(level), places: 1) }
    let sizes = [(1e9, "bn"), (1e6, "m"), (1e3, "k")]
    let size = sizes.first { abs(level) >= $0.0 * 10 } ?? (1, "")
    let places = abs(level) < 10 ? 2 : 0
    return Shown.decimal(Exact(level / size.0), places: places) + size.1
  }

  /// As many names as have room.
  private static func names(_ spans: [PeriodSpan], _ step: Double) -> [ChartText] {
    let every = max(1, (spans.count + nameLimit - 1) / nameLimit)
    return spans.enumerated().filter { $0.offset.isMultiple(of: every) }.map { place, span in
      ChartText(
        x: ChartScale.text(left + (Double(place) + 0.5) * step), y: "250",
        text: MeasureWords.short(span), style: "app-chart-middle")
    }
  }
}
