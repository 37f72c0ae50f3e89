import Programme

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
