import Calculator
import Programme
import Store

extension ConflictPage {
  /// Somebody saved the milestone meanwhile: their version beside what was typed, which is sent to
  /// `action` again.
  init(
    theirs: StoredMilestone, last: JournalEntry?, yours: Milestone, typed: [String: String],
    action: String
  ) {
    let subject = Subject(
      noun: "milestone", reference: theirs.milestone.title, path: theirs.path, area: .milestones,
      trail: theirs.trail)
    let rows = Row.rows(yours.changes(since: theirs.milestone)) { _, text in
      Day(text: text)?.words ?? Shown.words(text)
    }
    self.init(
      subject, theirs: theirs.stored, last: last, rows: rows, typed: typed, action: action)
  }
}
