import Programme
import Store

extension WithdrawPage.Subject {
  /// The question whether a lesson is withdrawn.
  static func withdrawing(_ stored: StoredLesson) -> WithdrawPage.Subject {
    WithdrawPage.Subject(
      title: "Withdraw a lesson", record: stored.lesson.title,
      consequence: "It leaves the list but stays with its history.",
      kept: "Kept with the lesson and shown in its history.", submit: "Withdraw lesson",
      path: "/lessons/\(stored.id)", version: stored.version, area: .lessons,
      trail: [Link("Lessons", "/lessons")])
  }
}

extension ConflictPage {
  /// Their version of a lesson beside what was typed.
  init(theirs: StoredLesson, last: JournalEntry?, yours: Lesson, typed: [String: String]) {
    let subject = Subject(
      noun: "lesson", reference: theirs.lesson.title, path: "/lessons/\(theirs.id)",
      area: .lessons, trail: [Link("Lessons", "/lessons")])
    let stored = Stored(
      id: theirs.id, organisation: theirs.party, visibility: .published, version: theirs.version,
      changedAt: theirs.changedAt, noun: theirs.lesson)
    self.init(
      subject, theirs: stored, last: last,
      rows: Row.rows(yours.changes(since: theirs.lesson)), typed: typed)
  }
}
