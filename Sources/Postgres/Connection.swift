import CPostgres
import Logging

/// One session with the server, on a serial executor of its own.
///
/// A pool lends it to synchronous code that runs isolated to it. While that code runs nothing else
/// can use the connection, so a transaction is never interleaved with another task's statements.
public actor Connection {
  private let executor = ConnectionExecutor()
  let configuration: PoolConfiguration
  let logger: Logger
  nonisolated let wakeup = Wakeup()

  /// Nil before the first use and after a failure.
  var link: Link?
  var statements: StatementCache
  /// BEGIN and the preamble, waiting to travel with the first statement of a transaction.
  var deferred: [SQL] = []
  var lease: Lease?
  /// Whether a statement of this lease was answered; until then a lost connection lost nothing.
  var hasAnswered = false
  /// Whether the session is older than this lease, so that it may have died unnoticed.
  private var isReused = false
  /// The session must not be used again.
  private var isSpoilt = false
  /// The session was lost, and others to the same server perhaps with it.
  private var isLost = false
  /// How long one statement may take before the server counts as lost; nil for ever.
  var statementTimeout: Duration?

  /// The queue this connection's code runs on.
  public nonisolated var unownedExecutor: UnownedSerialExecutor {
    executor.asUnownedSerialExecutor()
  }

  init(_ configuration: PoolConfiguration, logger: Logger) {
    self.configuration = configuration
    self.logger = logger
    statements = StatementCache(limit: configuration.statementCacheLimit)
    statementTimeout = configuration.statementTimeout
  }

  /// Runs `body` as one use of the connection, then hands it back to the pool.
  func serve<T>(
    _ lease: Lease, for pool: Pool, _ body: (isolated Connection) throws -> T
  ) throws -> T {
    defer { pool.giveBack(self, endLease()) }
    try begin(lease)
    return try body(self)
  }

  private func begin(_ lease: Lease) throws(PostgresError) {
    self.lease = lease
    hasAnswered = false
    isReused = link != nil
    guard link == nil else { return }
    guard !lease.isCancelled else { throw PostgresError(.cancelled, "before connecting") }
    do throws(PostgresError) {
      link = try Link.open(configuration.parameters)
      try script(configuration.sessionSettings)
    } catch {
      link = nil
      isLost = error.kind == .connection
      throw error
    }
    hasAnswered = false
  }

  /// What may become of the session after this use of it.
  private func endLease() -> LeaseEnd {
    defer { lease = nil }
    deferred = []
    if let link, !isSpoilt, !link.isBroken, link.transactionStatus == PQTRANS_IDLE,
      lease?.isCancelled == false
    {
      return .reusable
    }
    link = nil
    return isLost ? .lost : .spoilt
  }

  /// The session is closed when this use of it ends, for instance because its settings changed.
  func spoil() { isSpoilt = true }

  /// The server is gone, or was told to let us go.
  func lose() {
    isLost = true
    spoil()
  }

  /// The session, when a statement may be sent.
  func usableLink() throws(PostgresError) -> Link {
    guard lease?.isCancelled != true
    else { throw PostgresError(.cancelled, "before the statement was sent") }
    guard let link
    else { throw PostgresError(lease == nil ? .usage : .connection, "the connection is closed") }
    return link
  }

  /// Gives the session up and says why.
  func broken(_ link: Link, _ kind: PostgresError.Kind = .connection, _ reason: String? = nil)
    -> PostgresError
  {
    var error = PostgresError(kind, reason ?? link.lastMessage)
    error.isRetryable = isLossHarmless
    logger.notice("a session with the server was lost", metadata: ["error": "\(error)"])
    lose()
    self.link = nil
    return error
  }

  /// A pooled session that died while nobody used it: nothing was done on it for this task.
  var isLossHarmless: Bool { isReused && !hasAnswered }
}
