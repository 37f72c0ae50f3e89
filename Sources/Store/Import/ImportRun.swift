import Foundation
import Programme

/// A file that was brought in: staged by a dry run, then confirmed, and perhaps undone.
public struct ImportRun: Sendable, Hashable {
  /// The identity.
  public let id: ID<ImportRun>
  /// Whose register it is for.
  public let organisation: ID<Organisation>
  /// That council's name.
  public let councilName: String
  /// The name the file came under.
  public let fileName: String
  /// Its size.
  public let sizeBytes: Int
  /// SHA-256 of its bytes, hexadecimal.
  public let fingerprint: String
  /// Where it stands.
  public let state: State
  /// How many problems of each severity the dry run found.
  public let problems: ProblemCount
  /// Who staged it.
  public let stagedBy: String
  /// When.
  public let stagedAt: Date
  /// When it was confirmed; nil when it was not.
  public let confirmedAt: Date?
  /// When it was undone; nil when it was not.
  public let undoneAt: Date?
  /// When it was discarded; nil when it was not.
  public let discardedAt: Date?
  /// What headings meant when it was applied; empty before.
  public let matches: HeadingMatches
  /// What confirming did; nil before.
  public let outcome: ImportOutcome?

  /// Where an import stands.
  public enum State: String, CaseIterable, Sendable {
    /// Looked at, nothing changed.
    case staged
    /// Applied.
    case confirmed
    /// Applied and taken back.
    case undone
    /// Looked at and put aside.
    case discarded
  }
}

/// How many problems a dry run found.
public struct ProblemCount: Sendable, Hashable {
  /// What stands against the import.
  public var errors: Int
  /// What somebody should look at.
  public var warnings: Int
  /// What is worth knowing.
  public var notes: Int

  /// Counts the problems of a file.
  public init(_ problems: [Problem]) {
    errors = problems.count { $0.severity == .error }
    warnings = problems.count { $0.severity == .warning }
    notes = problems.count { $0.severity == .note }
  }

  init(errors: Int, warnings: Int, notes: Int) {
    self.errors = errors
    self.warnings = warnings
    self.notes = notes
  }
}

/// What confirming an import did: rows of all parts of the register.
public struct ImportOutcome: Sendable, Hashable {
  /// Rows that came in.
  public let added: Int
  /// Rows that changed.
  public let changed: Int
  /// Rows that were the same already.
  public let unchanged: Int
  /// Rows that are stored and not in the file; they stay as they are.
  public let missing: Int

  /// The rows that a check counts are the rows that applying it counts.
  init(_ difference: RegisterDifference) {
    self.init(
      added: difference.count(.added), changed: difference.count(.changed),
      unchanged: difference.unchangedCount, missing: difference.count(.missing))
  }

  init(added: Int, changed: Int, unchanged: Int, missing: Int) {
    (self.added, self.changed, self.unchanged) = (added, changed, unchanged)
    self.missing = missing
  }
}
