import Calculator
import Programme
import Store

/// Makes a pattern of a benefit.
struct KeepPatternPage: Page {
  static let template = "pattern/keep"

  let title = "Save as a pattern"
  let benefit: String
  let action: String
  let cancelHref: String
  let fields: [FormField]
  let reasons: [FormField]
  let visibility: RadioGroup
  let problems: [PageProblem]
  let area: Area? = .benefits
  let trail: [Link]
}

extension KeepPatternPage {
  init(_ stored: StoredBenefit, _ form: KeepPatternForm, problems found: [Problem] = []) {
    self.init(
      stored.benefit, form, problems: found, action: "/benefits/\(stored.id)/pattern",
      trail: BenefitDetailPage.trail(of: stored, itself: true))
  }

  private init(
    _ benefit: Benefit, _ form: KeepPatternForm, problems found: [Problem], action: String,
    trail: [Link]
  ) {
    func error(_ name: String) -> String? {
      found.first { $0.place == .field(name) }?.message
    }
    func field(_ name: String, _ label: String, _ control: FormField.Control, _ hint: String? = nil)
      -> FormField
    {
      FormField(name, label, control, value: form[name], hint: hint, error: error(name))
    }
    self.benefit = "\(benefit.reference) \(benefit.title)"
    self.action = action
    self.trail = trail
    cancelHref = trail.last?.href ?? "/benefits"
    fields = [
      field("title", "Title", .line(width: "")),
      field("description", "Description", .area, "What happens, for whom, and why."),
      field("pitfalls", "Where people go wrong", .area, "One a line. May stay blank."),
    ]
    reasons = Pattern(of: benefit).assumptions.map {
      field("reason.\($0.field)", "\($0.label): \($0.shown)", .line(width: ""))
    }
    let options = [
      (Visibility.draft, "My council only"), (.published, "Every council of the programme"),
    ].enumerated().map { place, option in
      Choice(
        option.0.rawValue, option.1, id: Choice.id("visibility", place), name: "visibility",
        isChosen: option.0.rawValue == form["visibility"])
    }
    visibility = RadioGroup(
      "visibility", "Who may use it?", options: options,
      hint: "Others see its numbers and reasons, and the name of your council.",
      error: error("visibility"))
    problems = found.map { PageProblem($0) }
  }

  static let sample: KeepPatternPage = {
    let benefit = Pattern.sample.benefit(reference: "B001", council: "Angus Council").value
    let fields = ["title", "description"].map { Submission.Field(name: $0, value: "") }
    let form = try? KeepPatternForm(Submission(fields: fields))
    let unnamed = Benefit(reference: "", title: "", council: "", inputs: .init(method: .score))
    let viewer = Viewer(
      person: nil, name: "Morag Reid", role: .council, organisation: .random(),
      organisationName: "Angus Council", organisationCode: nil, programme: .random())
    let shown = form ?? KeepPatternForm(benefit ?? unnamed, of: viewer)
    return KeepPatternPage(
      benefit ?? unnamed, shown, problems: shown.read(of: benefit ?? unnamed).problems,
      action: "/benefits/1/pattern", trail: [Link("B001", "/benefits/1")])
  }()
}
