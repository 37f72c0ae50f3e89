import Foundation
import Programme

/// A milestone as it is kept.
public struct StoredMilestone: Sendable {
  /// Identity, party, version and content.
  public let stored: Stored<Milestone>
  /// The party's name.
  public let partyName: String
  /// The party's official code, for a council.
  public let partyCode: CouncilCode?
  /// Who answers for it; nil when nobody is named.
  public let owner: MilestoneOwner?
  /// When it was withdrawn; nil while it is in the plan.
  public let withdrawnAt: Date?
  /// The warning that stands; nil when none does.
  public let warning: StoredWarning?

  /// Puts together what the store read.
  public init(
    stored: Stored<Milestone>, partyName: String, partyCode: CouncilCode? = nil,
    owner: MilestoneOwner? = nil, withdrawnAt: Date? = nil, warning: StoredWarning? = nil
  ) {
    self.stored = stored
    self.partyName = partyName
    self.partyCode = partyCode
    self.owner = owner
    self.withdrawnAt = withdrawnAt
    self.warning = warning
  }

  /// The identity.
  public var id: ID<Milestone> { stored.id }
  /// The content.
  public var milestone: Milestone { stored.noun }
  /// The party whose milestone it is.
  public var party: ID<Organisation> { stored.organisation }
  /// Whether it is in the plan.
  public var isPlanned: Bool { withdrawnAt == nil }
  /// The milestone as people of other parties call it: “Release 2” of Lomond Systems.
  public var words: String { "“\(milestone.title)” of \(partyName)" }
}

/// Who answers for a milestone.
public struct MilestoneOwner: Sendable, Hashable {
  /// The person.
  public let id: ID<Person>
  /// The name.
  public let name: String

  /// Somebody by name.
  public init(id: ID<Person>, name: String) {
    self.id = id
    self.name = name
  }
}

/// A warning as it is kept.
public struct StoredWarning: Sendable, Hashable {
  /// The content.
  public let warning: EarlyWarning
  /// When it was given.
  public let raisedAt: Date
  /// Who gave it.
  public let raisedBy: String
  /// When it ceased to stand; nil while it stands.
  public let settledAt: Date?
  /// Why it ceased to stand; "" while it stands.
  public let settledBecause: String

  /// Puts together what the store read.
  public init(
    warning: EarlyWarning, raisedAt: Date, raisedBy: String, settledAt: Date? = nil,
    settledBecause: String = ""
  ) {
    self.warning = warning
    self.raisedAt = raisedAt
    self.raisedBy = raisedBy
    self.settledAt = settledAt
    self.settledBecause = settledBecause
  }
}

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

/// A day that a milestone had before it got another.
public struct StoredMove: Sendable, Hashable {
  /// Which of its days.
  public enum What: String, Sendable {
    /// The day of the plan.
    case baseline
    /// The day it was expected.
    case forecast
  }

  /// Its place among the moves of the milestone, from 1.
  public let number: Int
  /// Which of its days.
  public let what: What
  /// The day before.
  public let from: Day
  /// The day after.
  public let to: Day
  /// Why.
  public let because: String
  /// When it was moved.
  public let movedAt: Date
  /// Who moved it.
  public let movedBy: String
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
