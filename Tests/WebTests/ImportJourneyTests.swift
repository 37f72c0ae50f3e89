import Foundation
import HTTPTypes
import Postgres
import Programme
import Store
import TestSupport
import Testing

@testable import Web

@Suite(
  "A calculator file becomes a register",
  .enabled(if: TestServer.isAvailable, "TEST_DATABASE_URL is not set"))
struct ImportJourneyTests {
  private static let sample = TestSite.root + "/Tests/Fixtures/samples/west-lothian-90.xml"

  private func file() throws -> [UInt8] {
    Array(try Data(contentsOf: URL(filePath: Self.sample)))
  }

  @Test("A file is checked, applied, listed, changed, exported and undone")
  func journey() async throws {
    try await TestSite.run { site in
      let browser = try await site.browser(.council)
      let page = try await browser.get("/imports/new")
      #expect(page.text.contains("enctype=\"multipart/form-data\""))
      let sent = try await browser.upload("/imports", name: "wl.xml", try file())
      let check = try await browser.follow(sent)
      #expect(check.text.contains("Check before you import"))
      #expect(check.text.contains("90"))
      #expect(try await site.database.count("SELECT count(*) FROM benefit") == 0)

      let run = try #require(sent.location)
      let done = try await browser.follow(try await browser.post("\(run)/confirm"))
      #expect(done.text.contains("Import applied"))
      #expect(try await site.database.count("SELECT count(*) FROM benefit") == 90)
      let again = try await browser.post("\(run)/confirm")
      #expect(again.status < 500)
      #expect(try await site.database.count("SELECT count(*) FROM benefit") == 90)

      let list = try await browser.get("/benefits")
      #expect(list.text.contains("25 of 90 benefits"))
      let council = try await browser.get("/councils/S12000040")
      for figure in ["Net present value, cash view", "working-cash-npv", "90 benefits"] {
        #expect(council.text.contains(figure), "\(figure)")
      }
      let back = try await browser.get("\(run)/file")
      #expect(back.body == (try file()))
      #expect(
        back.headers[.contentDisposition]?.hasPrefix("attachment; filename=\"wl.xml\"") == true)
      #expect(back.headers[.contentSecurityPolicy] == SecurityHeaders.sandbox)

      let table = try await browser.get("/benefits.csv")
      #expect(table.text.split(separator: "\r\n").count == 91)
      let workbook = try await browser.get("/councils/S12000040/export/workbook")
      #expect(workbook.text.contains("<Workbook"))
      #expect(try await browser.get("/councils/S12000040/export.csv").status == 200)
      let pivot = try await browser.get("/benefits/pivot?rows=tangibility&columns=cashability")
      #expect(pivot.text.contains("Intangible"))
      let start = try await browser.get("/")
      #expect(start.text.contains("wl.xml"))
      // One act is one line, however many records it touched.
      #expect(start.text.components(separatedBy: "records of West Lothian").count == 2)

      let undone = try await browser.follow(try await browser.post("\(run)/undo"))
      #expect(undone.text.contains("Import undone"))
      let empty = try await browser.get("/benefits?status=Approved")
      #expect(empty.text.contains("No benefits"))
    }
  }

  @Test("The same file a second time has nothing to import; what changed since stops the undo")
  func secondTime() async throws {
    try await TestSite.run { site in
      let browser = try await site.browser(.council)
      _ = try await browser.get("/imports/new")
      let first = try #require(
        try await browser.upload("/imports", name: "wl.xml", try file()).location)
      _ = try await browser.get(first)
      _ = try await browser.post("\(first)/confirm")
      let second = try await browser.follow(
        try await browser.upload("/imports", name: "wl.xml", try file()))
      #expect(second.text.contains("nothing to import"))

      let officer = World.viewer(.council)
      try await site.database.store.write(as: officer, .test()) { db in
        var filter = BenefitFilter()
        filter.limit = 1
        let row = try #require(try db.benefits(filter, as: officer).rows.first)
        let stored = try #require(try db.benefit(row.id, as: officer))
        var benefit = stored.benefit
        benefit.title = "Changed since"
        _ = try db.changeBenefit(
          row.id, expecting: stored.stored.version, to: benefit, visibility: .draft, by: .test(),
          as: officer)
      }
      let refused = try await browser.post("\(first)/undo")
      #expect(refused.status == 409)
      #expect(refused.text.contains("B001"))
    }
  }

  @Test("A file with errors is shown with every place, and cannot be confirmed")
  func errors() async throws {
    try await TestSite.run { site in
      let browser = try await site.browser(.council)
      _ = try await browser.get("/imports/new")
      let text = String(decoding: try file(), as: UTF8.self)
        .replacing(">Tangible<", with: ">Tangable<")
      let sent = try await browser.upload("/imports", name: "wl.xml", Array(text.utf8))
      let check = try await browser.follow(sent)
      #expect(check.text.contains("Tangable"))
      #expect(check.text.contains("must be mended"))
      let forced = try await browser.post("\(try #require(sent.location))/confirm")
      #expect(forced.status == 422)
      #expect(try await site.database.count("SELECT count(*) FROM benefit") == 0)
    }
  }

  @Test("Another council's import is not found")
  func otherCouncil() async throws {
    try await TestSite.run { site in
      let browser = try await site.browser(.council)
      let other = try await site.browser(.council, of: World.inverclyde)
      _ = try await browser.get("/imports/new")
      let run = try #require(
        try await browser.upload("/imports", name: "wl.xml", try file()).location)
      for path in [run, "\(run)/file"] { #expect(try await other.get(path).status == 404) }
      for path in ["\(run)/confirm", "\(run)/undo"] {
        #expect(try await other.post(path).status == 404)
      }
    }
  }
}
