import Programme

/// Which milestones a list shows, by how they stand.
public enum MilestoneState: String, CaseIterable, Sendable {
  /// Not achieved.
  case open
  /// Not achieved though the forecast has passed.
  case late
  /// Expected after the plan.
  case slipped
  /// What they need comes too late for their forecast.
  case stuck
  /// Somebody warned that they may be late.
  case warned
  /// Achieved.
  case achieved
  /// Open and achieved.
  case all
  /// Withdrawn.
  case withdrawn
}

/// Which milestones a list shows, soonest first.
public struct MilestoneFilter: Sendable, Hashable {
  /// Standing in one way only.
  public var state = MilestoneState.open
  /// Of one party only.
  public var party: ID<Organisation>?
  /// Due on that day or later.
  public var from: Day?
  /// Due on that day or before.
  public var to: Day?
  /// Words that must all stand in title or office.
  public var words = ""
  /// The list goes on after this place.
  public var after: MilestoneCursor?
  /// Rows on a page, 1 to ``limitMaximum``.
  public var limit = 50

  /// Every open milestone.
  public init() {}

  /// The most rows of one page.
  public static let limitMaximum = 500
}

/// A place in a list of milestones: the row after which it goes on.
public struct MilestoneCursor: Sendable, Hashable {
  let day: Day
  let id: ID<Milestone>

  init(day: Day, id: ID<Milestone>) {
    self.day = day
    self.id = id
  }

  /// Reads what ``text`` wrote; nil for anything else. One made up by somebody does no harm: it is a
  /// place to start from, never a right to see.
  public init?(text: String) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 2, let first = parts.first, let last = parts.last,
      let day = Day(text: String(first)), let id = ID<Milestone>(text: String(last))
    else { return nil }
    self.init(day: day, id: id)
  }

  /// The place as it stands in an address.
  public var text: String { "\(day).\(id)" }
}

/// One page of a list of milestones.
public struct MilestonePage: Sendable {
  /// The rows, soonest first.
  public let rows: [StoredMilestone]
  /// How many milestones match besides their state, by state.
  public let counts: [MilestoneState: Int]
  /// The milestones that cannot hold, and when they can be held.
  public let stuck: [ID<Milestone>: Day]
  /// Where the next page begins; nil on the last.
  public let next: MilestoneCursor?
  /// The day it is.
  public let today: Day
}
