import Calculator

/// What each input does to a result as bars to both sides of the result as it stands, the largest
/// swing first; and the same numbers as a table.
struct TornadoChart: Part {
  let id = "chart-tornado"
  let title: String
  let description: String
  let bars: [ChartBar]
  let texts: [ChartText]
  let base: String
  let baseLabel: ChartText
  let height: String
  let rows: [Row]

  /// One input in numbers.
  struct Row: Part {
    let label: String
    let low: String
    let present: String
    let high: String
    let atLow: String
    let atHigh: String
    let swing: String
  }

  private static let rowHeight = 50.0
  private static let top = 28.0
  private static let left = 12.0
  private static let width = 696.0

  init?(_ sensitivity: Sensitivity) {
    guard let base = sensitivity.base.value, base.isFinite, !sensitivity.bars.isEmpty
    else { return nil }
    let worth = sensitivity.target.worth
    let scale = TornadoScale(sensitivity.bars, base: base, left: Self.left, width: Self.width)
    title = "\(worth.label.capitalizedAtStart), \(sensitivity.target.view.words)"
    rows = sensitivity.bars.map { Row($0, worth) }
    description = rows.map { "\($0.label): \($0.atLow) to \($0.atHigh)" }.joined(separator: "; ")
    bars = sensitivity.bars.enumerated().flatMap { place, bar in
      TornadoChart.bars(bar, worth, scale, top: Self.top + Double(place) * Self.rowHeight + 20)
    }
    texts = rows.enumerated().map { place, row in
      ChartText(
        x: ChartScale.text(Self.left),
        y: ChartScale.text(Self.top + Double(place) * Self.rowHeight + 12),
        text: "\(row.label): \(row.atLow) to \(row.atHigh)", style: "")
    }
    self.base = ChartScale.text(scale.x(base))
    let isRight = scale.x(base) > 360
    baseLabel = ChartText(
      x: ChartScale.text(scale.x(base) + (isRight ? -6 : 6)), y: "16",
      text: "As it stands: \(WorkedFigures.shown(Exact(base), of: worth))",
      style: isRight ? "app-chart-end" : "")
    height = ChartScale.text(Self.top + Double(rows.count) * Self.rowHeight)
  }

  /// One bar for each side, from the result as it stands.
  private static func bars(
    _ bar: TornadoBar<Double>, _ worth: Worth, _ scale: TornadoScale, top: Double
  ) -> [ChartBar] {
    [(bar.atLow, bar.range.low, "app-bar--step"), (bar.atHigh, bar.range.high, "app-bar--cash")]
      .compactMap { outcome, value, style in
        guard let result = outcome.value, result.isFinite else { return nil }
        let (from, to) = (scale.x(scale.base), scale.x(result))
        return ChartBar(
          x: ChartScale.text(min(from, to)), y: ChartScale.text(top),
          width: ChartScale.text(max(0.5, abs(to - from))), height: "18", style: style,
          words:
            "\(bar.range.variable.label) \(ChangeWords.shown(bar.range.variable, Exact(value))): "
            + WorkedFigures.shown(Exact(result), of: worth))
      }
  }
}

extension TornadoChart.Row {
  fileprivate init(_ bar: TornadoBar<Double>, _ worth: Worth) {
    let variable = bar.range.variable
    func shown(_ outcome: Outcome<Double>) -> String {
      switch outcome {
      case .value(let value): WorkedFigures.shown(Exact(value), of: worth)
      case .undefined(let reason): "undefined, because \(reason)"
      }
    }
    label = variable.label.capitalizedAtStart
    low = ChangeWords.shown(variable, Exact(bar.range.low))
    high = ChangeWords.shown(variable, Exact(bar.range.high))
    present = bar.present.value.map { ChangeWords.shown(variable, Exact($0)) } ?? "blank"
    atLow = shown(bar.atLow)
    atHigh = shown(bar.atHigh)
    swing = shown(bar.swing)
  }
}
