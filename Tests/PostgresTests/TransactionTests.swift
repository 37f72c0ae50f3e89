import Postgres
import Testing

@Suite("Transactions", .needsServer)
struct TransactionTests {
  private struct Refusal: Error {}

  private func count(_ pool: Pool) async throws -> Int {
    try await pool.withConnection {
      try #require(try $0.first("SELECT count(*) FROM t")).get(0)
    }
  }

  @Test("A body that returns commits; a body that throws is rolled back")
  func commitAndRollBack() async throws {
    try await withDatabase { pool async throws in
      try await pool.withConnection { try $0.script("CREATE TABLE t (n int)") }
      try await pool.transaction { _ = try $0.execute("INSERT INTO t VALUES (1)") }
      #expect(try await count(pool) == 1)
      await #expect(throws: Refusal.self) {
        try await pool.transaction { c in
          try c.execute("INSERT INTO t VALUES (2)")
          throw Refusal()
        }
      }
      #expect(try await count(pool) == 1)
      #expect(pool.statistics.createdCount == 1)
    }
  }

  @Test("The preamble holds within the transaction and not after it")
  func preamble() async throws {
    let setting: SQL = "SELECT current_setting('app.who', true)"
    let preamble: [SQL] = ["SELECT set_config('app.who', \("me"), true)"]
    try await withDatabase { pool async throws in
      let inside = try await pool.transaction(.readOnly, preamble: preamble) {
        try $0.first(setting)?.get(0, as: String.self)
      }
      #expect(inside == "me")
      let once = try await pool.readOnce(preamble: preamble, setting) {
        try $0.next(String.self)
      }
      #expect(once == ["me"])
      let after = try await pool.withConnection {
        try #require(try $0.first(setting)).get(0, as: String?.self)
      }
      #expect(after == nil || after == "")
    }
  }

  @Test("A body that passes over an error learns that nothing was committed")
  func passedOver() async throws {
    try await withDatabase { pool async throws in
      try await pool.withConnection { try $0.script("CREATE TABLE t (n int PRIMARY KEY)") }
      let outcome = await asyncKind {
        try await pool.transaction { c in
          try c.execute("INSERT INTO t VALUES (1)")
          _ = try? c.execute("INSERT INTO t VALUES (1)")
        }
      }
      #expect(outcome == .transactionAborted)
      #expect(try await count(pool) == 0)
    }
  }

  @Test("A body that ends the transaction itself is told so")
  func endedByTheBody() async throws {
    try await withDatabase { pool async throws in
      #expect(
        await asyncKind { try await pool.transaction { _ = try $0.execute("COMMIT") } } == .usage)
      #expect(try await pool.withConnection { try $0.query("SELECT 1").count } == 1)
    }
  }

  @Test("A deferred constraint that fails at COMMIT is that error, and nothing is kept")
  func deferredConstraint() async throws {
    try await withDatabase { pool async throws in
      try await pool.withConnection {
        try $0.script("CREATE TABLE t (n int UNIQUE DEFERRABLE INITIALLY DEFERRED)")
      }
      let outcome = await asyncKind {
        try await pool.transaction { _ = try $0.execute("INSERT INTO t VALUES (1), (1)") }
      }
      #expect(outcome == .uniqueViolation)
      #expect(try await count(pool) == 0)
    }
  }

  @Test("A body without statements, and a value that cannot be sent, leave a good connection")
  func nothingSent() async throws {
    try await withDatabase { pool async throws in
      #expect(try await pool.transaction { _ in 7 } == 7)
      #expect(
        await asyncKind { try await pool.transaction { _ = try $0.query("SELECT \("\0")") } }
          == .encoding)
      #expect(try await pool.withConnection { try $0.query("SELECT 1").count } == 1)
      #expect(pool.statistics.createdCount == 1)
    }
  }

  @Test(
    "A read-only transaction refuses to write",
    arguments: [TransactionMode.readOnly, TransactionMode(.serializable, readOnly: true)])
  func readOnly(mode: TransactionMode) async throws {
    try await withDatabase { pool async throws in
      let outcome = await asyncKind {
        try await pool.transaction(mode) { _ = try $0.execute("CREATE TABLE t ()") }
      }
      #expect(outcome == .readOnly)
      #expect(await asyncKind { _ = try await pool.readOnce(["CREATE TABLE t ()"]) } == .readOnly)
      #expect(pool.statistics.createdCount == 1)
    }
  }

  @Test("The isolation asked for is the isolation had")
  func isolation() async throws {
    try await withDatabase { pool async throws in
      let cases: [(TransactionMode, String)] = [
        (.readWrite, "read committed"), (.init(.repeatableRead), "repeatable read"),
        (.init(.serializable), "serializable"),
      ]
      for (mode, name) in cases {
        let level = try await pool.transaction(mode) {
          try $0.first("SELECT current_setting('transaction_isolation')")?.get(0, as: String.self)
        }
        #expect(level == name)
      }
    }
  }

  @Test("Racing serializable transactions are repeated until each has counted")
  func serialization() async throws {
    try await withDatabase { pool async throws in
      try await pool.withConnection {
        try $0.script("CREATE TABLE t (n int); INSERT INTO t VALUES (0)")
      }
      try await withThrowingTaskGroup(of: Void.self) { group in
        for _ in 0..<20 {
          group.addTask {
            try await pool.transaction(.init(.serializable), retries: 100) { c in
              let n = try #require(try c.first("SELECT n FROM t")).get(0, as: Int.self)
              try c.execute("UPDATE t SET n = \(n + 1)")
            }
          }
        }
        try await group.waitForAll()
      }
      let total = try await pool.withConnection {
        try $0.first("SELECT n FROM t")?.get(0, as: Int.self)
      }
      #expect(total == 20)
    }
  }

  @Test("Without retries a serialization failure is reported as one")
  func noRetries() async throws {
    let calls = Shared(0)
    try await withDatabase { pool async throws in
      let outcome = await asyncKind {
        try await pool.transaction { c in
          calls.withLock { $0 += 1 }
          try c.script("DO $$ BEGIN RAISE EXCEPTION SQLSTATE '40001'; END $$")
        }
      }
      #expect(outcome == .serialization)
      #expect(calls.withLock { $0 } == 1)
    }
  }

  @Test("Several statements read in one transaction")
  func readOnce() async throws {
    try await withDatabase { pool async throws in
      let answers = try await pool.readOnce([
        "SELECT now()", "SELECT generate_series(1, \(3))", "SELECT now()",
      ])
      #expect(answers.map(\.count) == [1, 3, 1])
      let times = try [answers[0], answers[2]].map {
        try #require($0.first).get(0, as: Instant.self)
      }
      #expect(times[0] == times[1])
    }
  }
}
