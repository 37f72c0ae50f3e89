import Foundation
import Postgres
import Testing

@Suite("Failures", .needsServer)
struct FailureTests {
  @Test("A transaction outlives a pooled session that died while idle", arguments: [true, false])
  func killedWhileIdle(isReadOnly: Bool) async throws {
    try await withDatabase { pool async throws in
      let killer = Pool(TestServer.configuration, logger: quiet)
      let mode: TransactionMode = isReadOnly ? .readOnly : .readWrite
      let first = try await pool.backend()
      try await killer.terminate(first)
      let second = try await pool.transaction(mode) {
        try $0.first("SELECT pg_backend_pid()")?.get(0, as: Int32.self)
      }
      #expect(second != first)
      try await killer.terminate(try #require(second))
      let third = try await pool.readOnce("SELECT pg_backend_pid()") { try $0.next(Int32.self) }
      #expect(third.count == 1 && third.first != second)
      await killer.close()
    }
  }

  @Test("A single statement on a dead session is an error, and the next one works")
  func killedWithoutTransaction() async throws {
    try await withDatabase { pool async throws in
      let killer = Pool(TestServer.configuration, logger: quiet)
      try await killer.terminate(try await pool.backend())
      #expect(await asyncKind { _ = try await pool.backend() } == .connection)
      _ = try await pool.backend()
      #expect(pool.statistics.openCount == 1)
      await killer.close()
    }
  }

  @Test("A session killed in the middle of a transaction is an error, and nothing is kept")
  func killedInTheMiddle() async throws {
    try await withDatabase { pool async throws in
      try await pool.withConnection { try $0.script("CREATE TABLE t (n int)") }
      let killer = Pool(TestServer.configuration, logger: quiet)
      let backend = Shared<Int32?>(nil)
      let calls = Shared(0)
      let victim = Task {
        await asyncKind {
          try await pool.transaction { c in
            calls.withLock { $0 += 1 }
            try c.execute("INSERT INTO t VALUES (1)")
            let own = try c.first("SELECT pg_backend_pid()")?.get(0, as: Int32.self)
            backend.withLock { $0 = own }
            _ = try c.query("SELECT pg_sleep(60)")
          }
        }
      }
      while backend.withLock({ $0 }) == nil { await Task.yield() }
      try await killer.terminate(try #require(backend.withLock { $0 }))
      #expect(await victim.value == .connection)
      #expect(calls.withLock { $0 } == 1)
      let kept = try await pool.withConnection {
        try $0.first("SELECT count(*) FROM t")?.get(0, as: Int.self)
      }
      #expect(kept == 0)
      await killer.close()
    }
  }

  @Test("A session killed before COMMIT leaves no doubt about reads, and says so about writes")
  func killedBeforeCommit() async throws {
    try await withDatabase { pool async throws in
      let killer = Pool(TestServer.configuration, logger: quiet)
      let dead = DispatchSemaphore(value: 0)
      let backend = Shared<Int32?>(nil)
      let victim = Task {
        await asyncKind {
          try await pool.transaction { c in
            let own = try c.first("SELECT pg_backend_pid()")?.get(0, as: Int32.self)
            backend.withLock { $0 = own }
            dead.wait()
          }
        }
      }
      while backend.withLock({ $0 }) == nil { await Task.yield() }
      try await killer.terminate(try #require(backend.withLock { $0 }))
      dead.signal()
      #expect(await victim.value == .outcomeUnknown)
      await killer.close()
    }
  }

  @Test("A statement that runs too long is ended, and the connection stays good")
  func statementTimeout() async throws {
    try await withDatabase(statementTimeout: .milliseconds(50)) { pool async throws in
      let before = try await pool.backend()
      #expect(
        await asyncKind {
          try await pool.withConnection { _ = try $0.query("SELECT pg_sleep(60)") }
        }
          == .timeout)
      #expect(try await pool.backend() == before)
    }
  }

  @Test("Cancelling the task ends its statement, and the next user is not hit")
  func cancellation() async throws {
    try await withDatabase(statementTimeout: .seconds(3600)) { pool async throws in
      let isBusy = Shared(false)
      let victim = Task {
        await asyncKind {
          try await pool.withConnection { c in
            _ = try c.query("SELECT 1")
            isBusy.withLock { $0 = true }
            _ = try c.query("SELECT pg_sleep(60)")
          }
        }
      }
      while !isBusy.withLock({ $0 }) { await Task.yield() }
      victim.cancel()
      #expect(await victim.value == .cancelled)
      for _ in 0..<20 { _ = try await pool.backend() }
    }
  }

  @Test("A cancelled task costs its own connection alone; a lost one costs the idle ones, too")
  func whoIsDropped() async throws {
    try await withDatabase(connectionLimit: 2) { pool async throws in
      let killer = Pool(TestServer.configuration, logger: quiet)
      let gate = Gate()
      async let other: Void = pool.withConnection { _ in gate.holdUntilOpened() }
      await gate.held()
      let victim = try await pool.backend()
      gate.open()
      try await other
      #expect(pool.statistics.idleCount == 2)
      let cancelled = Task {
        await asyncKind { try await pool.withConnection { try $0.script("SELECT pg_sleep(60)") } }
      }
      while pool.statistics.idleCount == 2 { await Task.yield() }
      cancelled.cancel()
      #expect(await cancelled.value == .cancelled)
      #expect(pool.statistics.openCount == 1)
      try await killer.terminate(victim)
      try await killer.terminate(
        try await pool.transaction {
          try #require(try $0.first("SELECT pg_backend_pid()")).get(0, as: Int32.self)
        })
      #expect(await asyncKind { _ = try await pool.backend() } == .connection)
      #expect(pool.statistics.openCount == 0)
      await killer.close()
    }
  }

  @Test("A cancelled task sends no further statement, and its transaction is undone")
  func cancelledBetweenStatements() async throws {
    try await withDatabase { pool async throws in
      try await pool.withConnection { try $0.script("CREATE TABLE t (n int)") }
      let gate = Gate()
      let victim = Task {
        await asyncKind {
          try await pool.transaction { c in
            try c.execute("INSERT INTO t VALUES (1)")
            gate.holdUntilOpened()
          }
        }
      }
      await gate.held()
      victim.cancel()
      gate.open()
      #expect(await victim.value == .cancelled)
      let kept = try await pool.withConnection {
        try $0.first("SELECT count(*) FROM t")?.get(0, as: Int.self)
      }
      #expect(kept == 0)
    }
  }

  @Test("Many tasks cancelled at random neither hang the pool nor leak a connection")
  func manyCancellations() async throws {
    try await withDatabase { pool async throws in
      await withTaskGroup(of: Void.self) { group in
        for number in 0..<100 {
          let task = Task {
            await asyncKind {
              try await pool.transaction { _ = try $0.query("SELECT pg_sleep(0.02)") }
            }
          }
          group.addTask {
            if number.isMultiple(of: 2) {
              try? await Task.sleep(for: .milliseconds(number))
              task.cancel()
            }
            let outcome = await task.value
            #expect(outcome == nil || outcome == .cancelled)
          }
        }
      }
      #expect(pool.statistics.openCount == pool.statistics.idleCount)
      _ = try await pool.backend()
    }
  }
}
