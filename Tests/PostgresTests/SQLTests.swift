import Foundation
import Postgres
import Testing

@Suite("SQL")
struct SQLTests {
  @Test("An interpolated value is a bind, whatever it says")
  func bind() {
    let hostile = "'; DROP TABLE benefit; --"
    let sql: SQL = "SELECT id FROM benefit WHERE title = \(hostile) AND year = \(2026)"
    #expect(sql.text == "SELECT id FROM benefit WHERE title = $1 AND year = $2")
  }

  @Test("A spliced fragment has its binds renumbered")
  func splice() {
    let filter: SQL = "owner = \("a") AND kind = \("b")"
    let sql: SQL = "SELECT \(1), x FROM t WHERE \(filter) LIMIT \(5)"
    #expect(sql.text == "SELECT $1, x FROM t WHERE owner = $2 AND kind = $3 LIMIT $4")
  }

  @Test("Adding and joining fragments renumbers their binds")
  func join() {
    let parts: [SQL] = ["a = \(1)", "b = \(2)", "c IS NULL"]
    #expect(
      (parts.joined(separator: " AND ") + " OR d = \(3)").text
        == "a = $1 AND b = $2 AND c IS NULL OR d = $3")
    #expect([SQL]().joined(separator: ", ").text == "")
  }

  @Test("Raw text is text of the program")
  func raw() {
    #expect(
      ("ORDER BY \(raw: "title DESC"), \(raw: "id")" as SQL).text == "ORDER BY title DESC, id")
  }

  @Test(
    "An identifier cannot end its quotes",
    arguments: [("plain", "\"plain\""), ("a\"b", "\"a\"\"b\""), ("\"\u{301}", "\"\"\"\u{301}\"")])
  func identifier(name: String, quoted: String) {
    #expect(SQL.identifier(name).text == quoted)
  }
}
