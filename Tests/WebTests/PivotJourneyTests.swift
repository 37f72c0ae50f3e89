import Calculator
import Foundation
import Postgres
import Programme
import Store
import TestSupport
import Testing

@testable import Web

@Suite(
  "Pivots on pages", .enabled(if: TestServer.isAvailable, "TEST_DATABASE_URL is not set"))
struct PivotJourneyTests {
  private func filled(_ site: TestSite) async throws -> Browser {
    let officer = World.viewer(.council)
    for (number, stakeholders) in [["Staff", "Customers"], ["Customers"], []].enumerated() {
      var benefit = World.benefit("B00\(number)")
      benefit.stakeholders = stakeholders
      benefit.service = number == 2 ? "" : "Libraries & archives"
      let added = benefit
      _ = try await site.database.store.write(as: officer, .test()) { db in
        try db.addBenefit(
          added, to: officer.organisation, visibility: .shared, by: .test(), as: officer)
      }
    }
    return try await site.browser(.council)
  }

  /// The addresses of a page's links to the list of benefits.
  private func links(_ page: String) -> [String] {
    page.split(separator: "href=\"").dropFirst().compactMap { part in
      let href = part.prefix { $0 != "\"" }.replacing("&amp;", with: "&")
      return href.hasPrefix("/benefits?") ? String(href) : nil
    }
  }

  @Test("Every figure of a pivot leads to a list that shows the same sum")
  func drillsDown() async throws {
    try await TestSite.run { site in
      let browser = try await filled(site)
      let pivot = "/benefits/pivot?rows=stakeholder&columns="
      for columns in ["council", "service", "tangibility", "confidence", "year"] {
        let page = try await browser.get(pivot + columns).text
        let found = links(page)
        #expect(found.count > 6, "\(columns)")
        for link in Set(found) {
          let list = try await browser.get(link)
          #expect(list.status == 200 && !list.text.contains("No benefits match"), "\(link)")
        }
      }
      // 1,000 of each of six years: half of the first for the staff.
      let cell = "/benefits?service=Libraries%20%26%20archives&stakeholder=Staff&year="
      let list = try await browser.get(cell + "Year%201").text
      for words in ["£500.00", "Forecast in Year 1, the part of Staff, £", "1 benefit matches"] {
        #expect(list.contains(words), "\(words)")
      }
      let blank = try await browser.get("/benefits?service=%28blank%29&stakeholder=%28blank%29")
        .text
      #expect(blank.contains("1 benefit matches") && blank.contains("£6,000.00"))
      let file = try await browser.get("/benefits.csv?stakeholder=Staff").text
      #expect(file.contains("\"Forecast, the part of Staff £\"") && file.contains(",3000,3000,"))
    }
  }

  @Test("A pivot is kept under a name for oneself or for colleagues, and taken away")
  func kept() async throws {
    try await TestSite.run { site in
      let browser = try await filled(site)
      let colleague = try await site.browser(.council)
      let query = "?rows=council&columns=status&measure=count&figure=actual&colour=red"
      let first = try await browser.get("/benefits/pivot?rows=council&columns=status")
      #expect(first.text.contains("name=\"query\" value=\"?rows=council&amp;columns=status"))
      func keep(_ name: String, shared: Bool) async throws -> Answer {
        try await browser.post(
          "/benefits/pivot/views",
          [("name", name), ("query", query)] + (shared ? [("shared", "yes")] : []))
      }
      let own = try await browser.follow(try await keep("Only mine", shared: false))
      #expect(own.text.contains("Pivot kept") && own.text.contains("Only mine"))
      _ = try await keep("Everybody’s", shared: true)
      let twice = try await keep("only MINE", shared: true)
      #expect(twice.status == 422 && twice.text.contains("value=\"only MINE\""))
      #expect(twice.text.contains("<title>Error:") && twice.text.contains("checked"))

      let seen = try await colleague.get("/benefits/pivot").text
      #expect(seen.contains("Everybody’s") && !seen.contains("Only mine"))
      let href =
        "/benefits/pivot?figure=actual&amp;rows=council&amp;columns=status&amp;measure=count"
      #expect(seen.contains(href))
      let mark = try #require(seen.firstRange(of: "/benefits/pivot/views/"))
      let remove = String(seen[mark.lowerBound...].prefix { $0 != "\"" })
      let after = try await colleague.follow(try await colleague.post(remove))
      #expect(!after.text.contains("Everybody’s"))
      #expect(try await colleague.post(remove).status == 404)
      #expect(
        try await site.database.count("SELECT count(*) FROM journal_entry WHERE kind = 'view'") == 3
      )
    }
  }

  @Test("Sides that are the same, or none of ours, come back with what was chosen")
  func refused() async throws {
    try await TestSite.run { site in
      let browser = try await filled(site)
      let same = try await browser.get("/benefits/pivot?rows=status&columns=status")
      #expect(same.status == 422 && same.text.contains("another side than the rows"))
      let strange = try await browser.get("/benefits/pivot?rows=colour")
      #expect(strange.status == 422 && strange.text.contains("value=\"colour\" selected"))
      #expect(try await browser.get("/benefits/pivot.csv?rows=colour").status == 422)
      #expect(try await browser.get("/benefits/pivot.xlsx?figure=outlook").status == 200)
    }
  }

  @Test("An address that a pivot leads to is read back as what it asks for")
  func addresses() throws {
    let labels = ["(blank)", "Customers", "=1+1 & \"x\"", "2", "2010/11"]
    for axis in PivotAxis.all where axis != .dimension(.council) {
      for label in labels {
        guard let filter = BenefitFilter().narrowed(to: label, on: axis) else { continue }
        let fields = filter.address().fields.map {
          Submission.Field(name: $0.name, value: $0.value)
        }
        guard let read = try? BenefitFilter(Submission(fields: fields)) else { continue }
        #expect(read.address().text == filter.address().text, "\(axis.word): \(label)")
      }
    }
  }
}
