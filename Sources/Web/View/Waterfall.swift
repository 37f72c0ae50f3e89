import Calculator

/// From gross to net in one year: every share and correction as a step down, and the same numbers
/// as a table.
struct Waterfall: Part {
  let id: String
  let title: String
  let description: String
  let bars: [ChartBar]
  let texts: [ChartText]
  let rows: [ChartRow]
  let zero: String

  /// A level that is reached ("Gross", "Net") or the step to the next.
  struct Step: Sendable {
    let label: String
    /// The level after this step, in pounds.
    let level: Exact
    /// Whether the bar stands on zero, as the first and the last do.
    let isLevel: Bool
  }

  init(id: String, title: String, steps: [Step]) {
    self.id = id
    self.title = title
    let changes = Waterfall.changes(steps)
    rows = zip(steps, changes).map {
      ChartRow(label: $0.label, value: Shown.decimal($1, places: 2))
    }
    description = rows.map { "\($0.label): \($0.value)" }.joined(separator: "; ")
    let scale = ChartScale(steps.map(\.level.double), top: 24, height: 196)
    let step = 720 / Double(max(1, steps.count))
    let bars = steps.indices.map { place in
      Waterfall.bar(steps, changes, place, x: Double(place) * step, width: step * 0.8, scale)
    }
    texts = steps.indices.flatMap { place in
      Waterfall.texts(
        steps[place], changes[place], x: Double(place) * step + step * 0.4,
        top: Double(bars[place].y) ?? 0)
    }
    self.bars = bars
    zero = ChartScale.text(scale.y(0))
  }

  /// What each bar shows: a level, or by how much the level changed.
  private static func changes(_ steps: [Step]) -> [Exact] {
    zip(steps, [Exact.zero] + steps.map(\.level)).map { step, before in
      step.isLevel ? step.level : step.level - before
    }
  }

  private static func bar(
    _ steps: [Step], _ changes: [Exact], _ place: Int, x: Double, width: Double,
    _ scale: ChartScale
  ) -> ChartBar {
    let level = steps[place].level.double
    let from = steps[place].isLevel ? 0 : level - changes[place].double
    let (top, bottom) = (scale.y(max(from, level)), scale.y(min(from, level)))
    return ChartBar(
      x: ChartScale.text(x), y: ChartScale.text(top), width: ChartScale.text(width),
      height: ChartScale.text(max(1, bottom - top)),
      style: steps[place].isLevel ? "app-bar--cash" : "app-bar--step",
      words: "\(steps[place].label): \(Shown.money(changes[place]))")
  }

  private static func texts(
    _ step: Step, _ change: Exact, x: Double, top: Double
  ) -> [ChartText] {
    [
      ChartText(x: ChartScale.text(x), y: "250", text: step.label, style: "app-chart-middle"),
      ChartText(
        x: ChartScale.text(x), y: ChartScale.text(top - 6), text: Shown.pounds(change),
        style: "app-chart-middle"),
    ]
  }

  static let sample = Waterfall(
    id: "chart-waterfall", title: "From gross to net in 2012/13, £",
    steps: [
      Step(label: "Gross", level: Exact(245_626), isLevel: true),
      Step(label: "Ramp", level: Exact(241_205), isLevel: false),
      Step(label: "Deadweight", level: Exact(229_145), isLevel: false),
      Step(label: "Not claimed", level: Exact(57286), isLevel: false),
      Step(label: "Optimism bias", level: Exact(54422), isLevel: false),
      Step(label: "Net", level: Exact(54422), isLevel: true),
    ])
}
