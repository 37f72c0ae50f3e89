import Programme

/// A milestone on its way to another day, as its party asks.
public struct MilestoneSlip: Sendable {
  /// The day, as it was typed.
  public var day: String
  /// Why it moves.
  public var reason: String
  /// What the effect was that the person saw and confirmed; see ``MilestoneEffect/fingerprint``.
  public var seeing: String
  /// Whether the party's own milestones that it pushes move with it.
  public var movesOwn: Bool
  /// Whether the other parties that it pushes are told, so that they can re-plan.
  public var tells: Bool

  /// A move to a day.
  public init(
    day: String, reason: String, seeing: String, movesOwn: Bool = false, tells: Bool = true
  ) {
    self.day = day
    self.reason = reason
    self.seeing = seeing
    self.movesOwn = movesOwn
    self.tells = tells
  }
}

/// A milestone that an agreed change of the plan moves.
public struct MilestoneMove: Sendable, Hashable {
  /// The milestone.
  public var milestone: ID<Milestone>
  /// The day it was expected when the change was proposed.
  public var from: Day
  /// The day that was agreed.
  public var to: Day

  /// A move between two days.
  public init(milestone: ID<Milestone>, from: Day, to: Day) {
    self.milestone = milestone
    self.from = from
    self.to = to
  }
}
