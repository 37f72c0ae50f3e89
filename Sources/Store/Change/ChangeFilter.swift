import Foundation
import Programme

/// What a list of changes shows of all those within sight.
public enum ChangeNeed: String, CaseIterable, Sendable {
  /// Something of the viewer's party is due: a position, a decision, telling or acknowledging.
  case ours
  /// Somebody let a deadline pass.
  case overdue
  /// Still negotiated.
  case open
}

/// Which plan changes a list shows, newest first.
public struct ChangeFilter: Sendable, Hashable {
  /// In one state only.
  public var state: ChangeState?
  /// That affect or were proposed by one party only.
  public var party: ID<Organisation>?
  /// With one need only.
  public var need: ChangeNeed?
  /// Words that must all stand in the title, whatever the case.
  public var words = ""
  /// The list goes on after this number.
  public var after: Int?
  /// Rows on a page, 1 to ``limitMaximum``.
  public var limit = 25

  /// Every change, from the newest on.
  public init() {}

  /// The most rows that one page may hold.
  public static let limitMaximum = 5_000
  /// The most words that are looked for.
  public static let wordsMaximum = 10
}

/// A plan change as a list shows it.
public struct ChangeRow: Sendable, Hashable {
  /// The number.
  public let number: Int
  /// What changes.
  public let title: String
  /// Where it stands.
  public let state: ChangeState
  /// What was decided; nil before.
  public let outcome: ChangeDecision.Outcome?
  /// Who proposed it.
  public let proposerName: String
  /// The version of the proposal.
  public let revision: Int
  /// The last day for positions.
  public let positionsDue: Day
  /// The last day for acknowledging.
  public let acknowledgementDue: Day
  /// Who decides.
  public let authority: ChangeAuthority
  /// Whose key decision maker decides; nil where somebody else does.
  public let authorityPartyName: String?
  /// How many parties it affects.
  public let partyCount: Int
  /// How many accepted, objected, or proposed something else.
  public let acceptedCount: Int
  /// How many objected.
  public let objectedCount: Int
  /// How many proposed something else.
  public let counteredCount: Int
  /// How many acknowledged.
  public let acknowledgedCount: Int
  /// Whether something of the viewer's party is due.
  public let isOurs: Bool
  /// When something last happened.
  public let changedAt: Date

  /// How many said nothing to the present version.
  public var silentCount: Int { partyCount - acceptedCount - objectedCount - counteredCount }
}

/// One page of a list of plan changes.
public struct ChangeListing: Sendable {
  /// The rows, newest first.
  public let rows: [ChangeRow]
  /// How many match besides their need, and how many of them have each.
  public let counts: [ChangeNeed?: Int]
  /// The number after which the next page begins; nil on the last.
  public let next: Int?
  /// The day it is.
  public let today: Day
}
