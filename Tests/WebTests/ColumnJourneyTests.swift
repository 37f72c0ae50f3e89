import Foundation
import HTTPTypes
import Postgres
import Programme
import Store
import TestSupport
import Testing

@testable import Web

@Suite(
  "Matching the columns of a file",
  .enabled(if: TestServer.isAvailable, "TEST_DATABASE_URL is not set"))
struct ColumnJourneyTests {
  /// A workbook whose headings are changed.
  private func file(_ changes: [(String, String)] = renamed) throws -> [UInt8] {
    let path = "\(TestSite.root)/Tests/Fixtures/samples/two-examples.xml"
    var text = try String(contentsOfFile: path, encoding: .utf8)
    for (from, to) in changes {
      text = text.replacing(">\(from)<", with: ">\(to)<", maxReplacements: 1)
    }
    return Array(text.utf8)
  }

  /// Reference, category and owner under words of the council's own.
  private static let renamed = [
    ("BenefitID", "Our code"), ("Category", "Catagory"), ("Owner", "Whose job"),
  ]

  private func upload(_ browser: Browser, _ bytes: [UInt8]) async throws -> String {
    _ = try await browser.get("/imports/new")
    let answer = try await browser.upload("/imports", name: "ours.xml", bytes)
    _ = try await browser.follow(answer)
    return try #require(answer.location)
  }

  private func answers(_ changes: [(String, String)] = []) -> [(String, String)] {
    let usual = [
      ("Benefits.1", "field.reference"), ("Benefits.7", "field.category"),
      ("Benefits.11", "field.owner"),
    ]
    let changed = Dictionary(changes, uniquingKeysWith: { $1 })
    return usual.map { ($0.0, changed[$0.0] ?? $0.1) }
  }

  @Test("WB-59 A file with headings of its own is matched, checked again and imported")
  func matched() async throws {
    try await TestSite.run { site in
      let browser = try await site.browser(.council)
      let run = try await upload(browser, try file())
      let check = try await browser.get(run)
      #expect(check.text.contains("No column is known to hold: Reference"))
      #expect(check.text.contains("“Whose job”"))
      let page = try await browser.get("\(run)/columns")
      #expect(page.status == 200)
      #expect(page.text.contains("“B001”"), "the first texts of the column are shown")
      #expect(page.text.contains("Suggested: Category"))
      #expect(page.text.contains("<option value=\"field.category\" selected>"))
      let saved = try await browser.post("\(run)/columns", answers())
      let again = try await browser.follow(saved)
      #expect(again.text.contains("Columns matched"))
      #expect(again.text.contains("3 columns are read as your council matched them before"))
      #expect(!again.text.contains("must be mended"))
      let done = try await browser.follow(try await browser.post("\(run)/confirm"))
      #expect(done.text.contains("read as Reference"), "what was matched is kept with the import")
      let owners = try await site.database.count(
        "SELECT count(*) FROM benefit WHERE owner <> '' AND category <> ''")
      #expect(owners > 0)

      let next = try await upload(browser, try file())
      let second = try await browser.get(next)
      #expect(second.text.contains("nothing to import"), "the next file is read the same way")
      #expect(second.text.contains("Change what they mean"))
    }
  }

  @Test("WB-59 Two columns cannot hold one field, and no answer is taken that was not offered")
  func refused() async throws {
    try await TestSite.run { site in
      let browser = try await site.browser(.council)
      let run = try await upload(browser, try file())
      _ = try await browser.get("\(run)/columns")
      let two = try await browser.post(
        "\(run)/columns", answers([("Benefits.11", "field.reference")]))
      #expect(two.status == 422)
      #expect(two.text.contains("“Our code” and “Whose job” cannot both be Reference"))
      #expect(two.text.contains("<title>Error:"))
      #expect(two.text.contains("href=\"#Benefits-11\""))
      for wrong in ["field.title", "field.nothing", "<b>", ""] {
        let answer = try await browser.post(
          "\(run)/columns", answers([("Benefits.11", wrong)]))
        #expect(answer.status == 422, "\(wrong)")
      }
      let stray = try await browser.post("\(run)/columns", [("Benefits.99", "keep")])
      #expect(stray.status == 422)
      #expect(try await site.database.count("SELECT count(*) FROM heading_match") == 0)
    }
  }

  @Test("WB-59 Matches are listed and removed; another council neither sees nor uses them")
  func removed() async throws {
    try await TestSite.run { site in
      let browser = try await site.browser(.council)
      let other = try await site.browser(.council, of: World.inverclyde)
      let run = try await upload(browser, try file())
      _ = try await browser.get("\(run)/columns")
      _ = try await browser.post("\(run)/columns", answers([("Benefits.11", "leave-out")]))
      let list = try await browser.get("/imports/matches")
      #expect(list.text.contains("read as Reference") && list.text.contains("left out"))
      #expect(try await other.get("/imports/matches").text.contains("Nothing yet"))
      let rows = try await browser.get("/imports/matches.csv").text
      #expect(rows.contains("\r\nBenefits,") && rows.contains(",left out,"))
      #expect(list.text.contains("href=\"/imports/matches.xlsx\""))
      #expect(try await other.get("\(run)/columns").status == 404)
      let foreign = try await upload(other, try file())
      #expect(try await other.get(foreign).text.contains("No column is known to hold: Reference"))
      let mark = try #require(list.text.firstRange(of: "action=\"/imports/matches/"))
      let id = list.text[mark.upperBound...].prefix(36)
      #expect(try await other.post("/imports/matches/\(id)/remove").status == 404)
      let after = try await browser.follow(
        try await browser.post("/imports/matches/\(id)/remove"))
      #expect(after.text.contains("Match removed"))
      #expect(try await browser.get("/audit").text.contains("the column Benefits: "))
    }
  }

  @Test("WB-65 What columns mean is not changed behind somebody who looks at a check")
  func changedMeanwhile() async throws {
    try await TestSite.run { site in
      let browser = try await site.browser(.council)
      let run = try await upload(browser, try file())
      _ = try await browser.get("\(run)/columns")
      let check = try await browser.follow(
        try await browser.post("\(run)/columns", answers()))
      let mark = try #require(check.text.firstRange(of: "name=\"reading\" value=\""))
      let seen = String(check.text[mark.upperBound...].prefix { $0 != "\"" })
      _ = try await browser.post(
        "\(run)/columns", answers([("Benefits.11", "keep")]))
      let late = try await browser.post("\(run)/confirm", [("reading", seen)])
      #expect(late.status == 409)
      #expect(late.text.contains("What the columns mean was changed since this check"))
      #expect(try await site.database.count("SELECT count(*) FROM benefit") == 0)
    }
  }

  @Test("WB-68 What rows would lose under a heading nobody knows is said first, and needs a tick")
  func lost() async throws {
    try await TestSite.run { site in
      let browser = try await site.browser(.council)
      let first = try await upload(browser, try file([]))
      _ = try await browser.post("\(first)/confirm")
      let known: SQL = "SELECT count(*) FROM benefit WHERE volume IS NOT NULL"
      let volumes = try await site.database.count(known)
      #expect(volumes > 0)
      let changed = [("Volume", "How many cases per annum")]
      let run = try await upload(browser, try file(changed))
      let check = try await browser.get(run)
      let matching = try #require(check.text.firstRange(of: ">Match columns</a>"))
      let button = try #require(check.text.firstRange(of: "govuk-button--secondary\" data-module"))
      #expect(matching.lowerBound < button.lowerBound)
      #expect(check.text.contains("would lose"))
      #expect(check.text.contains("Import without volume"))
      #expect(
        check.text.contains("Problems in the file: 2 warnings"),
        "the unknown heading is no mere note")
      for form in [[], [("without", "")], [("without", "no")]] {
        let refused = try await browser.post("\(run)/confirm", form)
        #expect(refused.status == 422, "\(form)")
        #expect(refused.text.contains("tick the box to import without volume"))
        #expect(refused.text.contains("href=\"#without\""))
      }
      #expect(try await site.database.count(known) == volumes)
      _ = try await browser.get("\(run)/columns")
      let matched = try await browser.post("\(run)/columns", [("Benefits.14", "field.volume")])
      let again = try await browser.follow(matched)
      #expect(again.text.contains("nothing to import"), "nothing is lost once it is matched")

      let other = try await upload(browser, try file([("Volume", "Something else")]))
      let ticked = try await browser.post("\(other)/confirm", [("without", "yes")])
      #expect(ticked.status == 303)
      #expect(try await site.database.count(known) == 0)
    }
  }

  @Test("WB-62 A checked file is discarded with one button, and the list says so")
  func discarded() async throws {
    try await TestSite.run { site in
      let browser = try await site.browser(.council)
      let run = try await upload(browser, try file([]))
      let other = try await site.browser(.council, of: World.inverclyde)
      #expect(try await other.post("\(run)/discard").status == 404)
      let list = try await browser.follow(try await browser.post("\(run)/discard"))
      #expect(list.text.contains("File discarded"))
      #expect(list.text.contains(">Discarded<"))
      #expect(try await browser.get(run).text.contains(">Discarded<"))
      #expect(try await browser.post("\(run)/confirm").status == 422)
      #expect(try await browser.post("\(run)/check").status == 422)
      #expect(try await browser.get("\(run)/columns").status == 303)
      #expect(try await browser.get("/audit").text.contains("the file ours.xml"))
      #expect(try await site.database.count("SELECT count(*) FROM benefit") == 0)
    }
  }

  @Test("WB-65 After a conflict the file is checked again without sending it again")
  func checkedAgain() async throws {
    try await TestSite.run { site in
      let browser = try await site.browser(.council)
      let first = try await upload(browser, try file([]))
      _ = try await browser.post("\(first)/confirm")
      let stale = try await upload(browser, try file([("12000", "12001")]))
      let other = try await upload(
        browser,
        try file([
          ("Reduced travel and administration by pest-control officers", "Reduced journeys")
        ]))
      _ = try await browser.post("\(other)/confirm")
      let refused = try await browser.post("\(stale)/confirm")
      #expect(refused.status == 422)
      #expect(refused.text.contains("Check again"))
      let again = try await browser.follow(try await browser.post("\(stale)/check"))
      #expect(again.text.contains("File checked again"))
      #expect(try await browser.post("\(stale)/confirm").status == 303)
    }
  }

  @Test("WB-64 Additional columns stand on the page and come back from an export as they were")
  func additional() async throws {
    try await TestSite.run { site in
      let browser = try await site.browser(.council)
      let run = try await upload(
        browser,
        try file(
          [("Owner", "Sponsor & partner")].map {
            ($0.0, $0.1.replacing("&", with: "&amp;"))
          }))
      _ = try await browser.post("\(run)/confirm")
      let officer = World.viewer(.council)
      let rows = try await site.database.store.read(as: officer) { db in
        try db.register(of: officer.organisation, as: officer)?.benefits ?? []
      }
      let benefit = try #require(rows.first { !$0.benefit.additional.isEmpty })
      let text = try #require(benefit.benefit.additional["Sponsor & partner"])
      let page = try await browser.get("/benefits/\(benefit.id)")
      #expect(page.text.contains("Sponsor &amp; partner"))
      #expect(page.text.contains(text))
      let export = try await browser.get("/councils/S12000040/export/workbook")
      #expect(export.status == 200)
      let back = try await upload(browser, export.body)
      let check = try await browser.get(back)
      #expect(check.text.contains("nothing to import"), "\(check.text.suffix(3000))")
      let table = try await browser.get("/councils/S12000040/export.csv")
      #expect(table.text.contains("Sponsor & partner"))
    }
  }
}
