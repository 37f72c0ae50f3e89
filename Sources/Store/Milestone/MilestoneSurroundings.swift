import Programme

/// A milestone at the other end of a need.
public struct NeededMilestone: Sendable {
  /// The milestone.
  public let milestone: StoredMilestone
  /// How many days must lie between the two.
  public let lagDays: Int

  /// The other end of a need.
  public init(milestone: StoredMilestone, lagDays: Int) {
    self.milestone = milestone
    self.lagDays = lagDays
  }
}

/// A benefit that waits for a milestone, within sight.
public struct WaitingBenefit: Sendable, Hashable {
  /// The benefit.
  public let id: ID<Benefit>
  /// Its reference.
  public let reference: String
  /// Its title.
  public let title: String
  /// The council.
  public let councilName: String
  /// Who besides the council sees it.
  public let visibility: Visibility
  /// The financial year its forecast begins in; nil when the register has no base year.
  public let startYear: FinancialYear?
  /// The milestone it waits for.
  public let milestone: ID<Milestone>
}

/// All that is known around one milestone.
public struct MilestoneSurroundings: Sendable {
  /// What it needs, the latest first.
  public let needs: [NeededMilestone]
  /// What needs it, the soonest first.
  public let neededBy: [NeededMilestone]
  /// The benefits within sight that wait for it.
  public let benefits: [WaitingBenefit]
  /// The days it had before, newest first.
  public let moves: [StoredMove]
  /// Every warning that was given of it, newest first.
  public let warnings: [StoredWarning]
  /// The milestones of the programme that cannot hold, and when they can be held.
  public let stuck: [ID<Milestone>: Day]
}
