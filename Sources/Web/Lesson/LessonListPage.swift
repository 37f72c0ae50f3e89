import Calculator
import Programme
import Store

/// What was learnt, across all parties.
struct LessonListPage: Page {
  static let template = "lesson/list"

  let title = "Lessons"
  /// "12 lessons, newest first".
  let summary: String
  let words: String
  let filters: [FormField]
  let rows: [Row]
  let paging: Paging
  let exports: [Link]
  let addHref: String?
  let isNarrowed: Bool
  let area: Area? = .lessons
  let isWide = true

  /// One lesson.
  struct Row: Part {
    let link: Link
    let kind: Tag
    let cause: String
    let party: String
    let when: String
    let learnt: Prose
    let advice: Prose
  }

  /// What stands for a party that is left out.
  static let unnamed = "A party of the programme"

  init(_ page: LessonPage, filter: LessonFilter, viewer: Viewer) {
    let address = filter.address()
    summary = "\(Shown.count(page.count, "lesson")), newest first"
    words = filter.words
    filters = [
      FormField(
        "kind", "Learnt from",
        .select(
          Choice.filter(
            "Both", Lesson.Kind.allCases.map(\.rawValue), chosen: filter.kind?.rawValue ?? ""))),
      FormField(
        "cause", "Cause",
        .select(
          Choice.filter(
            "Any cause", IssueCause.allCases.map(\.rawValue),
            chosen: filter.cause?.rawValue ?? ""))),
    ]
    rows = page.rows.map(Row.init)
    paging = Paging(
      summary: "\(Shown.quantity(Exact(page.rows.count))) of \(Shown.count(page.count, "lesson"))",
      first: filter.after == nil ? nil : address.text,
      next: page.next.map { address.with("after", $0.text).text })
    exports = page.rows.isEmpty ? [] : Link.exports("/lessons") { address.at($0).text }
    addHref = viewer.may(.takePart) ? "/lessons/new" : nil
    isNarrowed = !address.fields.isEmpty
  }
}

extension LessonListPage.Row {
  init(_ stored: StoredLesson) {
    link = Link(stored.lesson.title, "/lessons/\(stored.id)")
    kind = Tag(stored.lesson.kind)
    cause = stored.lesson.cause.map { "\($0.rawValue). " } ?? ""
    party = stored.partyName ?? LessonListPage.unnamed
    when = Shown.moment(stored.madeAt)
    learnt = Prose(stored.lesson.learnt)
    advice = Prose(stored.lesson.advice)
  }
}

extension Tag {
  /// What a lesson was learnt from.
  init(_ kind: Lesson.Kind) {
    self.init(kind.rawValue, kind == .success ? .green : .orange)
  }
}
