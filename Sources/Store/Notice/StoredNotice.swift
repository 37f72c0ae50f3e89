import Foundation
import Programme

/// A notice as its person reads it.
public struct StoredNotice: Sendable, Hashable {
  /// The identity.
  public let id: ID<StoredNotice>
  /// What it is about.
  public let kind: NoticeKind
  /// What happened or is asked.
  public let title: String
  /// More, in a sentence; "" for nothing.
  public let words: String
  /// The page that it leads to.
  public let path: String
  /// By when something is asked for.
  public let due: Day?
  /// When it was told.
  public let madeAt: Date
  /// When it was read; nil while it is new.
  public let readAt: Date?

  /// Whether its person has still to look at it.
  public var isNew: Bool { readAt == nil }
}

/// Which of the viewer's notices are listed, newest first.
public struct NoticeFilter: Sendable, Hashable {
  /// Of one kind; nil for all.
  public var kind: NoticeKind?
  /// Only those that are read, or only those that are not; nil for both.
  public var isNew: Bool?
  /// Behind which row the list goes on.
  public var after: NoticePlace?
  /// Rows of one page.
  public var limit = NoticeLimit.page

  /// All of them.
  public init() {}
}

/// A place in the list of notices.
public struct NoticePlace: Sendable, Hashable {
  /// When the row was told.
  public let madeAt: Date
  /// Which row it is.
  public let id: ID<StoredNotice>

  /// Behind a row.
  public init(after notice: StoredNotice) {
    madeAt = notice.madeAt
    id = notice.id
  }

  /// Reads what an address carries: microseconds since 1970 and an identity.
  public init?(text: String) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 2, let microseconds = Int64(parts[0]),
      let id = ID<StoredNotice>(
        text: String(parts[1])), (0...NoticePlace.latest).contains(microseconds)
    else { return nil }
    madeAt = Date(timeIntervalSince1970: Double(microseconds) / 1_000_000)
    self.id = id
  }

  /// What an address carries.
  public var text: String {
    "\(Int64((madeAt.timeIntervalSince1970 * 1_000_000).rounded())).\(id)"
  }

  /// The end of the year 9999, in microseconds.
  private static let latest: Int64 = 253_402_300_799_000_000
}

/// One page of notices.
public struct NoticePage: Sendable {
  /// The notices, newest first.
  public let rows: [StoredNotice]
  /// Where the list goes on; nil at its end.
  public let next: NoticePlace?
  /// How many there are of each kind, and how many of those are new; kinds of which there is none
  /// are left out.
  public let counts: [NoticeKind: (all: Int, new: Int)]
}

/// The limits of notices, by name, in one place.
public enum NoticeLimit {
  /// Rows of one page of the list.
  public static let page = 50
  /// Rows of a table for other programs.
  public static let table = 5_000
  /// New notices that the start page names.
  public static let start = 5
}
