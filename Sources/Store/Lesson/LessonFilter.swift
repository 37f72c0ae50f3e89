import Foundation
import Programme

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
      (0..<(1 << 55)).contains(microseconds), let id = ID<Lesson>(text: String(parts[1]))
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
