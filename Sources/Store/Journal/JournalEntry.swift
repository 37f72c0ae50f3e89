import Foundation
import Programme

/// One changed record of one act, as the journal keeps it.
public struct JournalEntry: Sendable, Hashable {
  /// The number in the journal, rising.
  public let number: Int
  /// When it was changed.
  public let at: Date
  /// Who changed it, by name at that time.
  public let actorName: String
  /// The organisation of the record, by name.
  public let organisationName: String
  /// The identity of the act; entries of one act share it.
  public let act: UUID
  /// What was done: "benefit.change".
  public let actName: String
  /// Why, in the person's own words.
  public let reason: String
  /// The request it came with.
  public let requestID: String
  /// What kind of record: "benefit", "cost", "actual", "register".
  public let kind: String
  /// The identity of the record.
  public let record: UUID
  /// The record's reference at that time.
  public let label: String
  /// The version that the change made.
  public let version: Int
  /// Field by field, from what to what.
  public let changes: [FieldChange]
  /// Whether the sealer has chained it.
  public let isSealed: Bool
}

/// Which entries of the journal are shown, newest first.
public struct JournalFilter: Sendable, Hashable {
  /// Of one council only.
  public var council: CouncilCode?
  /// Of one kind of record only.
  public var kind: String?
  /// Of one act only.
  public var act: UUID?
  /// Entries before this number.
  public var before: Int?
  /// The most entries.
  public var limit = 50

  /// The newest of everything within sight.
  public init() {}

  /// The most entries that one page may hold.
  public static let limitMaximum = 1_000
}
