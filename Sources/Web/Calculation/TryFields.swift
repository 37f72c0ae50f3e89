import Calculator
import Programme

/// Makes the fields of the page.
struct TryFields {
  let question: TryQuestion
  let builder: FieldBuilder

  init(question: TryQuestion, problems: [Problem]) {
    self.question = question
    builder = FieldBuilder(
      form: BenefitForm(typed: question.typed), problems: problems, channels: [])
  }

  var methods: BenefitFormPage.MethodGroup {
    let chosen = question.typed["method"] ?? ""
    return BenefitFormPage.MethodGroup(
      error: error("method").map { Message(id: "method-error", text: $0) },
      options: TryQuestion.methods.enumerated().map { place, method in
        BenefitFormPage.MethodChoice(
          id: place == 0 ? "method" : "method-\(place + 1)", value: method.rawValue,
          text: FieldWords.name(method), formula: FieldWords.formula(method),
          isChosen: method.rawValue == chosen, fields: fields(of: method), criteria: [])
      })
  }

  func own(_ field: TryQuestion.Own) -> FormField {
    FormField(
      field.rawValue, field.label,
      .number(prefix: field.isShare ? nil : "£", suffix: field.isShare ? "%" : nil),
      value: question.typed[field.rawValue] ?? "",
      error: error(field.rawValue))
  }

  /// Which rates hold, and when money flows.
  var lists: [FormField] {
    [
      list(ScenarioChanges.scheduleName, ChangeWords.schedules, usual: .flat as ScheduleChoice),
      list(ScenarioChanges.conventionName, ChangeWords.conventions, usual: Convention.yearZero),
    ]
  }

  private func list(
    _ name: String, _ choices: [(value: String, text: String)], usual: some RawRepresentable<String>
  ) -> FormField {
    FormField.list(
      name, ScenarioChanges.label(of: name), choices,
      chosen: question.typed[name] ?? usual.rawValue, error: error(name))
  }

  private func error(_ name: String) -> String? {
    builder.problems.first { $0.place == .field(name) }?.message
  }

  /// A method's inputs; a channel is what a contact costs by it.
  private func fields(of method: Calculator.Method) -> [FormField] {
    let inputs = BenefitForm.fields(of: method).filter { $0 != .fromChannel && $0 != .toChannel }
    return inputs.map { builder.field($0, in: method) } + contactCosts(of: method)
  }

  private func contactCosts(of method: Calculator.Method) -> [FormField] {
    switch method {
    case .contact: [own(.contactCost)]
    case .channel: [own(.fromCost), own(.toCost)]
    default: []
    }
  }
}
