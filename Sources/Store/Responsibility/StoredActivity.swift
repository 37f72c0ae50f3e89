import Foundation
import Programme

/// An activity with the part of each party, as it is kept.
public struct StoredActivity: Sendable, Hashable {
  /// The identity.
  public let id: ID<Activity>
  /// Counts the changes, from 1.
  public let version: Int
  /// When it was last changed.
  public let changedAt: Date
  /// When it was withdrawn; nil while it stands.
  public let withdrawnAt: Date?
  /// The content.
  public let activity: Activity
  /// The part of each party, and whether it confirmed it.
  public var assignments: [ID<Organisation>: Assignment] = [:]

  /// A party's part.
  public struct Assignment: Sendable, Hashable {
    /// The part.
    public let part: ResponsibilityPart
    /// When the party confirmed it; nil while it has not.
    public let confirmedAt: Date?
    /// Who confirmed it; "" while nobody has.
    public let confirmedBy: String

    /// A part that nobody confirmed, unless given.
    public init(
      part: ResponsibilityPart, confirmedAt: Date? = nil, confirmedBy: String = ""
    ) {
      self.part = part
      self.confirmedAt = confirmedAt
      self.confirmedBy = confirmedBy
    }
  }

  /// Puts together what the store read.
  public init(
    id: ID<Activity>, version: Int, changedAt: Date, withdrawnAt: Date? = nil,
    activity: Activity, assignments: [ID<Organisation>: Assignment] = [:]
  ) {
    self.id = id
    self.version = version
    self.changedAt = changedAt
    self.withdrawnAt = withdrawnAt
    self.activity = activity
    self.assignments = assignments
  }

  /// The part of each party.
  public var parts: [ID<Organisation>: ResponsibilityPart] { assignments.mapValues(\.part) }
  /// The party that answers for it.
  public var accountable: ID<Organisation>? {
    assignments.first { $0.value.part == .accountable }?.key
  }
  /// How many parties have still to confirm their part.
  public var unconfirmedCount: Int { assignments.values.count { $0.confirmedAt == nil } }
}
