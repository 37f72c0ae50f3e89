import Calculator
import Foundation
import Programme
import TestSupport
import Testing

@testable import Exchange
@testable import Store
@testable import Web

@Suite("Lists as files for other programs")
struct ListTableTests {
  @Test(
    "Imports and journal are handed out with the rows that the screen's filter finds",
    .enabled(if: TestServer.isAvailable, "TEST_DATABASE_URL is not set"))
  func files() async throws {
    try await TestSite.run { site in
      let browser = try await site.browser(.council)
      _ = try await browser.get("/imports/new")
      let path = TestSite.root + "/Tests/Fixtures/samples/two-examples.xml"
      let bytes = Array(try Data(contentsOf: URL(filePath: path)))
      let run = try #require(
        try await browser.upload("/imports", name: "=HYPERLINK(1).xml", bytes).location)
      _ = try await browser.get(run)
      _ = try await browser.post("\(run)/confirm")

      let imports = try await browser.get("/imports.csv").text
      #expect(imports.contains("\r\n_HYPERLINK(1).xml,Applied,West Lothian Council,council,"))
      #expect(try await browser.get("/imports.xlsx").body.starts(with: Array("PK".utf8)))
      #expect(try await browser.get("/imports").text.contains("href=\"/imports.xlsx\""))

      let costs = try await browser.get("/audit.csv?kind=cost").text
      let records = Set(
        costs.split(separator: "\r\n").dropFirst().map { $0.split(separator: ",")[7] })
      #expect(records == ["C1", "C2"], "\(costs.prefix(400))")
      #expect(!costs.contains(",benefit,"))
      #expect(try await browser.get("/audit.xlsx?kind=cost").body.starts(with: Array("PK".utf8)))
      let page = try await browser.get("/audit?kind=cost").text
      #expect(page.contains("href=\"/audit.csv?kind=cost\""))
      let wrong = try await browser.get("/audit.csv?kind=nothing")
      #expect(wrong.status == 422)
    }
  }

  private func entry(_ number: Int, changes: Int) -> JournalEntry {
    let change = FieldChange(field: "title", label: "Title", before: "", after: "=1+1")
    return JournalEntry(
      number: number, at: Date(timeIntervalSince1970: 0), actorName: "Morag", organisationName: "A",
      act: UUID(), actName: "benefit.add", reason: "", requestID: "", kind: "benefit",
      record: UUID(), label: "B\(number)", version: 1,
      changes: Array(repeating: change, count: changes), isSealed: false)
  }

  @Test("A journal longer than a file may be is cut between two entries, and the file says so")
  func cut() {
    var journal = JournalTable()
    var hasRoom = journal.take([
      entry(3, changes: JournalTable.rowsMaximum - 1), entry(2, changes: 0),
    ])
    #expect(hasRoom && !journal.isCut)
    #expect(journal.table.rows.count == JournalTable.rowsMaximum)
    hasRoom = journal.take([entry(1, changes: 2), entry(0, changes: 0)])
    #expect(!hasRoom)
    let text = String(
      decoding: TableWriter.write(journal.table, as: .csv(byteOrderMark: false)), as: UTF8.self)
    #expect(text.contains(",Title,,'=1+1,") && !text.contains(",=1+1"))
    let table = journal.table
    let rows = table.rows
    #expect(rows.count == JournalTable.rowsMaximum + 1)
    #expect(rows.allSatisfy { $0.count == table.headings.count })
    guard case .text(let words) = rows.last?[1] else { return #expect(Bool(false)) }
    #expect(words.hasPrefix("Cut here: a file holds 20,000 rows."))
  }
}
