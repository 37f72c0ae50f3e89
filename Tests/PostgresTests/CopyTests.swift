import Foundation
import Postgres
import Testing

@Suite("COPY", .needsServer)
struct CopyTests {
  private struct Refusal: Error {}

  @Test("Rows go in and come out unchanged, whatever they hold")
  func bothWays() async throws {
    let texts = ["plain", "a\tb\nc\rd\\e", "\\N", "\\.", "", "å👩‍👩‍👧‍👦", "'\";--", nil]
    try await withDatabase { pool async throws in
      try await pool.withConnection { c in
        try c.script("CREATE TABLE t (n int, name text, data bytea, tags text[])")
        let count = try c.copyIn("t (n, name, data, tags)") { rows in
          for (n, text) in texts.enumerated() {
            try rows.append(n, text, Bytes([0, 9, 10, 92]), [text, "\\"])
          }
        }
        #expect(count == texts.count)
        let rows = try c.query("SELECT name, data, tags FROM t ORDER BY n")
        #expect(try rows.map { try $0.get(0, as: String?.self) } == texts)
        #expect(try rows.allSatisfy { try $0.get(1, as: Bytes.self) == Bytes([0, 9, 10, 92]) })
        #expect(try rows.map { try $0.get(2, as: [String?].self) } == texts.map { [$0, "\\"] })
      }
    }
  }

  @Test("A hundred thousand rows go in by COPY and come out a row at a time")
  func many() async throws {
    try await withDatabase { pool async throws in
      let count = try await pool.transaction { c in
        try c.script("CREATE TABLE t (n int8, name text)")
        return try c.copyIn("t", rows: (0..<100_000).lazy.map { ($0, "row \($0)") })
      }
      #expect(count == 100_000)
      let lines = try await pool.transaction(.readOnly) { c in
        var lines = 0
        try c.copyOut("SELECT n, name FROM t WHERE n >= \(10)") { _ in lines += 1 }
        return lines
      }
      #expect(lines == 99_990)
    }
  }

  @Test("Values in a query that is copied out are escaped")
  func escaped() async throws {
    try await withDatabase { pool async throws in
      try await pool.withConnection { c in
        var bytes: [UInt8] = []
        let hostile = "\\'; DROP TABLE t; --"
        try c.copyOutCSV(
          "SELECT \(hostile)::text AS a, \([1, 2]) AS b, \(nil as Int?) AS c, \(Bytes([0])) AS d"
        ) { bytes += $0 }
        #expect(
          String(decoding: bytes, as: UTF8.self)
            == "a,b,c,d\n\\'; DROP TABLE t; --,\"{1,2}\",,\\x00\n")
      }
    }
  }

  @Test("An error on either side undoes a COPY, and the connection stays good")
  func errors() async throws {
    try await withDatabase { pool async throws in
      try await pool.withConnection { c in
        try c.script("CREATE TABLE t (n int PRIMARY KEY, m int)")
        #expect(kind { _ = try c.copyIn("t", rows: [(1, 2), (1, 3)]) } == .uniqueViolation)
        #expect(kind { _ = try c.copyIn("t") { try $0.append("x", 1) } } == .invalidValue)
        #expect(kind { _ = try c.copyIn("t") { try $0.append("\0", 1) } } == .encoding)
        #expect(kind { _ = try c.copyIn("nowhere") { _ in } } == .server)
        #expect(kind { try c.copyOut("SELECT 1 / 0") { _ in } } == .invalidValue)
        #expect(throws: Refusal.self) {
          _ = try c.copyIn("t") { rows in
            try rows.append(1, 2)
            throw Refusal()
          }
        }
        #expect(try c.first("SELECT count(*) FROM t")?.get(0) == 0)
      }
      #expect(pool.statistics.createdCount == 1)
    }
  }

  @Test("Who stops reading a copy loses the session, not the pool")
  func stopped() async throws {
    try await withDatabase { pool async throws in
      await #expect(throws: Refusal.self) {
        try await pool.withConnection { c in
          try c.copyOut("SELECT generate_series(1, 1000000)") { _ in throw Refusal() }
        }
      }
      _ = try await pool.backend()
    }
  }
}
