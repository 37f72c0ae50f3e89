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

/// A lesson recorded or changed.
struct LessonFormPage: Page {
  static let template = "lesson/form"

  let title: String
  let action: String
  let cancelHref: String
  let version: String
  let submit: String
  let fields: [FormField]
  let kind: RadioGroup
  let naming: RadioGroup
  let reason: FormField?
  let problems: [PageProblem]
  let area: Area? = .lessons
  let trail = [Link("Lessons", "/lessons")]

  init(_ form: RecordForm<Lesson>, changing stored: StoredLesson? = nil, version: Int? = nil) {
    var form = form
    form.typed["naming"] = form.typed["naming"] ?? Lesson.Naming.named.rawValue
    title = stored == nil ? "Record a lesson" : "Change the lesson"
    action = stored.map { "/lessons/\($0.id)" } ?? "/lessons"
    cancelHref = action
    self.version = (version ?? stored?.version).map(String.init) ?? ""
    submit = stored == nil ? "Record lesson" : "Save changes"
    fields = [
      form.field(.title, hint: "In a line."),
      form.field(.learnt, hint: "What happened, and what it shows. \(IssueFields.markHint)"),
      form.field(.advice, hint: "What you would tell the next council."), form.field(.cause),
    ]
    kind = form.radios(.kind)
    naming = form.radios(.naming, hint: "Your own party and the co-ordinators see it in any case.")
    reason =
      stored == nil
      ? nil
      : FormField(
        "reason", "Why do you change it?", .line(width: ""), value: form.typed["reason"] ?? "",
        hint: "Kept in the history. May stay blank.", error: form.problems.message(at: "reason"))
    problems = form.summary
  }
}

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
