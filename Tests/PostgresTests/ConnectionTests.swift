import Foundation
import Postgres
import Testing

@Suite("Statements", .needsServer)
struct ConnectionTests {
  @Test("A NUL in text is refused before anything is sent, and the connection stays good")
  func nul() async throws {
    try await withDatabase { pool async throws in
      try await pool.withConnection { c throws in
        #expect(kind { _ = try c.query("SELECT \("a\0b")") } == .encoding)
        #expect(kind { _ = try c.query("SELECT \(["ok", "a\0b"])") } == .encoding)
        #expect(kind { try c.script("SELECT 1; \0") } == .encoding)
        #expect(try c.query("SELECT 1").count == 1)
      }
    }
  }

  @Test("65,535 binds are sent, one more is refused")
  func bindLimit() async throws {
    @Sendable func sum(_ count: Int) -> SQL {
      "SELECT " + (0..<count).map { _ in "\(1)" as SQL }.joined(separator: " # ")
    }
    try await withDatabase { pool async throws in
      try await pool.withConnection { c throws in
        #expect(kind { _ = try c.query(sum(65_536)) } == .encoding)
        let many: SQL =
          "SELECT count(*) FROM (VALUES "
          + (0..<65_535).map { _ in "(\(1))" as SQL }.joined(separator: ",") + ") AS t"
        #expect(try c.first(many)?.get(0) == 65_535)
      }
    }
  }

  @Test("Errors carry SQLSTATE, constraint and kind, and their description no value")
  func errors() async throws {
    try await withDatabase { pool async throws in
      try await pool.withConnection { c in
        try c.script(
          """
          CREATE TABLE parent (id int PRIMARY KEY);
          CREATE TABLE child (id int PRIMARY KEY, parent int REFERENCES parent, name text NOT NULL,
            CONSTRAINT short CHECK (length(name) < 20));
          INSERT INTO child VALUES (1, NULL, 'first')
          """)
        let cases: [(SQL, PostgresError.Kind, String, String?)] = [
          ("INSERT INTO child VALUES (1, NULL, 'again')", .uniqueViolation, "23505", "child_pkey"),
          (
            "INSERT INTO child VALUES (2, 9, 'x')", .foreignKeyViolation, "23503",
            "child_parent_fkey"
          ),
          (
            "INSERT INTO child VALUES (2, NULL, \("secret words that are too long"))",
            .checkViolation, "23514", "short"
          ),
          ("INSERT INTO child VALUES (2, NULL, NULL)", .notNullViolation, "23502", nil),
          ("SELECT \("secret")::text::int", .invalidValue, "22P02", nil),
          ("SELECT secret FROM child", .server, "42703", nil),
        ]
        for (sql, kind, state, constraint) in cases {
          let error = #expect(throws: PostgresError.self) { try c.execute(sql) }
          #expect(error?.kind == kind)
          #expect(error?.sqlState == state)
          #expect(error?.constraint == constraint)
          #expect(error.map { "\($0) \(String(reflecting: $0))".contains("secret") } == false)
          var dumped = ""
          dump(error, to: &dumped)
          #expect(!dumped.contains("secret"))
          #expect(error?.detailForLog.isEmpty == false)
        }
      }
    }
  }

  @Test("Rows inserted, changed and deleted are counted")
  func counts() async throws {
    try await withDatabase { pool async throws in
      try await pool.withConnection { c throws in
        #expect(try c.execute("CREATE TABLE t (n int)") == 0)
        #expect(try c.execute("INSERT INTO t SELECT generate_series(1, 5)") == 5)
        #expect(try c.execute("UPDATE t SET n = n + 1 WHERE n > \(2)") == 3)
        #expect(try c.execute("DELETE FROM t") == 5)
        #expect(try c.first("SELECT n FROM t") == nil)
      }
    }
  }

  @Test("A statement is prepared once, and the least used one makes room")
  func cache() async throws {
    try await withDatabase(statementCacheLimit: 3) { pool async throws in
      try await pool.withConnection { c in
        let held: SQL = "SELECT count(*) FROM pg_prepared_statements"
        for _ in 0..<3 { _ = try c.query("SELECT \(1)") }
        #expect(try c.first(held)?.get(0) == 2)
        for n in 0..<20 { _ = try c.query(SQL.numbered(n)) }
        // Room is made once the statement has run that needs it, so that it stands alone.
        try c.execute("VACUUM pg_language")
        _ = try c.first(held)
        #expect(try c.first(held)?.get(0, as: Int.self) == 3)
        #expect(try c.first("SELECT \(1)")?.get(0) == 1)
        #expect(try c.first("SELECT \(1.5)")?.get(0) == 1.5)
      }
    }
  }

  @Test("A statement works on after the table changed under it")
  func stalePlan() async throws {
    try await withDatabase { pool async throws in
      try await pool.withConnection { c in
        try c.script("CREATE TABLE t (a int); INSERT INTO t VALUES (1)")
        #expect(try c.first("SELECT * FROM t")?.get(0) == 1)
        try c.script("ALTER TABLE t ALTER a TYPE text USING 'one'")
        #expect(try c.first("SELECT * FROM t")?.get(0) == "one")
        try c.script("DEALLOCATE ALL")
        #expect(try c.first("SELECT * FROM t")?.get(0) == "one")
      }
      let before = try await pool.transaction { try $0.query("SELECT * FROM t").count }
      #expect(before == 1)
      try await pool.withConnection { try $0.script("ALTER TABLE t ADD b int") }
      let row = try await pool.transaction { c in
        _ = try c.query("SELECT 'an earlier statement of the same transaction'")
        return try #require(try c.first("SELECT * FROM t"))
      }
      #expect(try row.get("b", as: Int?.self) == nil)
    }
  }

  @Test("A pipeline answers each statement, and an error in one undoes them all")
  func pipeline() async throws {
    try await withDatabase { pool async throws in
      try await pool.withConnection { c in
        try c.script("CREATE TABLE t (n int PRIMARY KEY)")
        let answers = try c.pipeline([
          "INSERT INTO t VALUES (\(1))", "SELECT n FROM t", "SELECT \("x")",
        ])
        #expect(answers.map(\.count) == [0, 1, 1])
        #expect(
          kind {
            _ = try c.pipeline([
              "INSERT INTO t VALUES (2)", "INSERT INTO t VALUES (1)", "SELECT nothing_there()",
            ])
          } == .uniqueViolation)
        #expect(try c.first("SELECT count(*) FROM t")?.get(0) == 1)
        #expect(try c.pipeline([]).isEmpty)
        let wide = String(repeating: "x", count: 10_000)
        let many = try c.pipeline((0..<1_000).map { _ in "SELECT \(wide)::text" })
        #expect(many.count == 1_000)
      }
    }
  }

  @Test("COPY by the wrong door is refused, and the pool recovers")
  func copyByTheWrongDoor() async throws {
    try await withDatabase { pool async throws in
      for sql in ["COPY (SELECT 1) TO STDOUT", "COPY pg_class FROM STDIN"] as [SQL] {
        #expect(await asyncKind { try await pool.withConnection { _ = try $0.query(sql) } } != nil)
        #expect(
          await asyncKind { try await pool.withConnection { try $0.script(sql.text) } } == .usage)
      }
      #expect(try await pool.withConnection { try $0.query("SELECT 1").count } == 1)
    }
  }
}

extension SQL {
  /// A statement that differs from every other by its text.
  fileprivate static func numbered(_ number: Int) -> SQL {
    "SELECT 1 AS \(.identifier("column \(number)"))"
  }
}
