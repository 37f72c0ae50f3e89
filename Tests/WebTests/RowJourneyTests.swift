import Foundation
import Postgres
import Programme
import Store
import TestSupport
import Testing

@testable import Web

@Suite(
  "Many rows at once, from page to page",
  .enabled(if: TestServer.isAvailable, "TEST_DATABASE_URL is not set"))
struct RowJourneyTests {
  /// The fields of the grid on a page, as a browser would send them.
  private func fields(_ page: Answer) -> [(String, String)] {
    page.text.split(separator: "<input ").dropFirst().compactMap { tag in
      let tag = tag.prefix { $0 != ">" }
      guard let name = attribute("name", of: tag), name != "csrf" else { return nil }
      return (name, attribute("value", of: tag) ?? "")
    }
  }

  private func attribute(_ name: String, of tag: Substring) -> String? {
    guard let start = tag.firstRange(of: " \(name)=\"") ?? tag.firstRange(of: "\(name)=\"") else {
      return nil
    }
    return String(tag[start.upperBound...].prefix { $0 != "\"" })
  }

  private func changed(
    _ fields: [(String, String)], _ changes: [String: String]
  ) -> [(String, String)] {
    fields.map { ($0.0, changes[$0.0] ?? $0.1) }
  }

  @Test(
    "NOT-13 Fifty pasted issues wait as untriaged; every bad cell is named, and all or none come")
  func paste() async throws {
    try await TestSite.run { site in
      let browser = try await site.browser(.council)
      #expect(try await browser.get("/issues/paste").text.contains("Bring in issues"))
      let rows = (1...50).map { row in
        let owner = row == 7 ? "Nobody Ltd" : "Lomond Systems"
        let due = row == 9 ? "soon" : "30/06/2010"
        return "Slow line \(row)\tMajor\t\(owner)\tLook into it\t\(due)\tblue"
      }
      let text = (["Title\tSeverity\tOwner\tAction\tDue date\tColour"] + rows).joined(
        separator: "\n")
      let bad = try await browser.post("/issues/paste/check", [("text", text)])
      #expect(bad.status == 422 && bad.text.contains("Colour"))
      #expect(bad.text.contains("href=\"#r7-owner\"") && bad.text.contains("href=\"#r9-due\""))
      #expect(bad.text.contains("value=\"Nobody Ltd\"") && bad.text.contains("value=\"soon\""))
      let typed = fields(bad)
      #expect(try await browser.post("/issues/paste", typed).status == 422)
      #expect(try await site.database.count("SELECT count(*) FROM issue") == 0)
      let good = changed(typed, ["r7.owner": "lomond systems", "r9.due": "2010-06-30"])
      let added = try await browser.follow(try await browser.post("/issues/paste", good))
      #expect(added.text.contains("Rows added"))
      #expect(
        try await site.database.count("SELECT count(*) FROM issue WHERE state = 'Untriaged'") == 50)
      #expect(
        try await site.database.count(
          "SELECT count(*) FROM journal_entry WHERE kind = 'issue'") == 50)
      let again = try await browser.post("/issues/paste/check", [("text", text)])
      #expect(again.text.contains("Row 1: #1 Slow line 1") && !again.text.contains("Add 50"))
      #expect(try await browser.post("/issues/paste", good).status == 422)
      #expect(try await site.database.count("SELECT count(*) FROM issue") == 50)
    }
  }

  @Test("NOT-14 A CSV file is checked first and changes nothing the second time")
  func file() async throws {
    try await TestSite.run { site in
      let browser = try await site.browser(.partner, of: World.supplier)
      _ = try await browser.get("/issues/paste")
      let csv =
        "\u{FEFF}Title,Description,Councils\r\n\"Late, again\",\"Two\r\nlines\",\r\nMove,,Inverclyde Council\r\n"
      for (bytes, status) in [([0xFF, 0xFE], 422), ([], 422), (Array(csv.utf8), 200)]
        as [([UInt8], Int)]
      {
        let answer = try await browser.upload("/issues/paste/file", name: "a.csv", bytes)
        #expect(answer.status == status)
        #expect(status == 200 || answer.text.contains("id=\"file-error\""))
      }
      let checked = try await browser.upload("/issues/paste/file", name: "a.csv", Array(csv.utf8))
      #expect(
        checked.text.contains("value=\"Late, again\"") && checked.text.contains("Add 2 issues"))
      #expect(try await site.database.count("SELECT count(*) FROM issue") == 0)
      #expect(try await browser.post("/issues/paste", fields(checked)).status == 303)
      let second = try await browser.upload("/issues/paste/file", name: "a.csv", Array(csv.utf8))
      #expect(second.text.contains("Row 2: #2 Move") && !second.text.contains("Add 2"))
    }
  }

  @Test("NOT-15 Activities come with everybody's part, parties by name or code")
  func activities() async throws {
    try await TestSite.run { site in
      let browser = try await site.browser(.coordinator, of: World.programmeOffice)
      _ = try await browser.get("/responsibilities/paste")
      let text = """
        Activity\tA\tR\tC
        Load the addresses\tS12000040\tLomond Systems; Inverclyde Council\t
        Test the switch\t\tLomond Systems\tlomond systems
        """
      let bad = try await browser.post("/responsibilities/paste/check", [("text", text)])
      #expect(bad.status == 422)
      for cell in ["r2-accountable", "r2-consulted"] {
        #expect(bad.text.contains("href=\"#\(cell)\""), "\(cell)")
      }
      let good = changed(
        fields(bad), ["r2.accountable": "West Lothian Council", "r2.consulted": ""])
      #expect(try await browser.post("/responsibilities/paste", good).status == 303)
      #expect(try await site.database.count("SELECT count(*) FROM activity") == 2)
      #expect(try await site.database.count("SELECT count(*) FROM responsibility") == 5)
      let partner = try await site.browser(.partner, of: World.supplier)
      #expect(try await partner.get("/").text.contains("Responsible: Test the switch"))
    }
  }

  @Test("NOT-16 Milestones come for the own party, and for every party from the co-ordinator")
  func milestones() async throws {
    try await TestSite.run { site in
      let partner = try await site.browser(.partner, of: World.supplier)
      _ = try await partner.get("/milestones/paste")
      let text = """
        Milestone\tParty\tPlanned
        Interface delivered\t\t1/6/2010
        Switch-over\tWest Lothian Council\t2010-07-01
        Training done\t\t
        """
      let bad = try await partner.post("/milestones/paste/check", [("text", text)])
      #expect(bad.status == 422)
      for cell in ["r2-party", "r3-baseline"] {
        #expect(bad.text.contains("href=\"#\(cell)\""), "\(cell)")
      }
      let coordinator = try await site.browser(.coordinator, of: World.programmeOffice)
      _ = try await coordinator.get("/milestones/paste")
      let named = text.replacing("delivered\t\t", with: "delivered\tLomond Systems\t")
        .replacing("done\t\t", with: "done\tS12000040\t3 June 2010")
      let checked = try await coordinator.post("/milestones/paste/check", [("text", named)])
      #expect(checked.status == 200)
      #expect(try await coordinator.post("/milestones/paste", fields(checked)).status == 303)
      #expect(try await site.database.count("SELECT count(*) FROM milestone") == 3)
      let again = try await coordinator.post("/milestones/paste/check", [("text", named)])
      #expect(again.text.contains("Row 3: Training done") && !again.text.contains("Add 3"))
    }
  }
}
