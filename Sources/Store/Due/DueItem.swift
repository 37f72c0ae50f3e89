import Foundation
import Programme

/// Something that waits for a person or a party, perhaps by a day.
public struct DueItem: Sendable, Hashable {
  /// What kind of thing it is.
  public let kind: DueKind
  /// The record that waits.
  public let record: UUID
  /// What it is called.
  public let title: String
  /// The page where it is dealt with.
  public let path: String
  /// By when; nil where no day is set.
  public let day: Day?
  /// Whose it is.
  public let partyName: String
  /// When the record was last changed.
  public let changedAt: Date
}

/// What can wait, most pressing first.
public enum DueKind: String, CaseIterable, Sendable {
  /// A plan change asks for the party's position.
  case position
  /// A plan change is to be acknowledged.
  case acknowledgement
  /// An issue's next action is to be done.
  case issue
  /// The board is asked to decide.
  case decision
  /// A milestone is to be reached.
  case milestone
  /// A benefit of the council is to be reviewed.
  case review
  /// The party's part in an activity is to be confirmed.
  case responsibility
  /// The charter is to be accepted.
  case charter
}

/// Which things are looked for.
public enum DueReach: Sendable, Hashable {
  /// What the viewer, or the viewer's party, is asked for until some days from now.
  case own
  /// What a calendar shows: of the viewer's party, and for those who look over the whole programme
  /// of every party.
  case calendar
}

/// Things that wait, soonest first, and how many there are in all.
public struct DueList: Sendable {
  /// The first of them.
  public let items: [DueItem]
  /// How many there are.
  public let count: Int
  /// The day on which they were looked up.
  public let today: Day
}

/// The limits of what waits, by name, in one place.
public enum DueLimit {
  /// What is due within so many days is shown; later things can wait.
  public static let days = 14
  /// How many the start page and the digest name.
  public static let named = 10
  /// How far a calendar reaches back, in days.
  public static let calendarDaysBack = 90
  /// How far a calendar reaches ahead, in days.
  public static let calendarDaysAhead = 730
  /// The most entries of a calendar.
  public static let calendarEntries = 2_000
}
