/// How many connections a pool holds, and who waits.
public struct PoolStatistics: Sendable, Equatable {
  /// Connections open or being opened.
  public var openCount = 0
  /// Connections open that nobody uses.
  public var idleCount = 0
  /// Tasks waiting for a connection.
  public var waiterCount = 0
  /// Connections opened so far, or tried.
  public var createdCount = 0
  /// Tasks refused because nothing came free in time, so far.
  public var refusedCount = 0
}

typealias Acquisition = Result<Connection, PostgresError>

/// What a pool knows, guarded by its lock. Every change is short; connections are opened, closed
/// and handed over outside the lock.
struct PoolState: Sendable {
  struct Waiter: Sendable {
    let id: UInt64
    let deadline: ContinuousClock.Instant
    let continuation: CheckedContinuation<Acquisition, Never>
  }

  struct Idle: Sendable {
    let connection: Connection
    let since: ContinuousClock.Instant
  }

  var statistics = PoolStatistics()
  /// The most recently used last.
  var idle: [Idle] = [] { didSet { statistics.idleCount = idle.count } }
  /// In the order they came. All wait equally long, so the first is also the first to give up.
  var waiters: [Waiter] = [] { didSet { statistics.waiterCount = waiters.count } }
  var nextWaiter: UInt64 = 0
  var isClosed = false
  var isWatching = false
  var closers: [CheckedContinuation<Void, Never>] = []
}
