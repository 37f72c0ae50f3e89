/// What went wrong between here and the server.
///
/// `description` names the kind, the SQLSTATE and the constraint, and is safe to show or to log
/// anywhere. What the server said, which can quote values and SQL, is in `detailForLog` alone.
public struct PostgresError: Error, Sendable {
  /// What a caller can act on.
  public enum Kind: String, Sendable {
    /// There is no connection, or it broke; nothing was committed.
    case connection
    /// The connection broke while committing: the change may or may not have been made.
    case outcomeUnknown
    /// No connection came free within the pool's waiting deadline, or too many waited already.
    case poolTimeout
    /// The pool was closed.
    case poolClosed
    /// A statement ran longer than its deadline.
    case timeout
    /// The task was cancelled.
    case cancelled
    /// A serialization failure or a deadlock: the same transaction may succeed when repeated.
    case serialization
    /// A row with this key exists already; see `constraint`.
    case uniqueViolation
    /// A row refers to one that does not exist, or is referred to; see `constraint`.
    case foreignKeyViolation
    /// A check constraint refused the row; see `constraint`.
    case checkViolation
    /// A required column was left empty; see `column`.
    case notNullViolation
    /// An exclusion constraint refused the row; see `constraint`.
    case exclusionViolation
    /// A lock was not available (`NOWAIT` or `lock_timeout`).
    case lockNotAvailable
    /// The role may not do that, or row-level security refused the row.
    case insufficientPrivilege
    /// A write in a read-only transaction or on a standby.
    case readOnly
    /// A value that the column's type does not allow (SQLSTATE class 22).
    case invalidValue
    /// An error had already aborted the transaction, so that it was rolled back.
    case transactionAborted
    /// A prepared statement no longer fits the tables; a transaction is repeated by itself.
    case stalePlan
    /// A bind that cannot be sent.
    case encoding
    /// A column that cannot be read as the type asked for.
    case decoding
    /// A migration is missing, changed, unknown or out of order.
    case migration
    /// This library was used in a way that it does not allow.
    case usage
    /// Any other error reported by the server.
    case server
  }

  /// What a caller can act on.
  public internal(set) var kind: Kind
  /// The five-character SQLSTATE, when the server gave one.
  public internal(set) var sqlState: String?
  /// The constraint's name, when one was violated.
  public internal(set) var constraint: String?
  /// The table's name, when the server gave one.
  public internal(set) var table: String?
  /// The column's name, when the server gave one.
  public internal(set) var column: String?
  /// Everything known, for a log that may hold personal data: message, detail, hint, position.
  public internal(set) var detailForLog: String
  /// The same work may be tried once more on another connection: nothing came of it.
  var isRetryable = false

  init(_ kind: Kind, _ detail: String) {
    self.kind = kind
    detailForLog = detail
  }
}

extension PostgresError: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  /// Kind, SQLSTATE and constraint; never a value or SQL.
  public var description: String {
    var words = "PostgreSQL: \(kind.rawValue)"
    if let sqlState { words += " (\(sqlState))" }
    if let constraint { words += " on constraint \(constraint)" }
    return words
  }

  /// The same as `description`.
  public var debugDescription: String { description }

  /// Shows the description alone, so that `dump` does not leak either.
  public var customMirror: Mirror { Mirror(self, children: ["description": description]) }
}

extension PostgresError.Kind {
  /// The kind of a server's error by its SQLSTATE.
  init(sqlState: String) {
    switch sqlState {
    case "40001", "40P01": self = .serialization
    case "23505": self = .uniqueViolation
    case "23503": self = .foreignKeyViolation
    case "23514": self = .checkViolation
    case "23502": self = .notNullViolation
    case "23P01": self = .exclusionViolation
    case "55P03": self = .lockNotAvailable
    case "42501": self = .insufficientPrivilege
    case "25006": self = .readOnly
    case "25P02": self = .transactionAborted
    case "57014": self = .timeout
    case "57P01", "57P02", "57P03", "57P05", "25P03": self = .connection
    case "26000": self = .stalePlan
    case _ where sqlState.utf8.starts(with: "08".utf8): self = .connection
    case _ where sqlState.utf8.starts(with: "22".utf8): self = .invalidValue
    default: self = .server
    }
  }
}
