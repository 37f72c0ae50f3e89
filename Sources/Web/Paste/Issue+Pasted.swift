import Exchange
import Programme
import Store

extension Issue: PastedRecord {
  static let sheet = RowSheet(
    title: "Bring in issues", path: "/issues/paste", list: Link("Issues", "/issues"),
    area: .issues, one: "issue", many: "issues",
    needs: """
      An issue needs a title. It waits as untriaged until somebody has given it an owner, a next \
      action and a day. Several councils stand in one cell with semicolons between them.
      """,
    headings: RowSheet.labels(pastedFields), usual: RowSheet.labels(usualFields),
    takesFiles: true)

  static let pastedFields: [Field] = [
    .title, .description, .kind, .councils, .owner, .ownerPerson, .severity, .priority, .cause,
    .nextAction, .due,
  ]

  static let usualFields: [Field] = [.title, .description, .councils, .owner, .nextAction, .due]

  static let headingWords: [String: Field] = [
    "Issue": .title, "Summary": .title, "Subject": .title, "Details": .description,
    "Type": .kind, "Category": .kind, "Council": .councils, "Owned by": .owner,
    "Responsible": .owner, "Assigned to": .ownerPerson, "Assignee": .ownerPerson,
    "Action": .nextAction, "Due date": .due, "By when": .due, "Deadline": .due,
    "Root cause": .cause, "Impact": .severity,
  ]

  static func verdicts(
    _ rows: [[Field: String]], in db: isolated Database, as viewer: Viewer
  ) throws -> [RowVerdict] {
    let readings = rows.map(untriaged)
    let problems = try db.nameProblems(in: readings.map(\.value), as: viewer)
    let titles = rows.map { TrimmedText.of($0[.title] ?? "") }
    let existing = try db.ownLiveIssues(titled: titles, as: viewer)
    return zip(zip(readings, problems), titles).map { found, title in
      RowVerdict(
        problems: found.0.problems + found.1,
        existing: existing[title.lowercased()].map { Link("#\($0) \(title)", "/issues/\($0)") })
    }
  }

  static func add(
    _ rows: [[Field: String]], by act: Act, in db: isolated Database, as viewer: Viewer
  ) throws {
    _ = try db.raiseIssues(rows.compactMap { untriaged($0).value }, by: act, as: viewer)
  }

  /// Whatever a row says, its issue waits for somebody to triage it.
  private static func untriaged(_ row: [Field: String]) -> Reading<Issue> {
    var texts = row.filter { pastedFields.contains($0.key) }
    texts[.state] = IssueState.untriaged.rawValue
    return Issue.read(texts)
  }
}
