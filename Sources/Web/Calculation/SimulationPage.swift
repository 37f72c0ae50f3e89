import Calculator
import Foundation
import Programme
import Store

/// A simulation: how far it is, or what came of it.
struct SimulationPage: Page {
  static let template = "calculation/run"

  let title: String
  let council: String
  /// What was shared with its asker, when it was not all of the register.
  let sight: String?
  let state: Tag
  /// Whether more is to come: then the page looks again by itself.
  let isOpen: Bool
  let done: String
  let trials: String
  let progress: String
  let failure: String?
  let cancelHref: String?
  let refreshHref: String
  let facts: [SummaryLine]
  let inputs: [InputRow]
  let views: [ViewPart]
  let area: Area? = .calculator
  let isWide = true
  let trail: [Link]

  /// One input that was varied.
  struct InputRow: Part {
    let label: String
    let low: String
    let likely: String
    let high: String
  }

  /// The outcomes of one view.
  struct ViewPart: Part {
    let heading: String
    let figures: [Figure]
    let chart: DistributionChart
    let percentiles: [ChartRow]
  }

  init(_ run: SimulationRun, _ content: SimulationContent, _ result: SimulationResult?) {
    title = run.title
    council = run.councilName
    sight = content.part.map {
      "\(run.personName) saw only what \(run.councilName) had shared: \($0). "
        + "These figures are of that part."
    }
    state = Tag(run.state)
    isOpen = run.state.isOpen
    self.done = String(run.trialsDone)
    trials = String(run.trials)
    let (done, all) = (Exact(run.trialsDone), Exact(run.trials))
    progress = "\(Shown.quantity(done)) of \(Shown.quantity(all)) trials"
    failure = run.failure
    cancelHref = run.isOwn && run.state.isOpen ? "/calculator/runs/\(run.id)/cancel" : nil
    refreshHref = "/calculator/runs/\(run.id)"
    facts = SimulationPage.facts(run, content, result)
    inputs = content.triangles.map(InputRow.init)
    views = [
      result?.cash.map { ViewPart("Net present value, cash view", $0, id: "cash") },
      result?.whole.map { ViewPart("Net present value, whole view", $0, id: "whole") },
    ].compactMap { $0 }
    trail = [
      Link(
        "Calculator",
        CalculationQuestion(council: run.councilCode)
          .address("/calculator", ScenarioChanges(texts: content.changes)).text)
    ]
  }

  private static func facts(
    _ run: SimulationRun, _ content: SimulationContent, _ result: SimulationResult?
  ) -> [SummaryLine] {
    let changes = content.changes.keys.sorted().map { ScenarioChanges.label(of: $0) }
    return [
      SummaryLine("Seed", String(content.seed), note: "the same seed gives the same result"),
      SummaryLine("Numbers drawn by", result?.generator ?? Simulation.generator),
      SummaryLine(
        "Register", "as it was on \(Shown.moment(run.askedAt))",
        note: changes.isEmpty ? nil : "with changes: \(changes.joined(separator: ", "))"),
      SummaryLine("Asked by", run.personName),
    ]
  }
}

extension SimulationPage.InputRow {
  fileprivate init(_ triangle: Triangle) {
    label = triangle.variable.label.capitalizedAtStart
    low = ChangeWords.shown(triangle.variable, Exact(triangle.low))
    likely = ChangeWords.shown(triangle.variable, Exact(triangle.mode))
    high = ChangeWords.shown(triangle.variable, Exact(triangle.high))
  }
}

extension SimulationPage.ViewPart {
  init(_ heading: String, _ outcomes: SimulationResult.Outcomes, id: String) {
    self.heading = heading
    func money(_ value: Double) -> String { Shown.pounds(Exact(value)) }
    let percentiles = zip(SimulationResult.shares, outcomes.percentiles)
    let values = Dictionary(uniqueKeysWithValues: percentiles.map { ($0, $1) })
    figures = [
      Figure(
        "Middle outcome", money(values[0.5] ?? outcomes.mean), note: "as likely above as below"),
      Figure(
        "Nine in ten lie between",
        "\(money(values[0.05] ?? outcomes.lowest)) and \(money(values[0.95] ?? outcomes.highest))"),
      Figure(
        "Chance of a loss", Shown.percentage(Exact(outcomes.shareBelowZero), places: 1),
        note: "trials with a net present value below 0"),
    ]
    chart = DistributionChart(outcomes, id: "chart-\(id)", title: heading)
    self.percentiles =
      [ChartRow(label: "Lowest", value: money(outcomes.lowest))]
      + percentiles.map {
        ChartRow(label: "\(Shown.percentage(Exact($0))) lie below", value: money($1))
      } + [
        ChartRow(label: "Highest", value: money(outcomes.highest)),
        ChartRow(label: "Mean", value: money(outcomes.mean)),
        ChartRow(label: "Standard deviation", value: money(outcomes.standardDeviation)),
      ]
  }
}
