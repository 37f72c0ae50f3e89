import Programme

/// What it moves when a milestone moves: shown before it is saved.
public struct MilestoneEffect: Sendable {
  /// The milestone as it stands.
  public let milestone: StoredMilestone
  /// The day it is to move to.
  public let day: Day
  /// Those that can be held only later, each after what it needs.
  public let pushed: [PushedMilestone]
  /// The benefits within sight that wait for it or for one of those, each with the latest of them.
  public let benefits: [DelayedBenefit]

  /// Those of the milestone's own party, which may move at once with it.
  public var own: [PushedMilestone] { pushed.filter { $0.milestone.party == milestone.party } }
  /// Those of other parties.
  public var others: [PushedMilestone] {
    pushed.filter { $0.milestone.party != milestone.party }
  }

  /// Tells this effect from any other: who confirms it confirms what was shown.
  public var fingerprint: String {
    let lines = pushed.map { "\($0.milestone.id) \($0.day) \($0.days)" }
    return Fingerprint.of(([day.description] + lines).joined(separator: "\n")).text
  }
}

/// A milestone that can be held only later.
public struct PushedMilestone: Sendable {
  /// The milestone.
  public let milestone: StoredMilestone
  /// The earliest day that it can be held now.
  public let day: Day
  /// How many days that is after its forecast.
  public let days: Int
  /// The title of what holds it up.
  public let because: String
}

/// A benefit that waits for a milestone that moves.
public struct DelayedBenefit: Sendable {
  /// The benefit.
  public let benefit: WaitingBenefit
  /// The milestone it waits for.
  public let title: String
  /// The day that milestone was expected.
  public let from: Day
  /// The day it can be held now.
  public let to: Day

  /// Whether the day falls in a financial year after the one in which the forecast begins.
  public var missesStart: Bool {
    guard let start = benefit.startYear, let year = FinancialYear.of(to) else { return false }
    return year > start
  }
}
