import Calculator

/// A result of several scenarios side by side as horizontal bars, each with its figure beside it.
struct ComparisonChart: Part {
  let id = "chart-comparison"
  let title: String
  let description: String
  let bars: [ChartBar]
  let texts: [ChartText]
  let zero: String
  let height: String

  private static let rowHeight = 52.0
  private static let width = 700.0

  init(bars values: [(name: String, value: Exact?)], of worth: Worth = .npv) {
    title = "\(worth.label.capitalizedAtStart), cash view"
    let sizes = values.map { $0.value?.double ?? 0 }
    let scale = ChartScale(sizes, top: 10, height: ComparisonChart.width)
    description = values.map { "\($0.name): \(ComparisonChart.words($0.value))" }
      .joined(separator: "; ")
    let zero = ComparisonChart.x(0, scale)
    self.zero = ChartScale.text(zero)
    bars = values.enumerated().map { place, bar in
      let end = ComparisonChart.x(bar.value?.double ?? 0, scale)
      return ChartBar(
        x: ChartScale.text(min(zero, end)),
        y: ChartScale.text(Double(place) * ComparisonChart.rowHeight + 22),
        width: ChartScale.text(max(1, abs(end - zero))), height: "20",
        style: place == 0 ? "app-bar--other" : "app-bar--cash",
        words: "\(bar.name): \(ComparisonChart.words(bar.value))")
    }
    texts = values.enumerated().map { place, bar in
      ChartText(
        x: "10", y: ChartScale.text(Double(place) * ComparisonChart.rowHeight + 16),
        text: "\(bar.name): \(ComparisonChart.words(bar.value))", style: "")
    }
    height = ChartScale.text(Double(values.count) * ComparisonChart.rowHeight + 4)
  }

  /// From left to right what a scale has from bottom to top.
  private static func x(_ value: Double, _ scale: ChartScale) -> Double {
    20 + width - scale.y(value)
  }

  private static func words(_ value: Exact?) -> String {
    value.map { Shown.pounds($0) } ?? "undefined"
  }
}
