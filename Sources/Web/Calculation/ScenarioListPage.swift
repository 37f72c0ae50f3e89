import Calculator
import Programme
import Store

/// The scenarios of a register, some of them side by side.
struct ScenarioListPage: Page {
  static let template = "calculation/scenarios"

  let title = "Scenarios"
  let council: String
  /// Why the figures are of a part alone; nil when all of the register is seen.
  let sight: String?
  let code: String
  let state: String
  let rows: [Row]
  let names: [String]
  let inputs: [ComparedRow]
  let cash: [ComparedRow]
  let whole: [ComparedRow]
  let chart: ComparisonChart
  let area: Area? = .calculator
  let isWide = true
  let trail: [Link]

  /// One scenario that is kept.
  struct Row: Part {
    let id: String
    let name: String
    let href: String
    let what: String
    let who: String
    let when: String
    let isTicked: Bool
    let proofHref: String
    let removeHref: String?
  }

  init(
    _ subject: CalculationSubject, _ comparison: ScenarioComparison, ticked: [ID<Scenario>]
  ) {
    let code = subject.stored.councilCode
    council = subject.stored.councilName
    sight = subject.sight.notice
    self.code = code?.description ?? ""
    state = subject.state
    rows = subject.scenarios.map { Row($0, of: code, isTicked: ticked.contains($0.id)) }
    names = comparison.names
    inputs = comparison.inputs
    cash = comparison.results(in: .cash)
    whole = comparison.results(in: .whole)
    chart = comparison.chart
    trail = [
      Link("Calculator", Address("/calculator").with("council", code?.description).text)
    ]
  }
}

extension ScenarioListPage.Row {
  fileprivate init(_ stored: StoredScenario, of council: CouncilCode?, isTicked: Bool) {
    let question = CalculationQuestion(council: council)
    let changes = stored.scenario.changes
    id = stored.id.description
    name = stored.scenario.name
    href = question.address("/calculator", changes).text
    what =
      changes.texts.keys.sorted().map { ScenarioChanges.label(of: $0) }
      .joined(separator: ", ").capitalizedAtStart
    who = stored.personName
    when = Shown.moment(stored.madeAt)
    self.isTicked = isTicked
    proofHref = question.address("/calculator/proof.zip", changes).text
    removeHref = stored.isOwn ? "/calculator/scenarios/\(stored.id)/remove" : nil
  }
}
