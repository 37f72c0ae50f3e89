import Calculator
import Programme
import Store

extension BenefitFormPage {
  /// What the page is for and where it leads; the fields come from the form.
  struct Setting: Sendable {
    var title: String
    var action: String
    var cancelHref: String
    /// The version that was read; empty for a new benefit.
    var version = ""
    var trail: [Link] = []
    /// What its figures rest on; the channels with a cost stand in the two channel fields.
    var basis = CalculationBasis()
    /// Asks why: on a change of what others already see.
    var asksReason = false
    /// What its unsent content is kept under, and a draft that waits.
    var draft = DraftForm.newBenefit
    var offer: DraftOffer?
    /// Where the values come from, when they were not typed here.
    var note: Note?
    /// The pattern that the values come from.
    var pattern: Pattern?
  }

  /// The page of a form as it was typed, with what stands against it.
  init(_ form: BenefitForm, problems found: [Problem], visibility: String, in setting: Setting) {
    let builder = FieldBuilder(
      form: form, problems: found, channels: setting.basis.channels,
      assumed: setting.pattern?.reasons ?? [:])
    title = setting.title
    action = setting.action
    cancelHref = setting.cancelHref
    version = setting.version
    submit = setting.version.isEmpty ? "Record benefit" : "Save changes"
    trail = setting.trail
    draft = setting.draft.name
    offer = setting.offer
    note = setting.note
    pattern = setting.pattern?.id ?? ""
    remarks = found.filter { $0.severity != .error }.map(\.message)
    essentials = [Benefit.Field.title, .service].map { builder.field($0) }
    method = builder.methods()
    cashability = builder.radios(
      .cashability, "Does a budget fall, or is money freed?",
      hint: "Time that is redeployed is non-cashable.")
    sections = [builder.standing(visibility)] + builder.sections()
    figures = BenefitFormFigures(form, setting.basis)
    reason =
      setting.asksReason
      ? FormField(
        "reason", "Why do you change it?", .line(width: ""), value: form.typed["reason"] ?? "",
        hint: "Kept in the history. Needed to withdraw a benefit; else it may stay blank.",
        error: builder.error("reason")) : nil
    problems = builder.summary()
  }
}

/// Makes the fields of a benefit's form out of what was typed and the table of fields.
struct FieldBuilder {
  let form: BenefitForm
  let problems: [Problem]
  let channels: [String]
  /// Why a value is assumed, by field: it comes from a pattern.
  var assumed: [Benefit.Field: String] = [:]

  func field(_ field: Benefit.Field, in method: Method? = nil) -> FormField {
    let name = method.map { BenefitForm.name(of: field, in: $0) } ?? field.rawValue
    return FormField(
      name, field.label, control(field, name), value: form.typed[name] ?? "",
      hint: assumed[field].map { "Assumed. \($0)" } ?? FieldWords.hint(field),
      error: name == form.place(of: field) ? error(field.rawValue) : nil)
  }

  func radios(_ field: Benefit.Field, _ legend: String, hint: String? = nil) -> RadioGroup {
    RadioGroup(
      field.rawValue, legend,
      options: Choice.words(
        field.rawValue, choices(field), chosen: form.typed[field.rawValue] ?? ""),
      hint: hint, error: error(field.rawValue))
  }

  /// Reference, tangibility and who may see it: what a new benefit has without being asked.
  func standing(_ visibility: String) -> BenefitFormPage.Section {
    let options = Visibility.allCases.map {
      Choice($0.rawValue, Tag($0).text, isChosen: $0.rawValue == visibility)
    }
    let seen = FormField(
      "visibility", "Who may see it?", .select(options), error: error("visibility"))
    return section(
      "Reference and who may see it", [.reference, .tangibility], more: [seen],
      isOpen: error("visibility") != nil)
  }

  func methods() -> BenefitFormPage.MethodGroup {
    let chosen = form.typed[Benefit.Field.method.rawValue] ?? ""
    let options = Method.allCases.enumerated().map { place, method in
      BenefitFormPage.MethodChoice(
        id: place == 0 ? "method" : "method-\(place + 1)", value: method.rawValue,
        text: FieldWords.name(method), formula: FieldWords.formula(method),
        isChosen: method.rawValue == chosen,
        fields: BenefitForm.fields(of: method).map { field($0, in: method) },
        criteria: method == .score ? criteria() : [])
    }
    return BenefitFormPage.MethodGroup(
      error: error(Benefit.Field.method.rawValue).map { Message(id: "method-error", text: $0) },
      options: options)
  }

  func sections() -> [BenefitFormPage.Section] {
    FieldWords.sections.map { heading, fields in section(heading, fields) }
  }

  private func section(
    _ heading: String, _ fields: [Benefit.Field], more: [FormField] = [], isOpen: Bool = false
  ) -> BenefitFormPage.Section {
    let isOpen = isOpen || fields.contains { error($0.rawValue) != nil || holdsOwn($0) }
    return BenefitFormPage.Section(
      heading: heading, isOpen: isOpen, fields: fields.map { field($0) } + more)
  }

  /// Whether a field has a value that is not what every new benefit begins with.
  private func holdsOwn(_ field: Benefit.Field) -> Bool {
    guard field != .reference, let text = form.typed[field.rawValue], !text.isEmpty else {
      return false
    }
    return text != FieldBuilder.blank.text(field)
  }

  private static let blank = Benefit(
    reference: "", title: "", council: "", inputs: Inputs(method: .score))

  /// Every error, in the order of the page, leading to its field.
  func summary() -> [PageProblem] {
    problems.filter { $0.severity == .error }.map { problem in
      guard case .field(let name) = problem.place else { return PageProblem(problem) }
      let place = Benefit.Field(rawValue: name).map { form.place(of: $0) } ?? name
      return PageProblem(problem.message, at: FormField.id(place))
    }
  }

  private func criteria() -> [BenefitFormPage.CriterionFields] {
    (0..<BenefitForm.criterionLimit).map { place in
      let names = CriterionName(place)
      return BenefitFormPage.CriterionFields(
        legend: "Criterion \(place + 1)",
        fields: [
          typed(names.name, "What is judged", .line(width: "")),
          typed(names.weight, "Weight", .line(width: "govuk-input--width-4")),
          typed(names.score, "Score, 0 to 10", .line(width: "govuk-input--width-4")),
        ])
    }
  }

  private func typed(
    _ name: String, _ label: String, _ control: FormField.Control
  ) -> FormField {
    FormField(name, label, control, value: form.typed[name] ?? "", error: error(name))
  }

  func error(_ name: String) -> String? {
    problems.first { $0.severity == .error && $0.place == .field(name) }?.message
  }

  private func choices(_ field: Benefit.Field) -> [String] {
    if case .choice(let words) = field.kind { words } else { [] }
  }

  private func control(_ field: Benefit.Field, _ name: String) -> FormField.Control {
    if field == .fromChannel || field == .toChannel { return channelControl(name) }
    switch field.kind {
    case .number: return .number(prefix: FieldWords.prefix(field), suffix: FieldWords.suffix(field))
    case .share: return .number(prefix: nil, suffix: "%")
    case .whole: return .number(prefix: nil, suffix: FieldWords.suffix(field))
    case .choice(let words):
      return .select(Choice.filter("Not yet said", words, chosen: form.typed[name] ?? ""))
    case .day: return .day
    case .text(let limit) where limit > 1000: return .area
    case .text, .list, .financialYear: return .line(width: FieldWords.width(field))
    }
  }

  /// A list of the channels with a cost, and a channel that was typed without being one of them.
  private func channelControl(_ name: String) -> FormField.Control {
    let chosen = form.typed[name] ?? ""
    guard !channels.isEmpty else { return .line(width: "govuk-input--width-20") }
    let known = channels.contains(chosen) || chosen.isEmpty ? channels : channels + [chosen]
    return .select(Choice.filter("Choose a channel", known, chosen: chosen))
  }
}
