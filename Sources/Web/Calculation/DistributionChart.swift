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

  /// A line at an outcome, from its words down through the bars.
  struct Mark: Part {
    let x: String
    let top: String
    let style: String
  }

  private static let left = 10.0
  private static let width = 700.0
  private static let top = 74.0
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
        x: ChartScale.text(x(value)), top: ChartScale.text(Self.baseline(share) + 5),
        style: share == 0.5 ? "app-mark--middle" : "app-mark")
    }
    texts = Self.labels(named.map { ($0, $1, x($1)) }) + Self.ends(outcomes)
    description = named.map { share, value in
      "\(Shown.percentage(Exact(share))) of trials lie below \(Shown.pounds(Exact(value)))"
    }.joined(separator: "; ")
  }

  /// What the marks stand for, above the bars: each on a line of its own, beginning or ending at
  /// its mark, so that none is written over another.
  private static func labels(_ marks: [(share: Double, value: Double, x: Double)]) -> [ChartText] {
    marks.map { mark in
      ChartText(
        x: ChartScale.text(mark.x), y: ChartScale.text(baseline(mark.share)),
        text: "\(words(mark.share)) \(Shown.pounds(Exact(mark.value)))", style: anchor(mark))
    }
  }

  private static func baseline(_ share: Double) -> Double {
    share < 0.5 ? 14 : share > 0.5 ? 36 : 58
  }

  private static func words(_ share: Double) -> String {
    share < 0.5 ? "5 % lie below" : share > 0.5 ? "5 % lie above" : "middle"
  }

  /// Outwards from the mark, except where the drawing ends there.
  private static func anchor(_ mark: (share: Double, value: Double, x: Double)) -> String {
    let isNearLeft = mark.x < (mark.share == 0.5 ? 110 : 230)
    let isNearRight = mark.x > (mark.share == 0.5 ? 610 : 490)
    if mark.share == 0.5 {
      return isNearLeft ? "" : isNearRight ? "app-chart-end" : "app-chart-middle"
    }
    let isOutwardsLeft = mark.share < 0.5
    return (isOutwardsLeft ? !isNearLeft : isNearRight) ? "app-chart-end" : ""
  }

  private static func ends(_ outcomes: SimulationResult.Outcomes) -> [ChartText] {
    [
      ChartText(
        x: ChartScale.text(left), y: "272", text: Shown.pounds(Exact(outcomes.lowest)), style: ""),
      ChartText(
        x: ChartScale.text(left + width), y: "272", text: Shown.pounds(Exact(outcomes.highest)),
        style: "app-chart-end"),
    ]
  }

  private static func words(_ bin: SimulationResult.Bin) -> String {
    "\(Shown.pounds(Exact(bin.from))) to \(Shown.pounds(Exact(bin.to)))"
  }
}
