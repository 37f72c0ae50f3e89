import Calculator
import Foundation
import Programme

/// A plan change with all that was said and done about it.
public struct StoredChange: Sendable {
  /// The identity.
  public let id: ID<PlanChange>
  /// The number that people call it by.
  public let number: Int
  /// Counts every act, from 1.
  public let version: Int
  /// When something last happened.
  public let changedAt: Date
  /// When it was proposed.
  public let proposedAt: Date
  /// That day, in the programme's zone.
  public let proposedOn: Day
  /// Who proposed it.
  public let proposedBy: String
  /// The proposer's name as a party.
  public let proposerName: String
  /// What decides on what may happen next.
  public let process: ChangeProcess
  /// The parties that the present version affects, by name, with what they said.
  public let parties: [ChangePartyRow]
  /// Every version, the first first; never empty.
  public let revisions: [ChangeRevision]
  /// Everything that was said, on whichever version, in order.
  public let positions: [StoredPosition]
  /// The decision; nil before.
  public let decision: StoredChangeDecision?
  /// When the parties were told of the decision, and by whom; nil before.
  public let told: (at: Date, by: String)?
  /// Why it was withdrawn; "" where it was not.
  public let withdrawnReason: String
  /// The day it is.
  public let today: Day

  /// What it is called: "Change 12".
  public var label: String { "Change \(number)" }
  /// The present version in words.
  public var change: PlanChange { process.change }
  /// The present version with what it moves.
  public var current: ChangeRevision? { revisions.last }
}

/// An affected party as the page of a change shows it.
public struct ChangePartyRow: Sendable {
  /// The party.
  public let id: ID<Organisation>
  /// Its name.
  public let name: String
  /// What kind of party it is.
  public let kind: OrganisationKind
  /// When it was last reminded; nil when never.
  public let chasedAt: Date?
  /// Its position on the present version; nil while there is none.
  public let position: StoredPosition?
  /// Its acknowledgement; nil while there is none.
  public let acknowledgement: StoredAcknowledgement?
}

/// Something that a party said to a version.
public struct StoredPosition: Sendable, Hashable {
  /// The identity.
  public let id: ID<ChangePosition>
  /// The version it was said to.
  public let revision: Int
  /// The party.
  public let party: ID<Organisation>
  /// Its name.
  public let partyName: String
  /// When it was recorded.
  public let takenAt: Date
  /// Who recorded it.
  public let takenBy: String
  /// What was said.
  public let position: ChangePosition
  /// The days that a counter-proposal has for milestones of the change.
  public let days: [ID<Milestone>: Day]
}

/// An acknowledgement as it is kept.
public struct StoredAcknowledgement: Sendable, Hashable {
  /// When it was recorded.
  public let at: Date
  /// Who recorded it.
  public let recordedBy: String
  /// What was said.
  public let acknowledgement: ChangeAcknowledgement
}

/// A decision as it is kept.
public struct StoredChangeDecision: Sendable, Hashable {
  /// When it was recorded.
  public let recordedAt: Date
  /// Who recorded it.
  public let recordedBy: String
  /// What was decided.
  public let decision: ChangeDecision
  /// Who might decide then, and up to what cost; nil where nobody was named.
  public let delegation: ChangeDelegation?
}

/// One version of a proposal.
public struct ChangeRevision: Sendable {
  /// Its number, from 1.
  public let number: Int
  /// When it was made.
  public let madeAt: Date
  /// Who made it.
  public let madeBy: String
  /// Why it was amended; "" for the first.
  public let note: String
  /// What it says.
  public let change: PlanChange
  /// Whom it affects, by name.
  public var partyNames: [String] = []
  /// What it moves of the plan.
  public var milestones: [StoredMilestoneShift] = []
  /// What it changes of benefits within sight.
  public var benefits: [StoredBenefitShift] = []
}

/// A milestone that a version moves.
public struct StoredMilestoneShift: Sendable, Hashable {
  /// The move.
  public let effect: MilestoneShift
  /// The milestone's title.
  public let title: String
  /// Whose it is.
  public let party: ID<Organisation>
  /// That party's name.
  public let partyName: String
  /// The day that is in the plan now.
  public let now: Day
  /// Whether it is still to be achieved.
  public let isOpen: Bool
}

/// What a version changes of a benefit.
public struct StoredBenefitShift: Sendable, Hashable {
  /// The change.
  public let effect: BenefitShift
  /// The benefit's reference.
  public let reference: String
  /// Its title.
  public let title: String
  /// The council.
  public let council: ID<Organisation>
  /// The council's name.
  public let councilName: String
  /// The council's code.
  public let councilCode: CouncilCode?
  /// What it was worth over all years before it was applied; nil before that, or without money.
  public let netBefore: Exact?
  /// What it was worth afterwards.
  public let netAfter: Exact?
  /// Whether it was applied to the register.
  public let isApplied: Bool
}
