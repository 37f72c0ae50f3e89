import Calculator
import Programme
import Store

/// Which inputs matter, at which values the result turns, and how sure it is.
struct SensitivityPage: Page {
  static let template = "calculation/sensitivity"

  let title = "Which inputs matter"
  let council: String
  /// Why the figures are of a part alone; nil when all of the register is seen.
  let sight: String?
  /// Whether no cost is seen: then nothing turns, and no simulation tells a loss.
  let hidesCosts: Bool
  let changed: [ChangeLine]
  let kept: [HiddenField]
  let choices: [FormField]
  let chart: TornadoChart?
  /// "42 more inputs move it less."; nil when all are shown.
  let further: String?
  /// Why nothing is drawn; nil when something is.
  let nothing: String?
  let switchTitle: String
  let switches: [SwitchRow]
  let query: String
  let uncertain: [UncertainRow]
  let runFields: [FormField]
  let runs: [RunLine]
  let problems: [PageProblem]
  let area: Area? = .calculator
  let isWide = true
  let trail: [Link]

  /// One input and the value at which net present value is 0.
  struct SwitchRow: Part {
    let label: String
    let present: String
    let value: String
    let change: String
  }

  /// One input that a simulation varies.
  struct UncertainRow: Part {
    let label: String
    let unit: String
    let fields: [FormField]
    let error: String?
  }

  init(
    _ subject: CalculationSubject, _ asked: SensitivityQuestion, _ sensitivity: Sensitivity,
    _ form: SimulationForm, _ refused: [Problem]
  ) {
    let question = asked.question
    let fields = CalculatorFields(
      recorded: sensitivity.calculation.recorded.appraisal, typed: question.typed,
      problems: refused)
    let changes = sensitivity.calculation.changes
    council = subject.stored.councilName
    sight = subject.sight.notice
    hidesCosts = subject.sight.hidesCosts
    changed = sensitivity.calculation.changed
    query = question.address("", changes).text
    kept =
      question.address("", changes).fields.map { HiddenField($0.name, $0.value) }
      + form.also.map { HiddenField(SimulationForm.alsoName, $0.text) }
    choices = fields.refused + SensitivityPage.choices(sensitivity, asked)
    chart = TornadoChart(sensitivity)
    further =
      sensitivity.furtherCount > 0
      ? "\(Shown.count(sensitivity.furtherCount, "more input")) move it less." : nil
    nothing = chart == nil ? sensitivity.base.reason ?? "no input moves it" : nil
    switchTitle = "Where net present value turns, \(sensitivity.target.view.words)"
    switches = sensitivity.switches.map(SwitchRow.init)
    uncertain = form.inputs.map { UncertainRow($0, form.problems) }
    runFields = form.fields
    runs = subject.runs.map(RunLine.init)
    problems = SensitivityPage.summary(refused + asked.problems + form.problems, subject.sight)
    trail = [Link("Calculator", question.address("/calculator", changes).text)]
  }

  private static func summary(_ problems: [Problem], _ sight: RegisterSight) -> [PageProblem] {
    problems.map { PageProblem($0, elsewhere: sight.hidesCosts ? "main-content" : "simulate") }
  }

  /// Which result, how far, and what else to look at.
  private static func choices(
    _ sensitivity: Sensitivity, _ asked: SensitivityQuestion
  ) -> [FormField] {
    func list(
      _ name: String, _ label: String, _ choices: [(value: String, text: String)],
      _ standard: String
    ) -> FormField {
      let problem = asked.problems.first { $0.place == .field(name) }
      return FormField.list(
        name, label, choices, chosen: problem == nil ? standard : asked.typed[name] ?? standard,
        error: problem?.message)
    }
    let worths: [Worth] =
      sensitivity.calculation.sight.hidesCosts ? [.pvBenefits] : [.npv, .bcr, .payback, .irr]
    let targets = View.allCases.flatMap { view in
      worths.map { Target($0, in: view) }
    }
    let variables = sensitivity.calculation.figures.appraisal.variables.filter { !$0.isWhole }
    return [
      list(
        SensitivityQuestion.targetName, "Result",
        targets.map { ($0.text, "\($0.worth.label.capitalizedAtStart), \($0.view.words)") },
        sensitivity.target.text),
      list(
        SensitivityQuestion.shareName, "Each input varied by",
        SimulationForm.shares.map { (String($0), "± \($0) %") },
        (sensitivity.shareVaried * Exact(100)).text),
      list(
        SimulationForm.alsoName, "Add to the simulation",
        [("", "No further input")]
          + variables.map { ($0.text, $0.label.capitalizedAtStart) }, ""),
    ]
  }
}

extension SensitivityPage.SwitchRow {
  fileprivate init(_ row: SwitchingValue<Exact>) {
    label = row.variable.label.capitalizedAtStart
    present = row.present.value.map { ChangeWords.shown(row.variable, $0) } ?? "blank"
    switch row.value {
    case .value(let value):
      self.value = ChangeWords.shown(row.variable, value)
      change = row.change.value.map { ($0 > .zero ? "+" : "") + Shown.percentage($0) } ?? ""
    case .undefined(let reason):
      value = "nowhere: \(reason)"
      change = ""
    }
  }
}

extension SensitivityPage.UncertainRow {
  fileprivate init(_ input: UncertainInput, _ problems: [Problem]) {
    let names = UncertainInput.Bound.allCases.map { $0.name(input.variable) }
    let own = problems.filter { problem in
      if case .field(let name) = problem.place { names.contains(name) } else { false }
    }
    label = input.variable.label.capitalizedAtStart
    unit = input.variable.isShare ? "%" : input.variable.unit
    error = own.first?.message
    fields = UncertainInput.Bound.allCases.map { bound in
      let name = bound.name(input.variable)
      return FormField(
        name, "\(bound.rawValue.capitalizedAtStart), \(input.variable.label)",
        .line(width: own.contains { $0.place == .field(name) } ? "govuk-input--error" : ""),
        value: input[bound])
    }
  }
}
