import Calculator
import Programme

/// Makes the calculator's fields: each shows what was typed, else what the register says.
struct CalculatorFields {
  let recorded: Appraisal<Exact>
  let typed: [String: String]
  let problems: [Problem]
  /// Whether a hint says what the register holds.
  var showsRecorded = true

  /// The field of a variable.
  func field(_ variable: Variable, _ label: String) -> FormField {
    let value = recorded.value(of: variable).value
    let inRegister = value.map { ChangeWords.shown(variable, $0) } ?? "blank"
    return FormField(
      variable.text, label,
      .number(prefix: CalculatorFields.prefix(variable), suffix: CalculatorFields.suffix(variable)),
      value: typed[variable.text]
        ?? PercentText.typed(value?.text ?? "", if: variable.isShare),
      hint: showsRecorded ? "In the register: \(inRegister)" : nil, error: error(variable.text))
  }

  /// The last year of the appraisal.
  var horizon: FormField {
    let name = ScenarioChanges.horizonName
    return FormField(
      name, "Years after the base year", .number(prefix: nil, suffix: nil),
      value: typed[name] ?? String(recorded.horizonYears),
      hint: showsRecorded ? "In the register: \(recorded.horizonYears)" : nil,
      error: error(name))
  }

  /// Which discount rates hold.
  var schedule: FormField {
    select(
      ScenarioChanges.scheduleName, "Rates year by year",
      ChangeWords.schedules,
      recorded: ScheduleChoice(recorded.schedule).rawValue)
  }

  /// When flows are taken to fall.
  var convention: FormField {
    select(
      ScenarioChanges.conventionName, "When money flows",
      ChangeWords.conventions,
      recorded: recorded.convention.rawValue)
  }

  /// Every problem, leading to its field; one of a field that is folded away leads to the form.
  func summary(shown names: Set<String>) -> [PageProblem] {
    problems.map { problem in
      if case .field(let name) = problem.place, names.contains(name) { return PageProblem(problem) }
      return PageProblem(problem.message, at: "calculator")
    }
  }

  func error(_ name: String) -> String? {
    problems.first { $0.place == .field(name) }?.message
  }

  private func select(
    _ name: String, _ label: String, _ choices: [(value: String, text: String)], recorded: String
  ) -> FormField {
    FormField.list(name, label, choices, chosen: typed[name] ?? recorded, error: error(name))
  }

  private static func prefix(_ variable: Variable) -> String? {
    variable.unit.hasPrefix("£") ? "£" : nil
  }

  private static func suffix(_ variable: Variable) -> String? {
    if variable.isShare { return "%" }
    let unit = variable.unit
    let words = TrimmedText.of(unit.hasPrefix("£") ? String(unit.dropFirst()) : unit)
    return words.isEmpty || words == "year" ? nil : words
  }
}

extension CalculatorFields {
  /// The assumptions that matter most.
  var essentials: [FormField] {
    [
      field(.discountRate, "Discount rate"), schedule, convention, horizon,
      field(.benefitLevel, "Level of all benefits"), field(.costLevel, "Level of all costs"),
    ]
  }

  /// A field for each change that cannot be used, where a page has none for it, to correct it.
  var refused: [FormField] {
    problems.compactMap { problem in
      guard case .field(let name) = problem.place else { return nil }
      switch name {
      case ScenarioChanges.conventionName: return convention
      case ScenarioChanges.scheduleName: return schedule
      case ScenarioChanges.horizonName: return horizon
      default:
        return (try? Variable(text: name)).map { field($0, $0.label.capitalizedAtStart) }
      }
    }
  }

  /// The working year of a post, and what a contact costs.
  var assumptions: [FormField] {
    AssumptionInput.allCases.map { input in
      let label = Cover.Field(rawValue: input.rawValue)?.label ?? input.label
      return field(.assumption(input), label)
    } + recorded.channelCosts.map { field(.channel($0.name), "A contact by \($0.name)") }
  }

  /// Every line of cost.
  func costs(_ costs: [Cost]) -> [FormField] {
    costs.prefix(CalculatorFields.costsShown).map(\.reference).flatMap { cost -> [FormField] in
      let amount = field(.cost(cost, .amount), "\(cost), amount")
      return [amount, field(.cost(cost, .optimismBiasShare), "\(cost), optimism bias")]
    }
  }

  /// The inputs of one benefit: those of its method, its shares and its years.
  func inputs(of benefit: Benefit) -> [FormField] {
    (BenefitForm.fields(of: benefit.inputs.method) + CalculatorFields.shares).compactMap { field in
      BenefitInput(rawValue: field.rawValue).map {
        self.field(.benefit(benefit.reference, $0), field.label)
      }
    }
  }

  private static let shares: [Benefit.Field] =
    [
      .deadweightShare, .claimShare, .optimismBiasShare, .cashShare, .dropOffShare, .startYear,
      .years,
    ] + Benefit.Field.ramp

  /// The most lines of cost that have fields.
  private static let costsShown = 20
}
