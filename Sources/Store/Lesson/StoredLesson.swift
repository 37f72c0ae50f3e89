import Foundation
import Programme

/// A lesson with all that is stored beside it.
public struct StoredLesson: Sendable {
  /// The identity.
  public let id: ID<Lesson>
  /// Counts the changes, from 1.
  public let version: Int
  /// What it says.
  public let lesson: Lesson
  /// The party that it comes from.
  public let party: ID<Organisation>
  /// That party's name; nil where it is left out and the viewer is not told.
  public let partyName: String?
  /// When it was recorded.
  public let madeAt: Date
  /// When it was last changed.
  public let changedAt: Date
  /// When it was withdrawn; nil while it stands.
  public let withdrawnAt: Date?
  /// The number of the issue that it was learnt from; nil for one recorded by itself.
  public let issueNumber: Int?

  /// Puts together what the store read.
  public init(
    id: ID<Lesson>, version: Int, lesson: Lesson, party: ID<Organisation>, partyName: String?,
    madeAt: Date, changedAt: Date, withdrawnAt: Date?, issueNumber: Int?
  ) {
    (self.id, self.version, self.lesson) = (id, version, lesson)
    (self.party, self.partyName) = (party, partyName)
    (self.madeAt, self.changedAt, self.withdrawnAt) = (madeAt, changedAt, withdrawnAt)
    self.issueNumber = issueNumber
  }
}

extension Viewer {
  /// Whether the viewer may change a lesson: one that was recorded by itself, of one's own party,
  /// and for the co-ordinator of every party. What an issue taught is changed at the issue.
  public func mayChange(_ lesson: StoredLesson) -> Bool {
    lesson.issueNumber == nil && lesson.withdrawnAt == nil && mayKeep(recordOf: lesson.party)
  }
}

/// Which lessons a list shows.
public struct LessonFilter: Sendable, Hashable {
  /// Words that must all stand in it.
  public var words = ""
  /// Learnt from success or from trouble only.
  public var kind: Lesson.Kind?
  /// With one cause only.
  public var cause: IssueCause?
  /// The list goes on after this lesson.
  public var after: LessonCursor?
  /// Lessons on a page.
  public var limit = 25

  /// All, the newest first.
  public init() {}

  /// The most that one page may hold.
  public static let limitMaximum = 5_000
}

/// A place in the list of lessons.
public struct LessonCursor: Sendable, Hashable {
  let microseconds: Int64
  let id: ID<Lesson>

  /// Reads what ``text`` wrote; nil for anything else.
  public init?(text: String) {
    let parts = text.split(separator: "_", omittingEmptySubsequences: false)
    guard parts.count == 2, let microseconds = Int64(parts[0]),
      (0..<(1 << 55)).contains(microseconds),
      let id = ID<Lesson>(text: String(parts[1]))
    else { return nil }
    self.init(microseconds: microseconds, id: id)
  }

  init(microseconds: Int64, id: ID<Lesson>) {
    self.microseconds = microseconds
    self.id = id
  }

  /// The place as it stands in an address.
  public var text: String { "\(microseconds)_\(id)" }
}

/// One page of lessons.
public struct LessonPage: Sendable {
  /// The lessons.
  public let rows: [StoredLesson]
  /// How many match.
  public let count: Int
  /// Where the list goes on; nil at its end.
  public let next: LessonCursor?

  /// Puts together what the store read.
  public init(rows: [StoredLesson], count: Int, next: LessonCursor?) {
    (self.rows, self.count, self.next) = (rows, count, next)
  }
}
