import Calculator

/// The running net of plan and outlook by year, as two lines; the numbers stand in the table below.
struct RunningChart: Part {
  let id: String
  let title: String
  let description: String
  let lines: [Line]
  let texts: [ChartText]
  /// Where zero is.
  let zero: String
  /// Where what has come ends and what is expected begins; nil before the first year.
  let asAt: String?

  /// A line through the years.
  struct Line: Part {
    let points: String
    let style: String
  }

  private static let width = 720.0
  private static let left = 20.0

  init(
    id: String, title: String, years: [String], plan: [Exact], outlook: [Exact], asAt place: Int
  ) {
    self.id = id
    self.title = title
    description = zip(years, zip(plan, outlook)).map { year, money in
      "\(year): plan \(Shown.pounds(money.0)), outlook \(Shown.pounds(money.1))"
    }.joined(separator: "; ")
    let scale = ChartScale((plan + outlook).map(\.double), top: 24, height: 190)
    let step = (RunningChart.width - 190) / Double(max(1, years.count - 1))
    func x(_ place: Int) -> Double { RunningChart.left + Double(place) * step }
    func line(_ money: [Exact], _ style: String) -> Line {
      Line(
        points: money.enumerated().map { place, value in
          "\(ChartScale.text(x(place))),\(ChartScale.text(scale.y(value.double)))"
        }.joined(separator: " "), style: style)
    }
    lines = [line(plan, "app-line app-line--plan"), line(outlook, "app-line app-line--outlook")]
    zero = ChartScale.text(scale.y(0))
    asAt = place < 0 ? nil : ChartScale.text(x(min(place, years.count - 1)))
    texts =
      years.enumerated().map { place, year in
        ChartText(
          x: ChartScale.text(x(place)), y: "244", text: year,
          style: place == 0 ? "" : "app-chart-middle")
      } + RunningChart.ends(plan, outlook, x: x(years.count - 1) + 6, scale)
  }

  /// What each line ends with; one text where both end at the same place.
  private static func ends(
    _ plan: [Exact], _ outlook: [Exact], x: Double, _ scale: ChartScale
  ) -> [ChartText] {
    guard let planned = plan.last, let expected = outlook.last else { return [] }
    let (one, other) = (scale.y(planned.double), scale.y(expected.double))
    let apart = abs(one - other) < 20 ? (one < other ? -9.0 : 9.0) : 0
    func text(_ name: String, _ value: Exact, _ y: Double) -> ChartText {
      ChartText(
        x: ChartScale.text(x), y: ChartScale.text(y + 5), text: "\(name) \(Shown.pounds(value))",
        style: "")
    }
    if planned == expected { return [text("Both", planned, one)] }
    return [text("Plan", planned, one + apart), text("Outlook", expected, other - apart)]
  }

  static let sample = RunningChart(
    id: "chart-running", title: "Running net, cash view",
    years: ["2009/10", "2010/11", "2011/12"], plan: [Exact(-100), Exact(20), Exact(200)],
    outlook: [Exact(-130), Exact(-20), Exact(90)], asAt: 1)
}
