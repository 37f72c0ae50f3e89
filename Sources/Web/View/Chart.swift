/// One bar of a chart, in the units of its drawing.
struct ChartBar: Part {
  let x: String
  let y: String
  let width: String
  let height: String
  /// What it stands for: "app-bar--cash".
  let style: String
  /// Said by its tooltip: "Cashable 2010/11: 536,550.81".
  let words: String
}

/// A text of a chart.
struct ChartText: Part {
  let x: String
  let y: String
  let text: String
  /// Where it is anchored: "app-chart-middle", "app-chart-end".
  let style: String
}

/// A line of the table that holds the same numbers as a chart.
struct ChartRow: Part {
  let label: String
  let value: String
}

/// Heights of bars on a scale that holds every value and zero.
struct ChartScale {
  let low: Double
  let high: Double
  let top: Double
  let height: Double

  init(_ values: [Double], top: Double, height: Double) {
    let finite = values.filter(\.isFinite)
    low = min(0, finite.min() ?? 0)
    high = max(0, finite.max() ?? 0)
    self.top = top
    self.height = height
  }

  /// The place of a value from the top of the drawing.
  func y(_ value: Double) -> Double {
    guard value.isFinite, high > low else { return top + height }
    return top + (high - value) / (high - low) * height
  }

  /// One decimal place: enough for a drawing, and short.
  static func text(_ value: Double) -> String {
    guard value.isFinite, abs(value) < 100_000 else { return "0" }
    let tenths = Int((value * 10).rounded())
    let sign = tenths < 0 ? "-" : ""
    let rest = tenths.magnitude % 10
    return "\(sign)\(tenths.magnitude / 10)" + (rest == 0 ? "" : ".\(rest)")
  }
}
