import Calculator
import Foundation
import Programme

/// An objective of the programme as it is kept.
public struct StoredObjective: Sendable, Hashable {
  /// The identity.
  public let id: ID<ProgrammeObjective>
  /// Counts the changes, from 1.
  public let version: Int
  /// When it was last changed.
  public let changedAt: Date
  /// When it was withdrawn; nil while it stands.
  public let withdrawnAt: Date?
  /// The content, targets included.
  public var objective: ProgrammeObjective

  /// Puts together what the store read.
  public init(
    id: ID<ProgrammeObjective>, version: Int, changedAt: Date, withdrawnAt: Date? = nil,
    objective: ProgrammeObjective
  ) {
    self.id = id
    self.version = version
    self.changedAt = changedAt
    self.withdrawnAt = withdrawnAt
    self.objective = objective
  }
}

/// The benefits within sight that name an objective by the same words, whatever the case.
public struct ObjectiveUse: Sendable, Hashable {
  /// The words; "" for benefits that name none.
  public let words: String
  /// How many benefits name it.
  public let count: Int
  /// Cashable net of all years, in pounds.
  public let cashable: Exact
  /// Non-cashable net of all years, in pounds; never added to the other.
  public let nonCashable: Exact

  /// How often an objective is named.
  public init(words: String, count: Int, cashable: Exact, nonCashable: Exact) {
    self.words = words
    self.count = count
    self.cashable = cashable
    self.nonCashable = nonCashable
  }
}
