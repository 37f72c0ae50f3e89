import Programme
import Store

/// An issue raised or changed.
struct IssueFormPage: Page {
  static let template = "issue/form"

  let title: String
  /// Where the form is sent, and where "Cancel" leads.
  let action: String
  let cancelHref: String
  /// The version that was read; empty for a new issue.
  let version: String
  /// What it is about, when it is raised from another page.
  let about: String
  let submit: String
  let fields: [FormField]
  /// Who is told; asked when it is raised.
  let sight: RadioGroup?
  /// Owner, next action and the like: folded away while it is raised.
  let plan: Plan?
  let planned: [FormField]
  let reason: FormField?
  let problems: [PageProblem]
  let area: Area? = .issues
  let trail: [Link]

  /// The folded part of the form.
  struct Plan: Part {
    let isOpen: Bool
    let fields: [FormField]
  }

  private static let planFields: [Issue.Field] = [
    .owner, .ownerPerson, .nextAction, .due, .severity, .priority, .cause,
  ]

  /// A new issue.
  init(raising fields: IssueFields, about: String = "") {
    title = "Raise an issue"
    action = "/issues"
    cancelHref = "/issues"
    version = ""
    self.about = about
    submit = "Raise issue"
    self.fields = IssueFormPage.first(fields)
    sight = IssueFormPage.sight(fields.typed["sight"] ?? IssueSight.everybody.rawValue)
    let planned = IssueFormPage.planFields.map { fields.field($0) }
    plan = Plan(
      isOpen: IssueFormPage.planFields.contains { fields.typed[$0.rawValue]?.isEmpty == false },
      fields: planned)
    self.planned = []
    reason = nil
    problems = fields.problems.issueSummary
    trail = [Link("Issues", "/issues")]
  }

  /// A stored issue, changed from the version that was read.
  init(changing stored: StoredIssue, _ fields: IssueFields, version: Int) {
    title = "Change issue \(stored.label)"
    action = "/issues/\(stored.number)"
    cancelHref = "/issues/\(stored.number)"
    self.version = String(version)
    about = ""
    submit = "Save changes"
    self.fields = IssueFormPage.first(fields)
    sight = nil
    plan = nil
    let own = IssueSubmission.fields(of: stored.issue.state)
    planned = own.filter { ![.title, .description, .kind].contains($0) }.map { fields.field($0) }
    reason = FormField(
      "reason", "Why do you change it?", .line(width: ""), value: fields.typed["reason"] ?? "",
      hint: "Kept in the history. May stay blank.",
      error: fields.problems.message(at: "reason"))
    problems = fields.problems.issueSummary
    trail = IssueDetailPage.trail(of: stored)
  }

  private static func first(_ fields: IssueFields) -> [FormField] {
    [
      fields.field(.title), fields.field(.description), fields.field(.kind), fields.council(),
      fields.otherCouncils(),
    ]
  }

  private static func sight(_ chosen: String) -> RadioGroup {
    RadioGroup(
      "sight", "Who is told?",
      options: IssueSight.allCases.enumerated().map { place, sight in
        Choice(
          sight.rawValue, sight.words, id: Choice.id("sight", place), name: "sight",
          isChosen: sight.rawValue == chosen)
      })
  }

  static let sample = IssueFormPage(raising: .sample, about: "/benefits/1")
  static let states = [
    "change": IssueFormPage(changing: .sample, .sample, version: 2)
  ]
}

extension [Problem] {
  /// Every error, leading to its field; the councils are two fields of the form.
  var issueSummary: [PageProblem] {
    filter { $0.severity == .error }.map { problem in
      problem.place == .field(Issue.Field.councils.rawValue)
        ? PageProblem(problem.message, at: IssueSubmission.council) : PageProblem(problem)
    }
  }
}
