import CPostgres

/// How a transaction begins.
public struct TransactionMode: Sendable {
  /// What a transaction sees of others.
  public enum Isolation: Sendable {
    /// Each statement sees what was committed before it began.
    case readCommitted
    /// Every statement sees what was committed before the first one began.
    case repeatableRead
    /// As if transactions ran one after another; some fail and must be repeated.
    case serializable
  }

  let begin: SQL
  let isReadOnly: Bool

  /// Read committed, reading and writing.
  public static let readWrite = TransactionMode(.readCommitted, readOnly: false)
  /// Read committed, reading alone.
  public static let readOnly = TransactionMode(.readCommitted, readOnly: true)

  /// A mode by its isolation, reading and writing or reading alone.
  public init(_ isolation: Isolation, readOnly: Bool = false) {
    let level: SQL =
      switch isolation {
      case .readCommitted: "READ COMMITTED"
      case .repeatableRead: "REPEATABLE READ"
      case .serializable: "SERIALIZABLE"
      }
    let access: SQL = readOnly ? "READ ONLY" : "READ WRITE"
    begin = "BEGIN ISOLATION LEVEL \(level) \(access)"
    isReadOnly = readOnly
  }
}

extension Connection {
  /// Runs `body` between BEGIN and COMMIT, or ROLLBACK when it throws.
  func transaction<T>(
    _ mode: TransactionMode, preamble: [SQL], _ body: (isolated Connection) throws -> T
  ) throws -> T {
    guard deferred.isEmpty, link?.transactionStatus == PQTRANS_IDLE else {
      throw PostgresError(.usage, "a transaction within a transaction")
    }
    deferred = [mode.begin] + preamble
    let value: T
    do {
      value = try body(self)
    } catch {
      rollBack()
      noteDemotion(error, mode)
      throw error
    }
    try commit()
    return value
  }

  /// Reads in a transaction of its own that takes a single round trip.
  func readOnce(
    _ mode: TransactionMode, preamble: [SQL], _ statements: [SQL]
  ) throws(PostgresError) -> ArraySlice<ResultSet> {
    do throws(PostgresError) {
      let results = try exchange([mode.begin] + preamble + statements + [Connection.commit])
      return results.dropFirst(1 + preamble.count).dropLast()
    } catch {
      rollBack()
      throw error
    }
  }

  private static let commit: SQL = "COMMIT"
  private static let rollback: SQL = "ROLLBACK"

  private func commit() throws(PostgresError) {
    guard deferred.isEmpty else {
      // The body sent nothing, so nothing has begun.
      deferred = []
      return
    }
    guard let link, link.transactionStatus != PQTRANS_IDLE else {
      throw PostgresError(.usage, "the body ended the transaction itself, or lost the connection")
    }
    do throws(PostgresError) {
      // A transaction that an error aborted answers COMMIT with ROLLBACK and no error.
      guard try exchange(Connection.commit).commandTag == "COMMIT" else {
        throw PostgresError(.transactionAborted, "an earlier error was passed over")
      }
    } catch  where error.kind == .connection {
      throw error.seen(as: .outcomeUnknown)
    }
  }

  /// Undoes the transaction. When that fails, or the task was cancelled, the session is closed
  /// instead, which undoes it too.
  private func rollBack() {
    deferred = []
    guard let link, link.transactionStatus != PQTRANS_IDLE else { return }
    do { _ = try exchange(Connection.rollback) } catch { spoil() }
  }

  /// A server that refuses writes has become a standby: the next connection finds the new primary.
  private func noteDemotion(_ error: any Error, _ mode: TransactionMode) {
    if !mode.isReadOnly, (error as? PostgresError)?.kind == .readOnly { spoil() }
  }
}
