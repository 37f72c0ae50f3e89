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
  "Figures of a part of a register",
  .enabled(if: TestServer.isAvailable, "TEST_DATABASE_URL is not set"))
struct CalculatorSightTests {
  private static let pages = [
    "/calculator", "/calculator/working", "/calculator/sensitivity", "/calculator/scenarios",
  ]
  private let query = "?council=S12000040"

  private func addCost(to here: CalculatorSite, visibility: String) async throws {
    _ = try await here.site.database.execute(
      """
      INSERT INTO cost (id, programme_id, organisation_id, visibility, version, changed_at,
        reference, council, description, amount, from_year, to_year)
      VALUES (gen_random_uuid(), \(World.programme.uuid), \(World.westLothian.uuid),
        \(visibility), 1, now(), 'C001', '', 'Licences', 100, 0, 0)
      """)
  }

  @Test("Every page of figures says at its top that they are of what was shared", arguments: pages)
  func said(page: String) async throws {
    try await CalculatorSite.looking { here in
      let office = try await here.site.browser(.coordinator, of: World.programmeOffice)
      let part = try await office.get(page + query).text
      let words =
        "You see only what West Lothian Council has shared with you: 1 benefit, and none of its "
        + "costs. These figures are of that part."
      #expect(part.contains(words))
      let officer = try await here.site.browser(.council)
      #expect(try await !officer.get(page + query).text.contains("You see only"))
      let auditor = try await here.site.browser(.auditor, of: World.programmeOffice)
      #expect(try await !auditor.get(page + query).text.contains("You see only"))
    }
  }

  @Test("Where no cost is seen, nothing that costs decide is told")
  func withoutCosts() async throws {
    try await CalculatorSite.run { here in
      try await addCost(to: here, visibility: "draft")
      let office = try await here.site.browser(.coordinator, of: World.programmeOffice)
      let page = try await office.get("/calculator" + query + "&discountRate=0").text
      #expect(page.contains("Present value of benefits: £6,000.00"))
      #expect(page.contains("not known, because costs are not shared"))
      #expect(page.contains("against what you see"))
      let untold = [
        "Net present value: £", "against the register", "less costs", "£5,900.00",
        "Level of all costs",
      ]
      for words in untold {
        #expect(!page.contains(words), "\(words)")
      }
      let working = try await office.get("/calculator/working" + query).text
      #expect(working.contains("id=\"working-cash-pvBenefits\""))
      #expect(!working.contains("id=\"working-cash-npv\""))
      let sensitivity = try await office.get("/calculator/sensitivity" + query).text
      #expect(sensitivity.contains("are not known, because costs are not shared"))
      #expect(!sensitivity.contains("action=\"/calculator/runs\""))
    }
  }

  @Test("A simulation says what its asker saw; without a cost in sight there is none")
  func simulation() async throws {
    try await CalculatorSite.run { here in
      let office = try await here.site.browser(.coordinator, of: World.programmeOffice)
      _ = try await office.get("/calculator" + query)
      let fields = [
        ("query", query), ("trials", "1000"), ("seed", "1"), ("low/level/benefits", "90"),
        ("likely/level/benefits", "100"), ("high/level/benefits", "110"),
      ]
      let refused = try await office.post("/calculator/runs", fields)
      #expect(refused.status == 422 && refused.text.contains("Ask the council to share its costs."))
      try await addCost(to: here, visibility: "shared")
      let run = try await office.follow(try await office.post("/calculator/runs", fields))
      #expect(
        run.text.contains(
          "coordinator saw only what West Lothian Council had shared: 1 benefit and 1 cost."))
      let officer = try await here.site.browser(.council)
      let whole = try await officer.follow(try await officer.post("/calculator/runs", fields))
      #expect(!whole.text.contains("saw only"))
    }
  }

  @Test("Where costs are shared, figures are set against those that are seen")
  func withCosts() async throws {
    try await CalculatorSite.run { here in
      try await addCost(to: here, visibility: "shared")
      let office = try await here.site.browser(.coordinator, of: World.programmeOffice)
      let page = try await office.get("/calculator" + query + "&discountRate=0").text
      for words in ["1 benefit and 1 cost. These", "£5,900.00", "against what you see"] {
        #expect(page.contains(words), "\(words)")
      }
    }
  }
}

@Suite("Labels of a simulation's drawing")
struct DistributionChartTests {
  @Test("No label shares a line with another, and each mark begins beneath its own")
  func labels() throws {
    let chart = DistributionChart(.sample, id: "chart", title: "Net present value")
    let labels = chart.texts.prefix(chart.marks.count)
    #expect(labels.count == 3)
    #expect(Set(labels.map(\.y)).count == labels.count)
    for (label, mark) in zip(labels, chart.marks) {
      #expect(label.x == mark.x)
      #expect(try #require(Double(mark.top)) > #require(Double(label.y)))
    }
    // From 2.75 to 3.95 million: 2.95 stands near the left end, 3.82 near the right.
    #expect(labels.map(\.style) == ["", "app-chart-middle", "app-chart-end"])
  }
}
