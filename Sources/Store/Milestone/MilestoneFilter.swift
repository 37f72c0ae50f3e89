import Programme

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
