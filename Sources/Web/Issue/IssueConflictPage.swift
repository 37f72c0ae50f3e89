import Calculator
import Programme
import Store

extension ConflictPage {
  /// Their version of an issue beside what was typed.
  init(theirs: StoredIssue, last: JournalEntry?, yours: Issue, typed: [String: String]) {
    var yours = yours
    yours.state = theirs.issue.state
    let subject = Subject(
      noun: "issue", reference: "\(theirs.label) \(theirs.issue.title)",
      path: "/issues/\(theirs.number)", area: .issues, trail: IssueDetailPage.trail(of: theirs))
    let rows = Row.rows(yours.changes(since: theirs.issue)) { field, text in
      Shown.field(text, kind: Issue.Field(rawValue: field)?.kind ?? .text(maxCharacters: 0))
    }
    let stored = Stored(
      id: theirs.id, organisation: theirs.parties.raiser, visibility: .published,
      version: theirs.version, changedAt: theirs.changedAt, noun: theirs.issue)
    self.init(subject, theirs: stored, last: last, rows: rows, typed: typed)
  }
}
