import Postgres
import Testing

@Suite("Migrator", .needsServer)
struct MigratorTests {
  private typealias Files = [(name: String, text: String)]
  private let files: [(name: String, text: String)] = [
    ("0002_fill.sql", "INSERT INTO t VALUES (1); INSERT INTO t VALUES (2);"),
    ("0001_table.sql", "CREATE TABLE t (n int PRIMARY KEY);"),
  ]

  private func refusal(_ pool: Pool, _ files: Files) async -> String? {
    do {
      _ = try await Migrator(files).migrate(pool)
      return nil
    } catch {
      return (error as? PostgresError)?.detailForLog
    }
  }

  @Test("Migrations are applied once, in the order of their numbers")
  func order() async throws {
    try await withDatabase { pool async throws in
      let migrator = try Migrator(files)
      #expect(try await migrator.pending(pool).map(\.number) == [1, 2])
      let noted = Shared([String]())
      let applied = try await migrator.migrate(pool) { migration in
        noted.withLock { $0.append(migration.name) }
      }
      #expect(applied.map(\.name) == ["table", "fill"])
      #expect(noted.withLock { $0 } == ["table", "fill"])
      #expect(try await migrator.migrate(pool).isEmpty)
      #expect(try await migrator.pending(pool).isEmpty)
      let record = try await pool.withConnection {
        try $0.query("SELECT checksum FROM schema_migration ORDER BY number") {
          try $0.next(String.self)
        }
      }
      // printf %s 'CREATE TABLE t (n int PRIMARY KEY);' | sha256sum
      #expect(record.first == "bbff704dac58abbef1941dd0e9fd9ef867cc3f45246acaa7c9b2b29bbe249ea8")
    }
  }

  @Test("A changed, a missing and a newer migration are refused with clear words")
  func refusals() async throws {
    try await withDatabase { pool async throws in
      _ = try await Migrator(files).migrate(pool)
      var changed = files
      changed[1].text += " "
      #expect(await refusal(pool, changed)?.contains("1 table was changed") == true)
      #expect(await refusal(pool, [files[1]])?.contains("newer than this program: 2 fill") == true)
      try await pool.withConnection {
        try $0.script("DELETE FROM schema_migration WHERE number = 1")
      }
      #expect(await refusal(pool, files)?.contains("never through migration 1") == true)
    }
  }

  @Test("A failed migration leaves nothing of itself, and what came before stays")
  func failure() async throws {
    try await withDatabase { pool async throws in
      let broken = files + [("0003_more.sql", "CREATE TABLE u (); INSERT INTO t VALUES (1)")]
      #expect(await asyncKind { _ = try await Migrator(broken).migrate(pool) } == .uniqueViolation)
      let row = try await pool.withConnection {
        try #require(
          try $0.first(
            "SELECT max(number)::int8, to_regclass('u')::text FROM schema_migration"))
      }
      #expect(try row.get(0) == 2)
      #expect(try row.get(1, as: String?.self) == nil)
      #expect(try await Migrator(broken).pending(pool).map(\.number) == [3])
    }
  }

  @Test("A migration that ends its own transaction is refused")
  func ownTransaction() async throws {
    try await withDatabase { pool async throws in
      let refusal = await refusal(pool, [("0001_a.sql", "CREATE TABLE u (); COMMIT;")])
      #expect(refusal?.contains("ends its own transaction") == true)
    }
  }

  @Test("Several migrators at once apply each migration once")
  func atOnce() async throws {
    try await withDatabase { pool async throws in
      let slow = files + [("0003_slow.sql", "SELECT pg_sleep(0.1); CREATE TABLE u ()")]
      let migrator = try Migrator(slow)
      let counts = try await withThrowingTaskGroup(of: Int.self) { group in
        for _ in 0..<4 { group.addTask { try await migrator.migrate(pool).count } }
        return try await group.reduce(into: []) { $0.append($1) }
      }
      #expect(counts.sorted() == [0, 0, 0, 3])
    }
  }

  @Test("A migrator waits for another longer than the statement timeout")
  func patience() async throws {
    try await withDatabase(statementTimeout: .milliseconds(50)) { pool async throws in
      _ = try await Migrator([("0001_slow.sql", "SELECT pg_sleep(0.3)")]).migrate(pool)
      #expect(
        await asyncKind { try await pool.withConnection { _ = try $0.query("SELECT pg_sleep(9)") } }
          == .timeout)
    }
  }
}

@Suite("Names of migrations")
struct MigrationNameTests {
  @Test(
    "A file that is not named like 0001_people.sql is refused",
    arguments: [
      "people.sql", "_people.sql", "0001_.sql", "0001_people.txt", "0000_people.sql", "0001.sql",
      "-001_people.sql", "99999999999999999999_x.sql", "",
    ])
  func names(name: String) {
    #expect(throws: PostgresError.self) { try Migration(file: name, text: "") }
  }

  @Test("A gap and a double number are refused")
  func gaps() {
    #expect(throws: PostgresError.self) { try Migrator([("0001_a.sql", ""), ("0003_c.sql", "")]) }
    #expect(throws: PostgresError.self) { try Migrator([("0001_a.sql", ""), ("1_b.sql", "")]) }
  }
}
