import HTTPTypes
import Hummingbird
import Programme
import Store

/// Changing a lesson, and withdrawing it.
enum LessonChangeHandlers {
  /// The form that shows it as it stands.
  static func edit(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    let stored = try await own(visit, viewer)
    return visit.page(LessonFormPage(RecordForm(stored.lesson), changing: stored))
  }

  /// Changes it, unless somebody else did meanwhile.
  static func update(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    let stored = try await own(visit, viewer)
    var form = try RecordForm<Lesson>(visit.form, besides: ["version", "reason"])
    guard let version = visit.form.given("version").flatMap({ Int($0) }) else {
      throw Failure(.unprocessableContent)
    }
    let reason = visit.form.given("reason") ?? ""
    form.problems = form.reading.problems + PlainText.problems(reason, at: "reason", "Reason")
    guard let lesson = Reading(value: form.reading.value, problems: form.problems).value else {
      return visit.page(
        LessonFormPage(form, changing: stored, version: version), .unprocessableContent)
    }
    let act = visit.act("lesson.change", reason: reason)
    do {
      let now = try await visit.write(as: viewer, act) { db in
        try db.changeLesson(stored.id, expecting: version, to: lesson, by: act, as: viewer)
      }
      return visit.redirect(
        to: "/lessons/\(stored.id)",
        notice: now == version ? .lessonUnchanged : .lessonChanged)
    } catch Refusal.conflict {
      let theirs = try await own(visit, viewer)
      let last = try await visit.store.read(as: viewer) { db in
        try db.history(of: stored.id, as: viewer).first
      }
      return visit.page(
        ConflictPage(theirs: theirs, last: last, yours: lesson, typed: form.typed), .conflict)
    }
  }

  /// Asks why it is withdrawn.
  static func confirmWithdrawal(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    visit.page(WithdrawPage(.withdrawing(try await own(visit, viewer))))
  }

  /// Withdraws it: it stays with its history.
  static func withdraw(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    let stored = try await own(visit, viewer)
    let done = WithdrawalDone(act: "lesson.withdraw", notice: .lessonWithdrawn)
    return try await visit.withdraw(.withdrawing(stored), done, as: viewer) { db, change in
      try db.withdrawLesson(stored.id, expecting: change.version, by: change.act, as: viewer)
    }
  }

  /// The lesson of the path, which must be the viewer's to change.
  private static func own(_ visit: Visit, _ viewer: Viewer) async throws -> StoredLesson {
    let id = try visit.id(of: Lesson.self)
    let stored = try await visit.store.read(as: viewer) { db in
      try db.lesson(id, as: viewer).orNotFound()
    }
    guard viewer.mayChange(stored) else { throw Refusal.forbidden }
    return stored
  }
}
