import Calculator
import Programme
import Store

/// What a change of many would do, issue by issue, before it is made.
struct IssueBulkCheckPage: Page {
  static let template = "issue/bulk-check"

  let title = "Check the change"
  /// "12 issues change".
  let summary: String
  /// Why a second look is wanted, when somebody changed some of them meanwhile.
  let warning: String?
  let rows: [Row]
  /// What is sent on, at the versions that are shown now.
  let typed: [HiddenField]
  /// Whether it can be made: nothing stands against it.
  let isReady: Bool
  let submit: String
  let problems: [PageProblem]
  let area: Area? = .issues
  let trail = [Link("Issues", "/issues")]

  /// One issue.
  struct Row: Part {
    let id: String
    let number: String
    let title: String
    let changes: [ChangeLine]
    /// Why it cannot be changed, or that somebody was faster; nil otherwise.
    let remark: String?
  }

  init(_ issues: [StoredIssue], _ sent: IssueBulkSubmission) {
    let rows = issues.map { Row($0, sent) }
    let stale = issues.filter { sent.choice.versions[$0.number] != $0.version }
    let refused = rows.filter(\.isRefused)
    self.rows = rows
    summary = "\(Shown.count(rows.count { !$0.changes.isEmpty }, "issue")) change."
    warning =
      stale.isEmpty && issues.count == sent.choice.versions.count
      ? nil
      : "Somebody changed some of them meanwhile. Nothing was changed yet: look at them again."
    var typed = [HiddenField("issues", IssueBulkChoice(issues).text)]
    typed += sent.change.values.sorted { $0.key.rawValue < $1.key.rawValue }
      .map { HiddenField($0.key.rawValue, $0.value) }
    self.typed = typed + [HiddenField("reason", sent.reason)]
    isReady = refused.isEmpty && rows.contains { !$0.changes.isEmpty }
    submit = "Change \(Shown.count(issues.count, "issue"))"
    problems = refused.map { PageProblem("#\($0.number): \($0.remark ?? "")", at: $0.id) }
  }

  static let sample = IssueBulkCheckPage(sample: .sample)

  private init(sample row: Row) {
    summary = "1 issue changes"
    warning = "Somebody changed some of them meanwhile."
    rows = [row]
    typed = [HiddenField("issues", "12.1")]
    isReady = true
    submit = "Change 1 issue"
    problems = [PageProblem("#12: it is finished", at: "issue-12")]
  }
}

extension IssueBulkCheckPage.Row {
  init(_ stored: StoredIssue, _ sent: IssueBulkSubmission) {
    id = "issue-\(stored.number)"
    number = String(stored.number)
    title = stored.issue.title
    let stale =
      sent.choice.versions[stored.number] == stored.version
      ? nil : "Somebody changed it meanwhile"
    do throws(Refusal) {
      let changed = try sent.change.applied(to: stored.issue)
      changes = changed.changes(since: stored.issue).map { change in
        let kind = Issue.Field(rawValue: change.field)?.kind ?? .text(maxCharacters: 0)
        return ChangeLine(
          label: change.label, before: Shown.field(change.before, kind: kind),
          after: Shown.field(change.after, kind: kind))
      }
      remark = stale
    } catch {
      changes = []
      guard case .invalid(let problems) = error else {
        remark = "It cannot be changed"
        return
      }
      remark = problems.first?.message ?? "It cannot be changed"
    }
  }

  /// Whether the change cannot be made of it.
  var isRefused: Bool {
    changes.isEmpty && remark != nil && remark != "Somebody changed it meanwhile"
  }

  static let sample = IssueBulkCheckPage.Row(
    id: "issue-12", number: "12", title: "Late mapping",
    changes: [ChangeLine(label: "Owner", before: "not known", after: "Lomond Systems")],
    remark: "Somebody changed it meanwhile")
}
