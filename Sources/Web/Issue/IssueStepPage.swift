import Programme
import Store

/// Asks what a step of an issue needs.
struct IssueStepPage: Page {
  static let template = "issue/step"

  let title: String
  /// "#12 Late mapping".
  let issue: String
  let guidance: String
  let action: String
  let version: String
  let fields: [FormField]
  let reason: FormField?
  let submit: String
  let cancelHref: String
  /// What changed since it was opened, when somebody was faster.
  let meanwhile: [JournalLine]
  let problems: [PageProblem]
  let area: Area? = .issues
  let trail: [Link]

  init(
    _ stored: StoredIssue, _ step: IssueStep, _ fields: IssueFields,
    since entries: [JournalEntry] = []
  ) {
    title = IssueWords.button(step)
    issue = "\(stored.label) \(stored.issue.title)"
    guidance = IssueWords.guidance(step)
    action = "/issues/\(stored.number)/steps/\(step.rawValue)"
    version = String(stored.version)
    self.fields = step.fields.map { fields.field($0) }
    reason =
      step.needsReason
      ? FormField(
        "reason", "Why?", .area, value: fields.typed["reason"] ?? "",
        hint: "Kept in the history of the issue.", error: fields.problems.message(at: "reason"))
      : nil
    submit = title
    cancelHref = "/issues/\(stored.number)"
    meanwhile = entries.map { JournalLine($0, namesRecord: false) }
    let moved =
      entries.isEmpty
      ? []
      : [
        PageProblem(
          "Somebody changed it meanwhile. Look at it, then send it again", at: "meanwhile")
      ]
    problems = moved + fields.problems.issueSummary
    trail = IssueDetailPage.trail(of: stored)
  }

  static let sample = IssueStepPage(.sample, .reopen, .sample, since: [])
  static let states = [
    "conflict": IssueStepPage(conflict: .sample),
    "triage": IssueStepPage(.sample, .triage, .sample),
  ]

  private init(conflict line: JournalLine) {
    title = "Resolve"
    (issue, guidance, action, version) = (
      "#12 Late mapping", "Names are not needed", "/issues/12", "3"
    )
    fields = [FormField("learnt", "What was learnt", .area)]
    reason = FormField("reason", "Why?", .area)
    (submit, cancelHref, meanwhile) = ("Resolve", "/issues/12", [line])
    problems = [PageProblem("Somebody changed it meanwhile", at: "meanwhile")]
    trail = [Link("Issues", "/issues")]
  }
}
