import Foundation
import Programme
import Store

/// What the samples of pages about lessons show.
enum LessonSample {
  static var stored: StoredLesson {
    let issue = IssueSample.stored
    var lesson = Lesson(of: issue.issue)
    lesson.cause = .supplier
    return StoredLesson(
      id: ID(issue.id.uuid), version: 2, lesson: lesson, party: issue.parties.raiser,
      partyName: nil, madeAt: issue.raisedAt, changedAt: issue.raisedAt,
      withdrawnAt: nil, issueNumber: nil)
  }
}

extension LessonListPage {
  static let sample = LessonListPage(
    LessonPage(
      rows: [LessonSample.stored], count: 2,
      next: LessonCursor(text: "1_\(LessonSample.stored.id)")),
    filter: sampleFilter, viewer: IssueSample.viewer(.council))

  private static var sampleFilter: LessonFilter {
    var filter = LessonFilter()
    filter.words = "early"
    filter.after = LessonCursor(text: "2_\(LessonSample.stored.id)")
    return filter
  }

  static let states = [
    "empty": LessonListPage(
      LessonPage(rows: [], count: 0, next: nil), filter: sampleFilter,
      viewer: IssueSample.viewer(.viewer)),
    "begin": LessonListPage(
      LessonPage(rows: [], count: 0, next: nil), filter: LessonFilter(),
      viewer: IssueSample.viewer(.viewer)),
  ]
}

extension LessonDetailPage {
  static let sample = LessonDetailPage(
    title: "Ask early", kind: Tag(.trouble), origin: "West Lothian Council", cause: "Supplier",
    withdrawn: Tag("Withdrawn", .grey), learnt: .sample, advice: .sample,
    issue: Link("Issue #12", "/issues/12"), changeHref: "/lessons/1/edit",
    withdrawHref: "/lessons/1/withdraw", history: [.sample])
  static let states = [
    "stored": LessonDetailPage(
      LessonSample.stored, history: [], viewer: IssueSample.viewer(.viewer))
  ]
}

extension LessonFormPage {
  static var sample: LessonFormPage {
    var form = RecordForm<Lesson>(LessonSample.stored.lesson)
    form.problems = Lesson.read([:]).problems
    return LessonFormPage(form, changing: LessonSample.stored)
  }

  static let states = ["new": LessonFormPage(RecordForm())]
}
