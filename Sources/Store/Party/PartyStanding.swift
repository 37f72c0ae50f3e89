import Foundation
import Programme

/// How a party stands in the programme today, at a glance.
public struct PartyStanding: Sendable {
  /// The party.
  public let party: PartyRow
  /// The offices held today, past ones and those to come left out.
  public var offices: [StoredOffice] = []
  /// How ready a council is, with what follows from its offices; nil for other parties.
  public var readiness: Readiness?
  /// How many activities the party has a part in.
  public var partCount = 0
  /// How many of those parts it has not confirmed.
  public var unconfirmedCount = 0
  /// Whether there is a charter, and when the party accepted the newest.
  public var charter = CharterStanding.none
  /// Its issues that are not finished: those that concern a council, those that another party owns.
  public var issues = IssueCounts.none
  /// The soonest of its milestones that is not reached; nil where there is none.
  public var nextMilestone: NextMilestone?
  /// How many of its milestones should have been reached by now.
  public var lateMilestones = 0
  /// The numbers of the plan changes on which it has still to say something: a position, or that it
  /// was told.
  public var silentOn: [Int] = []
  /// A council's benefits within sight; nil for other parties.
  public var totals: BenefitTotals?

  /// A party of which nothing is known yet.
  public init(party: PartyRow) { self.party = party }

  /// A milestone that is not reached.
  public struct NextMilestone: Sendable, Hashable {
    /// The identity.
    public let id: ID<Milestone>
    /// The title.
    public let title: String
    /// When it is expected.
    public let day: Day
  }

  /// Issues of a party.
  public struct IssueCounts: Sendable, Hashable {
    /// How many are not finished.
    public let open: Int
    /// How many of them are overdue.
    public let late: Int

    /// No issue.
    public static let none = IssueCounts(open: 0, late: 0)
  }

  /// How a party stands to the newest version of the charter.
  public enum CharterStanding: Sendable, Hashable {
    /// There is no charter.
    case none
    /// The party has not accepted it.
    case open
    /// It has, at that time.
    case accepted(Date)
  }

  /// The office of that kind held today.
  public func office(_ kind: OfficeKind) -> StoredOffice? {
    offices.first { $0.office.kind == kind }
  }

  /// The offices that nobody holds today and somebody should.
  public var gaps: [OfficeKind] {
    OfficeKind.expected(of: party.kind).filter { office($0) == nil }
  }

  /// Who decides for the party today.
  public var decisionMaker: DecisionMaker? {
    office(.keyDecisionMaker).map { DecisionMaker($0.office) }
  }
}

/// How every party stands on a day.
public struct ProgrammeStanding: Sendable {
  /// The day in the programme's zone.
  public let today: Day
  /// The parties that take part, co-ordinating bodies, councils, others and suppliers by name.
  public let parties: [PartyStanding]

  /// How one party stands.
  public subscript(_ party: ID<Organisation>) -> PartyStanding? {
    parties.first { $0.party.id == party }
  }

  /// The councils, by name.
  public var councils: [PartyStanding] { parties.filter { $0.party.kind == .council } }
}
