import Foundation
import Programme

/// A review as it is kept, with the benefit as the review left it.
public struct StoredReview: Sendable, Hashable {
  /// Its number among the benefit's reviews, from 1.
  public let number: Int
  /// When it was recorded.
  public let recordedAt: Date
  /// Who recorded it.
  public let recordedBy: String
  /// The day that had been set for it; nil when none was.
  public let dueOn: Day?
  /// The content.
  public let review: Review
  /// The benefit's record and forecast as the review left them.
  public let snapshot: BenefitSnapshot
}

/// A hand-over as it is kept.
public struct StoredHandover: Sendable, Hashable {
  /// The identity.
  public let id: ID<Handover>
  /// Counts the changes, from 1.
  public let version: Int
  /// When it was offered, and by whom.
  public let offeredAt: Date
  /// Who offered it.
  public let offeredBy: String
  /// When it was accepted or taken back; nil while it waits.
  public let settledAt: Date?
  /// Who recorded that; nil while it waits.
  public let settledBy: String?
  /// The content.
  public let handover: Handover

  /// Whether the new owner has still to accept.
  public var isWaiting: Bool { handover.state == .offered }
}

/// Which benefits the list of reviews shows: all, or those that stand in one way.
public enum ReviewNeed: String, CaseIterable, Sendable {
  /// The day set for the review has passed.
  case overdue
  /// The review is due within ``ReviewStanding/dueDays``.
  case due
  /// Nobody ever reviewed it.
  case never
  /// No day is set for a review.
  case unplanned
}

/// Which benefits the list of reviews shows, soonest review first.
public struct ReviewFilter: Sendable, Hashable {
  /// Standing in one way only.
  public var need: ReviewNeed?
  /// Of one council only.
  public var council: CouncilCode?
  /// Of one owner only, whatever the case.
  public var owner: String?
  /// The list goes on after this place.
  public var after: BenefitCursor?
  /// Rows on a page, 1 to ``BenefitFilter/limitMaximum``.
  public var limit = 25

  /// Everything within sight that is not withdrawn.
  public init() {}
}

/// One benefit as the list of reviews shows it.
public struct ReviewRow: Sendable, Hashable {
  /// The benefit.
  public let id: ID<Benefit>
  /// Its reference.
  public let reference: String
  /// Its title.
  public let title: String
  /// The council's official name.
  public let councilName: String
  /// Who answers for it.
  public let owner: String
  /// Where it stands.
  public let status: BenefitStatus
  /// When it was last reviewed; nil when never.
  public let reviewedOn: Day?
  /// What the last review decided.
  public let decision: ReviewDecision?
  /// How sure the last reviewer was.
  public let confidence: ReviewConfidence?
  /// When it is to be reviewed.
  public let nextReview: Day?
  /// Where it stands among those of one day.
  let place: String
}

/// One page of the list of reviews.
public struct ReviewPage: Sendable {
  /// The rows, soonest review first.
  public let rows: [ReviewRow]
  /// How many benefits match besides their need, and how many of them stand in each way.
  public let counts: [ReviewNeed?: Int]
  /// Where the next page begins; nil on the last.
  public let next: BenefitCursor?
  /// The day it is.
  public let today: Day
}
