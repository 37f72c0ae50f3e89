import Calculator
import Foundation
import HTTPTypes
import Postgres
import Programme
import Store
import TestSupport
import Testing

@testable import Web

@Suite(
  "What it costs, and whether it is worth it",
  .enabled(if: TestServer.isAvailable, "TEST_DATABASE_URL is not set"))
struct CostJourneyTests {
  private static let fields = [
    ("reference", "C1"), ("description", "Licences and support"), ("amount", "1,000"),
    ("fromYear", "0"), ("toYear", "1"), ("optimismBiasShare", "10"), ("buys", "b001"),
    ("visibility", "draft"), ("version", ""),
  ]

  private static func with(_ changes: [String: String]) -> [(String, String)] {
    fields.map { ($0.0, changes[$0.0] ?? $0.1) }
      + changes.filter { change in !fields.contains { $0.0 == change.key } }.map { ($0, $1) }
  }

  /// A register with a base year and one published benefit of £500 a year in cash.
  private func begin(_ site: TestSite) async throws {
    let officer = World.viewer(.council)
    try await site.database.store.write(as: officer, .test()) { db in
      var register = Register()
      register.cover.council = officer.organisationName
      register.cover.baseYear = FinancialYear(firstYear: 2009)
      var benefit = World.benefit("B001")
      benefit.inputs.amount = Exact(500)
      benefit.inputs.ramp = [.one, nil, nil, nil, nil]
      register.benefits = [benefit]
      let run = try db.stageImport(
        fileName: "a.xml", bytes: [1], problems: [], into: officer.organisation, by: .test(),
        as: officer)
      try db.confirmImport(
        run, register: register, visibility: .published, as: officer, by: .test())
    }
  }

  @Test(
    "COST-2, COST-7 and COST-13: a cost is recorded, comes to something, and is in the figures at once"
  )
  func life() async throws {
    try await TestSite.run { site in
      try await begin(site)
      let browser = try await site.browser(.council)
      let worth = "/councils/S12000040/worth"
      #expect(try await browser.get("/costs").text.contains("No cost has been recorded yet"))
      #expect(try await browser.get("/costs/new").text.contains("value=\"C1\""))
      let refused = try await browser.post(
        "/costs", Self.with(["amount": "lots", "buys": "B9", "toYear": "x", "visibility": ""]))
      #expect(refused.status == 422)
      for words in ["value=\"lots\"", "href=\"#amount\"", "href=\"#visibility\"", "value=\"B9\""] {
        #expect(refused.text.contains(words), "\(words)")
      }
      let recorded = try await browser.post("/costs", Self.fields)
      let page = try await browser.follow(recorded)
      let path = try #require(recorded.location)
      for words in [
        "Cost recorded", "B001 Fewer repeat contacts", "£2,200.00", "2009/10 to 2010/11",
      ] {
        #expect(page.text.contains(words), "\(words)")
      }
      // Six years of £500 less two of £1,100.
      #expect(try await browser.get(worth).text.contains("800.00"))

      let wrong = try await browser.post(
        "\(path)/actuals",
        [
          ("version", "1"), ("2009.value", "x"), ("2010.value", "5"),
          ("2010.noValueBecause", "Lost"),
        ])
      #expect(wrong.status == 422)
      #expect(wrong.text.contains("href=\"#2009-value\""))
      #expect(wrong.text.contains("value=\"Lost\""))
      let actuals = [("version", "1"), ("2009.value", "1500"), ("2009.evidence", "Ledger")]
      let came = try await browser.follow(try await browser.post("\(path)/actuals", actuals))
      for words in ["Cost changed", "1,500.00", "400.00", "Ledger", "1 of 2 years known"] {
        #expect(came.text.contains(words), "\(words)")
      }
      let after = try await browser.get("\(worth)?asAt=2009/10")
      let known = ["As at the end of", "2,600.00", "no actual benefit is recorded"]
      for words in known + ["app-line--outlook"] {
        #expect(after.text.contains(words), "\(words)")
      }
      let late = try await browser.post(path, Self.with(["version": "1", "description": "Mine"]))
      #expect(late.status == 409)
      #expect(late.text.contains("name=\"description\" value=\"Mine\""))

      let other = try await site.browser(.coordinator, of: World.programmeOffice)
      let sight = try await other.get(worth)
      #expect(sight.text.contains("because costs are not shared"))
      #expect(!sight.text.contains("2,600.00"))
      #expect(try await other.get("/worth").text.contains("In no sum"))
      #expect(try await other.get(path).status == 404)

      _ = try await browser.post(path, Self.with(["version": "2", "visibility": "shared"]))
      #expect(try await other.get(worth).text.contains("2,600.00"))
      #expect(try await other.get("/worth").text.contains("Sums of 1 register, as far as"))
      #expect(try await other.get("/worth.csv").text.contains("2600"))
      #expect(try await other.get("/costs.csv").text.contains("Licences and support"))

      #expect(try await browser.post("\(path)/withdraw", [("version", "3")]).status == 422)
      let stale = [("version", "2"), ("reason", "The contract ended")]
      #expect(try await browser.post("\(path)/withdraw", stale).status == 409)
      let gone = [("version", "3"), ("reason", "The contract ended")]
      let withdrawn = try await browser.follow(try await browser.post("\(path)/withdraw", gone))
      #expect(withdrawn.text.contains("The contract ended"))
      #expect(!(try await browser.get(worth).text.contains("2,600.00")))
      #expect(try await browser.get("/costs?state=withdrawn").text.contains(path))
    }
  }

  @Test("Every field of a cost's form with extremes is taken or refused with its words")
  func hostile() async throws {
    try await TestSite.run { site in
      try await begin(site)
      let browser = try await site.browser(.council)
      _ = try await browser.get("/costs/new")
      for name in CostSubmission.names.sorted() {
        for (number, value) in HostileInputTests.extremes.enumerated() {
          var changes = [name: value]
          if name != "reference" { changes["reference"] = "\(name) \(number)" }
          let answer = try await browser.post("/costs", Self.with(changes))
          #expect([303, 422].contains(answer.status), "\(name)=\(value.prefix(40))")
        }
      }
      #expect(try await browser.get("/costs").status == 200)
      #expect(try await browser.get("/worth").status == 200)
    }
  }
}
