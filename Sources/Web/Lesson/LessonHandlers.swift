import Calculator
import Exchange
import HTTPTypes
import Hummingbird
import Programme
import Store

/// What was learnt across all parties, and recording more of it.
enum LessonHandlers {
  /// The lessons that a filter asks for.
  static func list(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    let filter = try LessonFilter(visit.query)
    let page = try await visit.store.read(as: viewer) { db in
      try db.lessonPage(filter, as: viewer)
    }
    return visit.page(LessonListPage(page, filter: filter, viewer: viewer))
  }

  /// The same lessons as a table, all pages of them.
  static func table(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    let filter = try LessonFilter(visit.query)
    let table = try await visit.store.read(as: viewer) { db in
      Exchange.Table(try db.everyLesson(of: filter, as: viewer))
    }
    return try await visit.table(table, named: "lessons")
  }

  /// One lesson.
  static func show(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    let id = try visit.id(of: Lesson.self)
    let page = try await visit.store.read(as: viewer) { db in
      LessonDetailPage(
        try db.lesson(id, as: viewer).orNotFound(), history: try db.history(of: id, as: viewer),
        viewer: viewer)
    }
    return visit.page(page)
  }

  /// The form of a new lesson.
  static func new(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    visit.page(LessonFormPage(RecordForm(typed: ["kind": Lesson.Kind.success.rawValue])))
  }

  /// Records it.
  static func create(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    var form = try RecordForm<Lesson>(visit.form)
    guard let lesson = form.reading.value else {
      form.problems = form.reading.problems
      return visit.page(LessonFormPage(form), .unprocessableContent)
    }
    let act = visit.act("lesson.add")
    let id = try await visit.write(as: viewer, act) { db in
      try db.addLesson(lesson, by: act, as: viewer)
    }
    return visit.redirect(to: "/lessons/\(id)", notice: .lessonAdded)
  }
}

extension Database {
  /// Every lesson of a list, page after page.
  fileprivate func everyLesson(
    of filter: LessonFilter, as viewer: Viewer
  ) throws -> [StoredLesson] {
    var filter = filter
    (filter.after, filter.limit) = (nil, LessonFilter.limitMaximum)
    var rows: [StoredLesson] = []
    while rows.count < IssueLimit.file {
      let page = try lessonPage(filter, as: viewer)
      rows += page.rows
      guard let next = page.next else { break }
      filter.after = next
    }
    return rows
  }
}

extension Exchange.Table {
  /// Lessons with the words of the screen.
  init(_ lessons: [StoredLesson]) {
    self.init(
      headings: [
        "Title", "Learnt from", "Cause", "What was learnt", "What to do another time", "Party",
        "Issue", "Recorded",
      ],
      rows: lessons.map { stored in
        [
          .text(stored.lesson.title), .text(stored.lesson.kind.rawValue),
          .text(stored.lesson.cause?.rawValue ?? ""), .text(stored.lesson.learnt),
          .text(stored.lesson.advice), .text(stored.partyName ?? LessonListPage.unnamed),
          stored.issueNumber.map { .number(Exact($0)) } ?? .blank,
          .text(Shown.moment(stored.madeAt)),
        ]
      })
  }
}
