import Logging
import Synchronization

/// A bounded set of connections, lent to one task at a time; waiting tasks are served in the order
/// they came.
public final class Pool: Sendable {
  let configuration: PoolConfiguration
  let logger: Logger
  let state = Mutex(PoolState())

  /// A pool without connections; each is opened when it is first needed.
  public init(_ configuration: PoolConfiguration, logger: Logger) {
    self.configuration = configuration
    self.logger = logger
  }

  /// What the pool holds now.
  public var statistics: PoolStatistics { state.withLock { $0.statistics } }

  /// Lends a connection to `body`. Statements outside a transaction commit one by one. A
  /// connection that comes back with a transaction open, or after the task was cancelled, is closed.
  /// Throws a `PostgresError`, or what `body` throws.
  @discardableResult
  public func withConnection<T: Sendable>(
    _ body: @Sendable (isolated Connection) throws -> T
  ) async throws -> T {
    let connection = try await acquire()
    let lease = Lease(wakeup: connection.wakeup)
    return try await withTaskCancellationHandler {
      try await connection.serve(lease, for: self, body)
    } onCancel: {
      lease.cancel()
    }
  }

  /// Runs `body` in a transaction: committed when it returns, rolled back when it throws.
  ///
  /// BEGIN and the preamble travel with the body's first statement; when it sends none, nothing is
  /// sent at all. `body` runs again after a serialization failure or a deadlock, at most `retries`
  /// times, and again when a pooled connection turns out dead before it answered anything, or a
  /// prepared statement outdated: let it have no effect but on the database.
  @discardableResult
  public func transaction<T: Sendable>(
    _ mode: TransactionMode = .readWrite, preamble: [SQL] = [], retries: Int = 0,
    _ body: @Sendable (isolated Connection) throws -> T
  ) async throws -> T {
    var attempt = 0
    while true {
      do {
        return try await repeatingHarmlessly {
          try $0.transaction(mode, preamble: preamble, body)
        }
      } catch let error as PostgresError where error.kind == .serialization && attempt < retries {
        attempt += 1
        try await pause(beforeAttempt: attempt)
      }
    }
  }

  /// Reads one statement's rows in a read-only transaction that takes a single round trip: BEGIN,
  /// the preamble, the statement and COMMIT. The fastest way to a list.
  public func readOnce<T: Sendable>(
    mode: TransactionMode = .readOnly, preamble: [SQL] = [], _ sql: SQL,
    read: @Sendable (inout RowReader) throws -> T
  ) async throws -> [T] {
    try await repeatingHarmlessly { connection in
      let results = try connection.readOnce(mode, preamble: preamble, [sql])
      return try results.first?.map(read) ?? []
    }
  }

  /// Reads the rows of several statements in one read-only transaction and a single round trip.
  public func readOnce(
    mode: TransactionMode = .readOnly, preamble: [SQL] = [], _ statements: [SQL]
  ) async throws -> [[Row]] {
    try await repeatingHarmlessly { connection in
      try connection.readOnce(mode, preamble: preamble, statements).map(\.rows)
    }
  }

  /// Repeats what failed without an effect: on a session that had died in the pool, or with an
  /// outdated prepared statement. Each pooled connection can fail so once.
  private func repeatingHarmlessly<T: Sendable>(
    _ body: @Sendable (isolated Connection) throws -> T
  ) async throws -> T {
    for _ in 0..<configuration.connectionLimit {
      do {
        return try await withConnection(body)
      } catch let error as PostgresError where error.isRetryable {
        logger.debug("repeating a transaction", metadata: ["reason": "\(error)"])
      }
    }
    return try await withConnection(body)
  }

  /// Waits up to 10 ms, 20 ms, 40 ms … 640 ms, by chance, so that rivals do not meet again.
  private func pause(beforeAttempt attempt: Int) async throws {
    let limit = 10_000 << min(attempt - 1, 6)
    try await Task.sleep(for: .microseconds(Int.random(in: 1...limit)))
  }
}
