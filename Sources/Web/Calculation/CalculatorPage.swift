import Calculator
import Programme
import Store

/// The calculator: a register's inputs to change, and what follows.
struct CalculatorPage: Page {
  static let template = "calculation/calculator"

  /// The council's name.
  let title: String
  /// "90 benefits and 2 costs, last changed 22 November 2026".
  let state: String
  let council: String
  /// Why the figures are of a part alone; nil when all of the register is seen.
  let sight: String?
  /// Every council with a register within sight, to choose another.
  let councils: [Choice]
  let essentials: [FormField]
  let assumptions: Section
  let costs: Section?
  let benefits: FormField
  let benefit: OpenBenefit?
  /// Changes that have no field on the page, kept when the form is sent.
  let kept: [HiddenField]
  let figures: CalculationFigures
  /// The name of the scenario that would keep the changes.
  private(set) var name = CalculatorPage.nameField()
  let scenarios: [Link]
  let runs: [RunLine]
  var problems: [PageProblem]
  let area: Area? = .calculator
  let isWide = true

  /// Fields that are folded away unless one of them differs.
  struct Section: Part {
    let heading: String
    let isOpen: Bool
    let fields: [FormField]
  }

  /// The benefit whose inputs can be changed.
  struct OpenBenefit: Part {
    let name: String
    let href: String
    let formula: String
    let fields: [FormField]
  }
}

extension CalculatorPage {
  private static func nameField(_ name: String = "", error: String? = nil) -> FormField {
    FormField(
      "name", "Name", .line(width: "govuk-input--width-20"), value: name,
      hint: "For example “Half the volume”", error: error)
  }

  /// The same page after a scenario was not kept, with the name that was typed and why.
  mutating func refuse(_ name: String, _ words: String) {
    self.name = CalculatorPage.nameField(name, error: words)
    problems.append(PageProblem(words, at: "name"))
  }

  init(
    _ subject: CalculationSubject, _ question: CalculationQuestion, _ answer: CalculationAnswered
  ) {
    let stored = subject.stored
    let recorded = answer.calculation.recorded.appraisal
    let fields = CalculatorFields(
      recorded: recorded, typed: question.typed, problems: answer.problems)
    let opened = stored.benefits.first { $0.benefit.reference == question.benefit }
    title = stored.councilName
    state = subject.state
    sight = subject.sight.notice
    council = question.council?.description ?? ""
    councils = subject.councils
    essentials = fields.essentials.filter {
      $0.name != Variable.costLevel.text || !subject.sight.hidesCosts
    }
    assumptions = Section("Working year and contact costs", fields.assumptions, question)
    let costFields = fields.costs(stored.costs.map(\.noun))
    costs = costFields.isEmpty ? nil : Section("Costs", costFields, question)
    benefits = FormField(
      CalculationQuestion.benefitName, "Change the inputs of a benefit",
      .select(CalculatorPage.choices(stored.benefits, question)))
    benefit = opened.map { OpenBenefit($0, fields.inputs(of: $0.benefit)) }
    let shown = Set(
      (essentials + assumptions.fields + (costs?.fields ?? [])
        + (benefit?.fields ?? [])).map(\.name))
    kept = question.typed.filter { !shown.contains($0.key) }.sorted { $0.key < $1.key }
      .map { HiddenField($0.key, $0.value) }
    figures = CalculationFigures(answer.calculation, question, answer.problems)
    scenarios = subject.scenarios.map { stored in
      Link(
        stored.scenario.name,
        CalculationQuestion(council: question.council)
          .address("/calculator", stored.scenario.changes).text)
    }
    runs = subject.runs.map(RunLine.init)
    problems = fields.summary(shown: shown)
  }

  /// Every benefit to choose from; those with changes say so.
  private static func choices(
    _ benefits: [StoredBenefit], _ question: CalculationQuestion
  ) -> [Choice] {
    let changed = Set(
      question.typed.keys.compactMap { name -> String? in
        guard case .benefit(let reference, _) = try? Variable(text: name) else { return nil }
        return reference
      })
    return [Choice("", "Choose a benefit", isChosen: question.benefit == nil)]
      + benefits.map { stored in
        let reference = stored.benefit.reference
        let mark = changed.contains(reference) ? " (changed)" : ""
        return Choice(
          reference, "\(reference) \(stored.benefit.title)\(mark)",
          isChosen: reference == question.benefit)
      }
  }
}

extension CalculatorPage.Section {
  fileprivate init(_ heading: String, _ fields: [FormField], _ question: CalculationQuestion) {
    self.heading = heading
    self.fields = fields
    isOpen = fields.contains { $0.error != nil || question.typed[$0.name] != nil }
  }
}

extension CalculatorPage.OpenBenefit {
  fileprivate init(_ stored: StoredBenefit, _ fields: [FormField]) {
    name = "\(stored.benefit.reference) \(stored.benefit.title)"
    href = "/benefits/\(stored.id)"
    formula = FieldWords.formula(stored.benefit.inputs.method)
    self.fields = fields
  }
}
