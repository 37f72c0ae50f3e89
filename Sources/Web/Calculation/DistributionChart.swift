import Calculator

/// How the outcomes of a simulation lie: bars of trials, with the middle and nine in ten marked; and
/// the same numbers as a table.
struct DistributionChart: Part {
  let id: String
  let title: String
  let description: String
  let bars: [ChartBar]
  let marks: [Mark]
  let texts: [ChartText]
  let rows: [ChartRow]

  /// A line from top to bottom at an outcome.
  struct Mark: Part {
    let x: String
    let style: String
  }

  private static let left = 10.0
  private static let width = 700.0
  private static let top = 44.0
  private static let height = 176.0

  init(_ outcomes: SimulationResult.Outcomes, id: String, title: String) {
    self.id = id
    self.title = title
    let span = (outcomes.lowest, outcomes.highest)
    let most = Double(outcomes.bins.map(\.runs).max() ?? 0)
    let scale = ChartScale([most], top: Self.top, height: Self.height)
    func x(_ value: Double) -> Double {
      guard span.1 > span.0 else { return Self.left + Self.width / 2 }
      return Self.left + (value - span.0) / (span.1 - span.0) * Self.width
    }
    rows = outcomes.bins.map { bin in
      ChartRow(label: Self.words(bin), value: Shown.quantity(Exact(bin.runs)))
    }
    bars = outcomes.bins.map { bin in
      ChartBar(
        x: ChartScale.text(x(bin.from)), y: ChartScale.text(scale.y(Double(bin.runs))),
        width: ChartScale.text(max(1, x(bin.to) - x(bin.from) - 1)),
        height: ChartScale.text(Self.top + Self.height - scale.y(Double(bin.runs))),
        style: bin.to <= 0 ? "app-bar--step" : "app-bar--other",
        words: "\(Self.words(bin)): \(Shown.count(bin.runs, "trial"))")
    }
    let named = zip(SimulationResult.shares, outcomes.percentiles).filter {
      [0.05, 0.5, 0.95].contains($0.0)
    }
    marks = named.map { share, value in
      Mark(
        x: ChartScale.text(x(value)), style: share == 0.5 ? "app-mark--middle" : "app-mark")
    }
    texts = Self.labels(named.map { ($0, $1, x($1)) }) + Self.ends(outcomes)
    description = named.map { share, value in
      "\(Shown.percentage(Exact(share))) of trials lie below \(Shown.pounds(Exact(value)))"
    }.joined(separator: "; ")
  }

  /// What the marks stand for, above the bars; those at the sides point outwards.
  private static func labels(
    _ marks: [(share: Double, value: Double, x: Double)]
  ) -> [ChartText] {
    marks.map { mark in
      let pounds = Shown.pounds(Exact(mark.value))
      guard mark.share != 0.5 else {
        return ChartText(
          x: ChartScale.text(mark.x), y: "16", text: "middle \(pounds)",
          style: "app-chart-middle")
      }
      let isLow = mark.share < 0.5
      let isLeft = isLow ? mark.x > 230 : mark.x > 500
      return ChartText(
        x: ChartScale.text(mark.x + (isLeft ? -6 : 6)), y: "36",
        text: isLow ? "5 % lie below \(pounds)" : "5 % lie above \(pounds)",
        style: isLeft ? "app-chart-end" : "")
    }
  }

  private static func ends(_ outcomes: SimulationResult.Outcomes) -> [ChartText] {
    [
      ChartText(
        x: ChartScale.text(left), y: "242", text: Shown.pounds(Exact(outcomes.lowest)), style: ""),
      ChartText(
        x: ChartScale.text(left + width), y: "242", text: Shown.pounds(Exact(outcomes.highest)),
        style: "app-chart-end"),
    ]
  }

  private static func words(_ bin: SimulationResult.Bin) -> String {
    "\(Shown.pounds(Exact(bin.from))) to \(Shown.pounds(Exact(bin.to)))"
  }
}
