import Calculator
import Programme
import Store

/// A measure added or changed on one screen.
struct MeasureFormPage: Page {
  static let template = "measure/form"

  let title: String
  let action: String
  let cancelHref: String
  /// The version that was read; empty for a new measure.
  let version: String
  let submit: String
  let name: FormField
  let kind: RadioGroup
  let unit: FormField
  let choices: [RadioGroup]
  let fields: [FormField]
  let targets: [TargetFields]
  /// Whether any target was typed.
  let hasTargets: Bool
  /// Asked on a change: why.
  let reason: FormField?
  let problems: [PageProblem]
  let area: Area? = .benefits
  let trail: [Link]

  /// The two fields of one target.
  struct TargetFields: Part {
    let legend: String
    let fields: [FormField]
  }

  /// The form for a new measure, or for a stored one from the version that was read.
  init(
    _ form: MeasureForm, at place: MeasurePlace, version: Int? = nil,
    problems found: [Problem] = []
  ) {
    let builder = MeasureFieldBuilder(form: form, problems: found)
    title = version == nil ? "Add a measure" : "Change a measure"
    action = version == nil ? place.list : "\(place.path)/edit"
    cancelHref = place.path
    self.version = version.map(String.init) ?? ""
    submit = version == nil ? "Add measure" : "Save changes"
    name = builder.field(
      .name, .line(width: ""), hint: "For example: calls answered at the first contact")
    kind = builder.kinds()
    unit = builder.field(
      .unit, .line(width: "govuk-input--width-20"),
      hint: "For example: calls, hours, £. Of a percentage: what it is a share of.")
    choices = [
      builder.radios(.direction, [("Up", "It is higher"), ("Down", "It is lower")]),
      builder.radios(.frequency, Frequency.allCases.map { ($0.rawValue, $0.rawValue) }),
      builder.radios(.maySinkBelowZero, [("No", "No"), ("Yes", "Yes")]),
    ]
    fields = [
      builder.field(.source, .line(width: ""), hint: "For example: the telephone system's log"),
      builder.field(
        .baseline, .number(prefix: nil, suffix: nil),
        hint: "What it was before anything changed. May stay blank."),
      builder.field(.baselineDay, .day),
    ]
    targets = builder.targets()
    hasTargets = targets.contains { $0.fields.contains { !$0.value.isEmpty } }
    reason =
      version == nil
      ? nil
      : FormField(
        "reason", "Why do you change it?", .line(width: ""), value: form.typed["reason"] ?? "",
        hint: "Kept in the history. May stay blank.")
    problems = builder.summary()
    trail = place.trail
  }
}

/// Makes the fields of a measure's form out of what was typed.
private struct MeasureFieldBuilder {
  let form: MeasureForm
  let problems: [Problem]

  func field(
    _ field: Measure.Field, _ control: FormField.Control, hint: String? = nil
  ) -> FormField {
    FormField(
      field.rawValue, field.label, control, value: form.typed[field.rawValue] ?? "", hint: hint,
      error: error(field.rawValue))
  }

  func radios(_ field: Measure.Field, _ options: [(value: String, text: String)]) -> RadioGroup {
    let chosen = form.typed[field.rawValue] ?? ""
    return RadioGroup(
      field.rawValue, field.label,
      options: options.enumerated().map { place, option in
        Choice(
          option.value, option.text, id: Choice.id(field.rawValue, place), name: field.rawValue,
          isChosen: option.value == chosen)
      }, error: error(field.rawValue))
  }

  func kinds() -> RadioGroup {
    let hint = MeasureKind.allCases.map {
      "\($0.rawValue): \(MeasureWords.explanation(of: $0))"
    }.joined(separator: " ")
    let group = radios(.kind, MeasureKind.allCases.map { ($0.rawValue, $0.rawValue) })
    return RadioGroup(
      group.name, "What are its values?", options: group.options, hint: hint,
      error: group.error?.text)
  }

  func targets() -> [MeasureFormPage.TargetFields] {
    MeasureForm.places.map { place in
      let (day, value) = (MeasureForm.dayName(place), MeasureForm.valueName(place))
      return MeasureFormPage.TargetFields(
        legend: "Target \(place)",
        fields: [
          FormField(day, "By", .day, value: form.typed[day] ?? "", error: error(day)),
          FormField(
            value, "Value", .number(prefix: nil, suffix: nil), value: form.typed[value] ?? "",
            error: error(value)),
        ])
    }
  }

  func summary() -> [PageProblem] {
    problems.filter { $0.severity == .error }.map { PageProblem($0) }
  }

  private func error(_ name: String) -> String? {
    problems.first { $0.severity == .error && $0.place == .field(name) }?.message
  }
}
