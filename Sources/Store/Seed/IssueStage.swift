import Foundation
import Postgres
import Programme

/// Where the demonstration's issues are played: who acts, and from which day on days are counted.
struct IssueStage: Sendable {
  let cast: IssueCast
  let now: Date
  let today: Programme.Day

  /// The same time of day, so many days ago and a few hours that differ from issue to issue.
  func moment(daysAgo: Int, place: Int) -> Date {
    now.addingTimeInterval(-Double(daysAgo) * 86_400 - Double(place * 613 % 20_000))
  }
}

/// Something that happens to an issue of the demonstration.
private enum SeededEvent: Sendable {
  case raise
  case triage
  case comment(String)
  case end

  /// All that happens to an issue, with the days before the seeding.
  static func all(of issue: SeededIssue) -> [(daysAgo: Int, event: SeededEvent)] {
    guard issue.fate != .untriaged else { return [(issue.age, .raise)] }
    let (age, end, words) = (issue.age, issue.end, issue.template.comments)
    let comments = words.enumerated().map { (max(end, age - 7 - $0), SeededEvent.comment($1)) }
    return [(age, .raise), (max(end, age - 3), .triage)] + comments + [(end, .end)]
  }
}

extension Connection {
  /// Plays everything in the order of its days, so that numbers and the journal follow them.
  func play(_ seed: IssueSeed, _ stage: IssueStage) throws {
    guard !seed.templates.isEmpty, !seed.fates.isEmpty else { return }
    let events = seed.issues(stage.cast).flatMap { issue in
      SeededEvent.all(of: issue).enumerated().map { step, what in
        (
          at: stage.moment(daysAgo: what.daysAgo, place: issue.place), step: step, issue: issue,
          event: what.event
        )
      }
    }
    var numbers: [Int: Int] = [:]
    for (at, _, issue, event) in events.sorted(by: { ($0.at, $0.step) < ($1.at, $1.step) }) {
      guard let number = numbers[issue.place] else {
        numbers[issue.place] = try raise(issue, at: at)
        continue
      }
      try play(event, of: issue, number, at: at, stage)
    }
    try confide(seed.concern, stage)
    try learn(seed.lessons, stage)
    try readOldNotices(stage)
  }

  private func raise(_ issue: SeededIssue, at: Date) throws -> Int {
    let act = try enter(issue.raiser, "raise", at: at)
    return try raiseIssue(issue.issue, by: act, as: issue.raiser)
  }

  private func play(
    _ event: SeededEvent, of issue: SeededIssue, _ number: Int, at: Date, _ stage: IssueStage
  ) throws {
    switch event {
    case .raise: return
    case .triage:
      let viewer = stage.cast.coordinator
      let act = try enter(viewer, "triage", at: at)
      try moveIssue(
        number, expecting: version(of: number, viewer), .triage,
        typed: issue.plan(today: stage.today), by: act, as: viewer)
    case .comment(let words):
      let viewer = stage.cast.councils[issue.place * 7 % stage.cast.councils.count]
      try commentIssue(number, words, by: enter(viewer, "comment", at: at), as: viewer)
    case .end:
      guard let last = issue.last(today: stage.today, coordinator: stage.cast.coordinator) else {
        return
      }
      let act = try enter(last.viewer, last.step.rawValue, at: at, because: last.reason)
      try moveIssue(
        number, expecting: version(of: number, last.viewer), last.step, typed: last.typed,
        by: act, as: last.viewer)
    }
  }

  /// From here on somebody acts at a moment of the past.
  private func enter(
    _ viewer: Viewer, _ name: String, at: Date, because reason: String = ""
  ) throws -> Act {
    _ = try query(viewer.scope(at: at).settings) { _ in true }
    return Act(name: "issue.\(name)", requestID: "seed", reason: reason)
  }

  private func version(of number: Int, _ viewer: Viewer) throws -> Int {
    try issue(number, as: viewer)?.version ?? 0
  }

  private func confide(_ concern: IssueSeed.Concern, _ stage: IssueStage) throws {
    let author = stage.cast.author
    var issue = Issue(title: concern.title, state: .concern)
    issue.description = concern.description
    let told = try enter(author, "raise", at: stage.moment(daysAgo: 9, place: 1))
    let number = try raiseIssue(issue, by: told, as: author)
    let comment = try enter(author, "comment", at: stage.moment(daysAgo: 8, place: 1))
    try commentIssue(number, concern.comment, by: comment, as: author)
  }

  private func learn(_ lessons: [[String: String]], _ stage: IssueStage) throws {
    for (place, fields) in lessons.enumerated() {
      let viewer = stage.cast.councils[place * 5 % stage.cast.councils.count]
      _ = try enter(viewer, "add", at: stage.moment(daysAgo: 30 + place * 71, place: place))
      _ = try addLesson(
        Lesson.seeded(fields.merging(["kind": Lesson.Kind.success.rawValue]) { $1 }),
        by: Act(name: "lesson.add", requestID: "seed"), as: viewer)
    }
  }

  /// What people were told more than a month ago they have read.
  private func readOldNotices(_ stage: IssueStage) throws {
    for viewer in stage.cast.all {
      _ = try enter(viewer, "read", at: stage.now)
      try execute(
        """
        UPDATE notice SET read_at = made_at
        WHERE person_id = \(viewer.person?.uuid as UUID?) AND read_at IS NULL
          AND made_at < scope_now() - interval '30 days'
        """)
    }
  }
}
