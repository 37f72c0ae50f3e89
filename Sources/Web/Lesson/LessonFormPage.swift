import Programme
import Store

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
