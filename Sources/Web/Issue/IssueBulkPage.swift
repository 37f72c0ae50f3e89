import Calculator
import Programme
import Store

/// Asks what to change of many issues.
struct IssueBulkPage: Page {
  static let template = "issue/bulk"

  /// "Change 12 issues".
  let title: String
  /// The issues, in a line each.
  let issues: [String]
  /// The choice, as it is sent on.
  let choice: String
  let fields: [FormField]
  let reason: FormField
  let cancelHref: String
  let problems: [PageProblem]
  let area: Area? = .issues
  let trail = [Link("Issues", "/issues")]

  init(_ issues: [StoredIssue], _ fields: IssueFields, backTo list: String = "/issues") {
    title = "Change \(Shown.count(issues.count, "issue"))"
    self.issues = issues.map { "\($0.label) \($0.issue.title)" }
    choice = IssueBulkChoice(issues).text
    self.fields = IssueBulkChange.fields.map { field in
      IssueBulkPage.field(field, fields)
    }
    reason = FormField(
      "reason", "Why?", .line(width: ""), value: fields.typed["reason"] ?? "",
      hint: "Kept in the history of each. May stay blank.",
      error: fields.problems.message(at: "reason"))
    cancelHref = list
    problems = fields.problems.issueSummary
  }

  /// The field, beginning with "as it is".
  private static func field(_ field: Issue.Field, _ fields: IssueFields) -> FormField {
    let made = fields.field(field)
    guard made.isSelect else { return made }
    let typed = fields.typed[field.rawValue] ?? ""
    let choices = made.options.filter { !$0.value.isEmpty }.map {
      Choice($0.value, $0.text, isChosen: $0.isChosen)
    }
    return FormField(
      field.rawValue, made.label,
      .select([Choice("", "As it is", isChosen: typed.isEmpty)] + choices),
      hint: made.hint?.text, error: made.error?.text)
  }

  static let sample = IssueBulkPage([.sample], .sample)
  static let states = ["none": IssueBulkPage([], .sample)]
}
