import Foundation
import Postgres
import Testing

@Suite("Values", .needsServer)
struct ValueTests {
  /// PostgreSQL itself is the judge: it must see `literal` in what we send, and we must see the
  /// value in what it makes of `literal`.
  private func check<Value: PostgresValue & Equatable>(
    _ connection: isolated Connection, _ value: Value, _ type: SQL, _ literal: String
  ) throws {
    let row = try #require(
      try connection.first(
        "SELECT (\(value)::\(type))::text, \(literal)::text::\(type), \(value)::\(type)"))
    #expect(try row.get(0, as: String.self) == literal)
    #expect(try row.get(1, as: Value.self) == value, "reading \(literal)")
    #expect(try row.get(2, as: Value.self) == value, "there and back: \(literal)")
  }

  @Test("Numbers pass unchanged, to their extremes")
  func numbers() async throws {
    try await withDatabase { pool async throws in
      try await pool.withConnection { c in
        try check(c, Int64.min, "int8", "-9223372036854775808")
        try check(c, Int64.max, "int8", "9223372036854775807")
        try check(c, 0, "int8", "0")
        try check(c, Int32.min, "int4", "-2147483648")
        try check(c, Int32.max, "int4", "2147483647")
        try check(c, 0.1, "float8", "0.1")
        try check(c, -0.0, "float8", "-0")
        try check(c, Double.leastNonzeroMagnitude, "float8", "5e-324")
        try check(c, Double.greatestFiniteMagnitude, "float8", "1.7976931348623157e+308")
        try check(c, -Double.infinity, "float8", "-Infinity")
        try check(c, Numeric(text: "-12.50"), "numeric", "-12.50")
        let long = "1" + String(repeating: "0", count: 130_000) + ".5"
        try check(c, Numeric(text: long), "numeric", long)
        let nan = try #require(try c.first("SELECT \(Double.nan)"))
        #expect(try nan.get(0, as: Double.self).isNaN)
        #expect(try nan.get(0, as: Numeric.self).text == "NaN")
      }
    }
  }

  @Test("Text, truth, ids and bytes pass unchanged")
  func texts() async throws {
    let id = try #require(UUID(uuidString: "00112233-4455-6677-8899-AABBCCDDEEFF"))
    try await withDatabase { pool async throws in
      try await pool.withConnection { c in
        try check(c, true, "bool", "true")
        try check(c, false, "bool", "false")
        try check(c, id, "uuid", "00112233-4455-6677-8899-aabbccddeeff")
        try check(c, Bytes([0, 1, 0x7F, 0x80, 0xFF]), "bytea", "\\x00017f80ff")
        try check(c, Bytes([]), "bytea", "\\x")
        try check(
          c, JSONText(text: #"{"a": ["\u0001", null]}"#), "jsonb",
          #"{"a": ["\u0001", null]}"#)
        try check(c, "", "text", "")
      }
    }
  }

  @Test(
    "Hostile text passes unchanged",
    arguments: [
      "'; DROP TABLE t; --", "$1", "\\", "\\N", "a\tb\r\nc", "\"", "{}", "%s%n", "\u{1}\u{7F}",
      "\"\u{301}", "\u{600}<script>", "👩‍👩‍👧‍👦", "\u{FEFF}\u{FFFF}\u{10FFFF}", "NULL",
      String(repeating: "å", count: 1_000_000),
    ])
  func hostile(text: String) async throws {
    try await withDatabase { pool async throws in
      try await pool.withConnection { c in
        let row = try #require(
          try c.first(
            "SELECT \(text)::text, octet_length(\(text)::text), \([text, nil, text] as [String?])"))
        #expect(try row.get(0, as: String.self).utf8.elementsEqual(text.utf8))
        #expect(try row.get(1) == text.utf8.count)
        let array = try row.get(2, as: [String?].self)
        #expect(array.count == 3 && array[1] == nil)
        #expect(array[0]?.utf8.elementsEqual(text.utf8) == true)
        #expect(array[2]?.utf8.elementsEqual(text.utf8) == true)
      }
    }
  }

  @Test("Days pass unchanged, to their extremes")
  func days() async throws {
    @Sendable func day(_ year: Int, _ month: Int, _ day: Int) throws -> Day {
      try #require(Day(year: year, month: month, day: day))
    }
    try await withDatabase { pool async throws in
      try await pool.withConnection { c in
        try check(c, day(2026, 4, 1), "date", "2026-04-01")
        try check(c, day(2024, 2, 29), "date", "2024-02-29")
        try check(c, day(33, 4, 3), "date", "0033-04-03")
        try check(c, day(0, 3, 15), "date", "0001-03-15 BC")
        try check(c, day(-4712, 1, 1), "date", "4713-01-01 BC")
        try check(c, day(5_874_896, 12, 31), "date", "5874896-12-31")
        let infinite = try #require(try c.first("SELECT 'infinity'::date"))
        #expect(kind { _ = try infinite.get(0, as: Day.self) } == .decoding)
      }
    }
  }

  @Test("Instants pass unchanged, to the microsecond and to their extremes")
  func instants() async throws {
    try await withDatabase { pool async throws in
      try await pool.withConnection { c in
        for literal in [
          "1970-01-01 00:00:00+00", "2026-11-22 08:38:05.123456+00", "1969-12-31 23:59:59.9+00",
          "4713-01-01 00:00:00+00 BC", "0001-12-31 23:59:59.999999+00 BC",
          "9999-12-31 23:59:59.999999+00", "12345-06-07 08:09:10.00001+00",
          "294246-12-31 23:59:59.999999+00",
        ] {
          let row = try #require(
            try c.first(
              """
              SELECT \(literal)::text::timestamptz,
                (extract(epoch FROM \(literal)::text::timestamptz) * 1000000)::int8
              """))
          let microseconds = try row.get(1, as: Int64.self)
          try check(c, Instant(microsecondsSinceEpoch: microseconds), "timestamptz", literal)
          #expect(try row.get(0, as: Instant.self).microsecondsSinceEpoch == microseconds)
        }
        for literal in ["infinity", "-infinity", "294276-12-31 23:59:59+00"] {
          let row = try #require(try c.first("SELECT \(literal)::text::timestamptz"))
          #expect(kind { _ = try row.get(0, as: Instant.self) } == .decoding)
        }
        #expect(
          kind { _ = try c.first("SELECT \(Instant(microsecondsSinceEpoch: .min))") }
            == .encoding)
        let local = try #require(try c.first("SELECT now()::timestamp"))
        #expect(kind { _ = try local.get(0, as: Instant.self) } == .decoding)
      }
    }
  }

  @Test("Arrays pass unchanged, with NULLs, quotes and braces")
  func arrays() async throws {
    let id = UUID()
    try await withDatabase { pool async throws in
      try await pool.withConnection { c in
        try check(c, [String](), "text[]", "{}")
        try check(
          c, ["a", nil, "NULL", "", "a\"b\\c", "{x,y}", " "], "text[]",
          #"{a,NULL,"NULL","","a\"b\\c","{x,y}"," "}"#)
        try check(c, [1, nil, Int64.min], "int8[]", "{1,NULL,-9223372036854775808}")
        try check(c, [id, nil], "uuid[]", "{\(id.uuidString.lowercased()),NULL}")
        try check(c, [Numeric(text: "1.50"), nil], "numeric[]", "{1.50,NULL}")
        try check(c, [true, false], "bool[]", "{t,f}")
        try check(c, [Bytes([0, 255])], "bytea[]", #"{"\\x00ff"}"#)
        let unnested = try c.query(
          "SELECT a, b FROM unnest(\(["x", "y"]), \([1, 2])) AS t (a, b) ORDER BY a")
        #expect(try unnested.map { try $0.get("b", as: Int.self) } == [1, 2])
        for unread in ["{{1,2},{3,4}}", "[0:1]={1,2}"] {
          let row = try #require(try c.first("SELECT \(unread)::text::int8[]"))
          #expect(kind { _ = try row.get(0, as: [Int].self) } == .decoding)
        }
      }
    }
  }

  private enum Colour: String, PostgresValue { case red, green }

  @Test("A type with a raw value is its raw value; an unknown one is refused")
  func rawValues() async throws {
    try await withDatabase { pool async throws in
      try await pool.withConnection { c in
        let row = try #require(try c.first("SELECT \(Colour.red), 'blue', NULL"))
        #expect(try row.get(0, as: Colour.self) == .red)
        #expect(kind { _ = try row.get(1, as: Colour.self) } == .decoding)
        #expect(try row.get(2, as: Colour?.self) == nil)
      }
    }
  }

  @Test("A NULL, a wrong type, and a column that is not there are refused")
  func refusals() async throws {
    try await withDatabase { pool async throws in
      try await pool.withConnection { c in
        let row = try #require(
          try c.first("SELECT NULL AS n, 'x' AS t, 9223372036854775808 AS big, '' AS empty"))
        #expect(kind { _ = try row.get("n", as: String.self) } == .decoding)
        #expect(try row.get("n", as: String?.self) == nil)
        #expect(try row.get("empty", as: String?.self) == "")
        for column in ["t", "big", "empty"] {
          #expect(kind { _ = try row.get(column, as: Int.self) } == .decoding)
        }
        #expect(kind { _ = try row.get("N", as: String?.self) } == .decoding)
        for position in [-1, 4, Int.max, Int.min] {
          #expect(kind { _ = try row.get(position, as: String.self) } == .decoding)
        }
        var columns = row.columns
        columns.skip()
        #expect(try columns.next(String.self) == "x")
        _ = try columns.next(Numeric.self)
        _ = try columns.next(String.self)
        #expect(kind { _ = try columns.next(String.self) } == .decoding)
      }
    }
  }
}
