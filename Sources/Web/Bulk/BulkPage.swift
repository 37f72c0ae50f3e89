import Calculator
import Programme
import Store

/// Asks what to change of many benefits.
struct BulkPage: Page {
  static let template = "bulk/choose"

  /// "Change 12 benefits".
  let title: String
  /// The benefits, in a line each.
  let benefits: [String]
  /// The choice, as it is sent on.
  let choice: String
  let error: Message?
  let fields: [Option]
  let reason: FormField
  let cancelHref: String
  let problems: [PageProblem]
  let area: Area? = .benefits
  let trail = [Link("Benefits", "/benefits")]

  /// A field that can be changed, with what to fill in.
  struct Option: Part {
    let id: String
    let value: String
    let text: String
    let isChosen: Bool
    let input: FormField
  }
}

extension BulkPage {
  init(
    _ choice: BulkChoice, _ benefits: [StoredBenefit], sent: BulkSubmission? = nil,
    problems found: [Problem] = [], backTo list: String = "/benefits"
  ) {
    func error(_ name: String) -> String? {
      found.first { $0.place == .field(name) }?.message
    }
    title = "Change \(Shown.count(benefits.count, "benefit"))"
    self.benefits = benefits.map { "\($0.benefit.reference) \($0.benefit.title)" }
    self.choice = choice.text
    self.error = error("field").map { Message(id: "field-error", text: $0) }
    fields = BulkChange.Field.allCases.enumerated().map { place, field in
      let name = BulkSubmission.name(of: field)
      return Option(
        id: Choice.id("field", place), value: field.rawValue, text: field.label,
        isChosen: field == sent?.field,
        input: FormField(
          name, field.label, BulkPage.control(field, sent?.typed[field] ?? ""),
          value: sent?.typed[field] ?? "", error: error(name)))
    }
    reason = FormField(
      "reason", "Why?", .line(width: ""), value: sent?.reason ?? "",
      hint: "Kept in the history of each. May stay blank.", error: error("reason"))
    cancelHref = list
    problems = found.map { PageProblem($0) }
  }

  private static func control(_ field: BulkChange.Field, _ typed: String) -> FormField.Control {
    switch field {
    case .status:
      .select(Choice.filter("Choose", BulkChange.statuses.map(\.rawValue), chosen: typed))
    case .visibility:
      .select(
        [Choice("", "Choose", isChosen: typed.isEmpty)]
          + Visibility.allCases.map {
            Choice($0.rawValue, Tag($0).text, isChosen: $0.rawValue == typed)
          })
    case .nextReview: .day
    case .confidenceGrade: .number(prefix: nil, suffix: "1 to 6")
    default: .line(width: "govuk-input--width-20")
    }
  }

  static let sample = BulkPage(
    title: "Change 2 benefits", benefits: ["B001 Fewer calls", "B002 Fewer letters"],
    choice: "", error: Message(id: "field-error", text: "Choose what to change"),
    fields: BulkChange.Field.allCases.enumerated().map { place, field in
      Option(
        id: Choice.id("field", place), value: field.rawValue, text: field.label,
        isChosen: field == .owner,
        input: FormField("to.\(field.rawValue)", field.label, control(field, "")))
    }, reason: FormField("reason", "Why?", .line(width: ""), hint: "May stay blank."),
    cancelHref: "/benefits", problems: [PageProblem("Choose what to change", at: "field")])
  static let states = [
    "nothing chosen": BulkPage(
      title: "Change 0 benefits", benefits: [], choice: "", error: nil, fields: [],
      reason: FormField("reason", "Why?", .line(width: "")), cancelHref: "/benefits", problems: [])
  ]
}
