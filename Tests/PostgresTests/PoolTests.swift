import Postgres
import Synchronization
import Testing

@Suite("Pool", .needsServer)
struct PoolTests {
  @Test("No more connections are open than allowed, and everyone is served")
  func bound() async throws {
    try await withDatabase(connectionLimit: 3, waitDeadline: .seconds(60)) { pool async throws in
      let seen = Shared(Set<Int32>())
      try await withThrowingTaskGroup(of: Void.self) { group in
        for _ in 0..<200 {
          group.addTask {
            let backend = try await pool.backend()
            _ = seen.withLock { $0.insert(backend) }
          }
        }
        try await group.waitForAll()
      }
      #expect(seen.withLock { $0.count } <= 3)
      #expect(pool.statistics.openCount <= 3)
      #expect(pool.statistics.idleCount == pool.statistics.openCount)
      #expect(pool.statistics.waiterCount == 0)
    }
  }

  @Test("Who waits too long is refused, and the pool goes on")
  func deadline() async throws {
    try await withDatabase(connectionLimit: 1, waitDeadline: .milliseconds(50)) {
      pool async throws in
      let gate = Gate()
      async let holder: Void = pool.withConnection { _ in gate.holdUntilOpened() }
      await gate.held()
      #expect(await asyncKind { _ = try await pool.backend() } == .poolTimeout)
      #expect(pool.statistics.refusedCount == 1)
      gate.open()
      try await holder
      _ = try await pool.backend()
    }
  }

  @Test("More waiters than allowed are refused at once")
  func waiterLimit() async throws {
    try await withDatabase(connectionLimit: 1, waiterLimit: 0, waitDeadline: .seconds(3600)) {
      pool in
      let gate = Gate()
      async let holder: Void = pool.withConnection { _ in gate.holdUntilOpened() }
      await gate.held()
      #expect(await asyncKind { _ = try await pool.backend() } == .poolTimeout)
      gate.open()
      try await holder
    }
  }

  @Test("Waiters are served in the order they came")
  func order() async throws {
    try await withDatabase(connectionLimit: 1) { pool async throws in
      let gate = Gate()
      let served = Shared([Int]())
      async let holder: Void = pool.withConnection { _ in gate.holdUntilOpened() }
      await gate.held()
      try await withThrowingTaskGroup(of: Void.self) { group in
        for number in 0..<10 {
          group.addTask {
            try await pool.withConnection { _ in served.withLock { $0.append(number) } }
          }
          while pool.statistics.waiterCount <= number { await Task.yield() }
        }
        gate.open()
        try await group.waitForAll()
      }
      try await holder
      #expect(served.withLock { $0 } == Array(0..<10))
    }
  }

  @Test("A cancelled waiter leaves the queue")
  func cancelledWaiter() async throws {
    try await withDatabase(connectionLimit: 1) { pool async throws in
      let gate = Gate()
      async let holder: Void = pool.withConnection { _ in gate.holdUntilOpened() }
      await gate.held()
      let waiter = Task { await asyncKind { _ = try await pool.backend() } }
      while pool.statistics.waiterCount == 0 { await Task.yield() }
      waiter.cancel()
      #expect(await waiter.value == .cancelled)
      #expect(pool.statistics.waiterCount == 0)
      gate.open()
      try await holder
      _ = try await pool.backend()
    }
  }

  @Test("A connection that comes back with a transaction open is closed")
  func openTransaction() async throws {
    try await withDatabase { pool async throws in
      let first = try await pool.backend()
      try await pool.withConnection { _ = try $0.execute("BEGIN") }
      #expect(try await pool.backend() != first)
      #expect(pool.statistics.openCount == 1)
    }
  }

  @Test("A closed pool refuses work, after the work under way has ended")
  func close() async throws {
    try await withDatabase { pool async throws in
      let gate = Gate()
      async let holder: Void = pool.withConnection { _ in gate.holdUntilOpened() }
      await gate.held()
      async let closing: Void = pool.close()
      gate.open()
      try await holder
      await closing
      #expect(pool.statistics.openCount == 0)
      #expect(await asyncKind { _ = try await pool.backend() } == .poolClosed)
    }
  }

  @Test("A server that is not there, and a string that makes no sense, are connection errors")
  func noServer() async throws {
    for string in ["host=/nonexistent", "host=127.0.0.1 port=1", "gibberish here", "port=x"] {
      let pool = Pool(PoolConfiguration(connectionString: string), logger: quiet)
      #expect(await asyncKind { _ = try await pool.backend() } == .connection)
      #expect(pool.statistics.openCount == 0)
    }
  }

  @Test("The first host that does not answer is passed over")
  func deadFirstHost() async throws {
    try await withDatabase { pool async throws in
      let socket = try await pool.socket()
      let several = "host=/nonexistent,\(socket.directory) port=1,\(socket.port)"
      var configuration = socket.configuration
      configuration.connectionString = several + " target_session_attrs=read-write"
      let other = Pool(configuration, logger: quiet)
      _ = try await other.backend()
      await other.close()
      configuration.connectionString = several + " target_session_attrs=standby"
      let standby = Pool(configuration, logger: quiet)
      #expect(await asyncKind { _ = try await standby.backend() } == .connection)
    }
  }
}

/// Holds a connection's thread until a test says otherwise.
final class Gate: Sendable {
  private let state = Mutex((isHeld: false, isOpen: false))

  func holdUntilOpened() {
    state.withLock { $0.isHeld = true }
    while !state.withLock({ $0.isOpen }) { shortSleep() }
  }

  func held() async {
    while !state.withLock({ $0.isHeld }) { await Task.yield() }
  }

  func open() { state.withLock { $0.isOpen = true } }
}
