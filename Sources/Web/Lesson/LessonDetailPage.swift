import Calculator
import Programme
import Store

/// One lesson.
struct LessonDetailPage: Page {
  static let template = "lesson/detail"

  let title: String
  let kind: Tag
  /// "A party of the programme, on 22 November 2026".
  let origin: String
  let cause: String?
  let withdrawn: Tag?
  let learnt: Prose
  let advice: Prose
  let issue: Link?
  let changeHref: String?
  let withdrawHref: String?
  let history: [JournalLine]
  let area: Area? = .lessons
  let trail = [Link("Lessons", "/lessons")]
}

extension LessonDetailPage {
  init(_ stored: StoredLesson, history: [JournalEntry], viewer: Viewer) {
    let lesson = stored.lesson
    let mayChange = viewer.mayChange(stored)
    title = lesson.title
    kind = Tag(lesson.kind)
    origin = "\(stored.partyName ?? LessonListPage.unnamed), \(Shown.moment(stored.madeAt))"
    cause = lesson.cause?.rawValue
    withdrawn = stored.withdrawnAt == nil ? nil : Tag("Withdrawn", .grey)
    learnt = Prose(lesson.learnt)
    advice = Prose(lesson.advice)
    issue = stored.issueNumber.map { Link("Issue #\($0)", "/issues/\($0)") }
    changeHref = mayChange ? "/lessons/\(stored.id)/edit" : nil
    withdrawHref = mayChange ? "/lessons/\(stored.id)/withdraw" : nil
    self.history = history.map { JournalLine($0, namesRecord: false) }
  }
}
