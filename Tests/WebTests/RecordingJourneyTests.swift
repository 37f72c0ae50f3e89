import Foundation
import Postgres
import Programme
import Store
import TestSupport
import Testing

@testable import Web

@Suite(
  "Many benefits at once, and back",
  .enabled(if: TestServer.isAvailable, "TEST_DATABASE_URL is not set"))
struct RecordingJourneyTests {
  private static let rows = """
    Ref\tTitle\tDepartment\tMethod\tAnnual saving\tCashable\tNext review
    \tFewer letters\tRevenues\tAmount\t£1,250.50\tYes\t31/03/2011
    X7\tFewer visits\tBenefits\t\t2,000\tcash releasing\t
    x7\tFewer calls\tWaste\tContact\tlots\tperhaps\tsoon
    """

  private func undoLink(_ page: String) throws -> String {
    let mark = try #require(page.range(of: "href=\"/undo/"))
    return "/undo/" + page[mark.upperBound...].prefix { $0 != "\"" }
  }

  @Test(
    "REC-5 Rows are pasted, every bad cell is told, corrected, added as one act, and taken back")
  func paste() async throws {
    try await TestSite.run { site in
      let browser = try await site.browser(.council)
      _ = try await browser.get("/benefits/paste")
      let checked = try await browser.post("/benefits/paste/check", [("text", Self.rows)])
      #expect(checked.status == 422)
      for id in ["r3-amount", "r3-cashability", "r3-nextReview", "r3-reference"] {
        #expect(checked.text.contains("href=\"#\(id)\""), "\(id)")
        #expect(checked.text.contains("id=\"\(id)-error\""), "\(id)")
      }
      #expect(!checked.text.contains("#r1-") && !checked.text.contains("#r2-"))
      var cells = PatternJourneyTests.fields(checked.text)
      #expect(cells["r1.nextReview"] == "2011-03-31")
      #expect(cells["r3.amount"] == "lots")
      let refused = try await browser.post("/benefits/paste", cells.map { ($0, $1) })
      #expect(refused.status == 422)
      #expect(try await site.database.count("SELECT count(*) FROM benefit") == 0)
      cells.merge([
        "r3.reference": "", "r3.amount": "300", "r3.cashability": "No", "r3.nextReview": "",
        "r3.method": "Amount", "visibility": "shared",
      ]) { $1 }
      let added = try await browser.follow(
        try await browser.post("/benefits/paste", cells.map { ($0, $1) }))
      for words in ["Benefits recorded", "Fewer letters", "B001", "B002", "X7", "1,250.50"] {
        #expect(added.text.contains(words), "\(words)")
      }
      let undo = try undoLink(added.text)
      #expect(try await browser.get(undo).text.contains("3 records"))
      let undone = try await browser.follow(try await browser.post(undo))
      #expect(undone.text.contains("Undone"))
      #expect(undone.text.contains("No benefit has been recorded yet"))
      #expect(try await browser.get(undo).text.contains("Somebody changed it since"))
    }
  }

  @Test("REC-7 Ticked benefits are changed at once; a change meanwhile is shown before anything")
  func bulk() async throws {
    try await TestSite.run { site in
      let browser = try await site.browser(.council)
      _ = try await browser.get("/benefits/paste")
      let three = "Title\tAmount\nOne\t1\nTwo\t2\nThree\t3"
      let grid = PatternJourneyTests.fields(
        try await browser.post("/benefits/paste/check", [("text", three)]).text)
      _ = try await browser.post("/benefits/paste", grid.map { ($0, $1) })
      let list = try await browser.get("/benefits")
      #expect(list.text.components(separatedBy: "name=\"benefit\"").count == 4)
      let choose = try await browser.get("/benefits/bulk?all=yes&words=t")
      #expect(choose.text.contains("Change 2 benefits"))
      var sent = PatternJourneyTests.fields(choose.text)
      sent["field"] = "status"
      sent["to.status"] = "Approved"
      let refused = try await browser.post("/benefits/bulk/check", sent.map { ($0, $1) })
      #expect(refused.status == 422)
      #expect(refused.text.contains("href=\"#to-status\""))
      sent["field"] = "owner"
      sent["to.owner"] = "Head of ICT"
      let check = try await browser.post("/benefits/bulk/check", sent.map { ($0, $1) })
      #expect(check.text.contains("Owner becomes “Head of ICT” in 2 benefits"))
      let ready = PatternJourneyTests.fields(check.text)
      let first = try #require(sent["benefits"]?.prefix(36))
      let edit = PatternJourneyTests.fields(
        try await browser.get("/benefits/\(first)/edit").text)
      _ = try await browser.post(
        "/benefits/\(first)", edit.merging(["title": "Changed"]) { $1 }.map { ($0, $1) })
      let late = try await browser.post("/benefits/bulk", ready.map { ($0, $1) })
      #expect(late.status == 409)
      #expect(late.text.contains("Somebody changed it meanwhile"))
      let again = PatternJourneyTests.fields(late.text)
      let done = try await browser.follow(
        try await browser.post("/benefits/bulk", again.map { ($0, $1) }))
      #expect(done.text.contains("Benefits changed"))
      #expect(done.text.components(separatedBy: "Head of ICT").count > 2)
      _ = try await browser.post(try undoLink(done.text))
      #expect(!(try await browser.get("/benefits.csv")).text.contains("Head of ICT"))
    }
  }

  @Test("REC-12 What was typed comes back as a draft, for its person alone, until it is sent")
  func drafts() async throws {
    try await TestSite.run { site in
      let browser = try await site.browser(.council)
      _ = try await browser.get("/benefits/new")
      let typed = [("title", "Half a thought"), ("method", "Amount"), ("Amount.amount", "12x")]
      let kept = try await browser.post("/drafts", typed + [("draft", "benefit")])
      #expect(kept.status == 204)
      let stray = try await browser.post("/drafts", [("other", "1"), ("draft", "benefit")])
      #expect(stray.status == 422)
      #expect(try await browser.post("/drafts", [("draft", "elsewhere")]).status == 422)
      let colleague = try await site.browser(.council)
      #expect(!(try await colleague.get("/benefits/new")).text.contains("Half a thought"))
      let offered = try await browser.get("/benefits/new")
      #expect(offered.text.contains("unsaved draft"))
      #expect(PatternJourneyTests.fields(offered.text)["title"]?.isEmpty == true)
      let again = PatternJourneyTests.fields(try await browser.get("/benefits/new?draft=yes").text)
      #expect(again["title"] == "Half a thought")
      #expect(again["Amount.amount"] == "12x")
      var sent = again.filter { $0.key != "draft" }
      sent["Amount.amount"] = "12"
      #expect(try await browser.post("/benefits", sent.map { ($0, $1) }).status == 303)
      #expect(!(try await browser.get("/benefits/new")).text.contains("unsaved draft"))
    }
  }
}
