import Calculator
import Foundation
import HTTPTypes
import Programme
import Store
import TestSupport
import Testing

@testable import Web

@Suite("Scenarios", .enabled(if: TestServer.isAvailable, "TEST_DATABASE_URL is not set"))
struct ScenarioTests {
  private let changes = "?council=S12000040&discountRate=0"
  private let list = "/calculator/scenarios?council=S12000040"

  private func keep(_ browser: Browser, _ name: String, _ query: String) async throws -> Answer {
    try await browser.post("/calculator/scenarios", [("name", name), ("query", query)])
  }

  @Test("A scenario is kept as differences, follows the register, and is put beside it")
  func kept() async throws {
    try await CalculatorSite.run { here in
      let browser = try await here.site.browser(.council)
      let page = try await browser.follow(try await keep(browser, "No discount", changes))
      for words in ["Scenario kept", "No discount", "£6,000.00", "As recorded"] {
        #expect(page.text.contains(words), "\(words)")
      }
      try await here.add("B002")
      #expect(try await browser.get(list).text.contains("£12,000.00"), "it follows the register")
      let journal = try await browser.get("/audit")
      #expect(journal.text.contains("No discount"))
    }
  }

  @Test(
    "A scenario without a name, a change, or a name of its own is refused with what was typed",
    arguments: [
      ("", "?council=S12000040&discountRate=0", "Enter a name"),
      ("Kept", "?council=S12000040&discountRate=0", "Choose another name"),
      ("Nothing", "?council=S12000040", "Change an input first"),
      (String(repeating: "n", count: 81), "?council=S12000040&discountRate=0", "Shorten"),
    ])
  func refused(name: String, query: String, words: String) async throws {
    try await CalculatorSite.run { here in
      let browser = try await here.site.browser(.council)
      _ = try await keep(browser, "Kept", changes)
      let answer = try await keep(browser, name, query)
      #expect(answer.status == 422)
      #expect(answer.text.contains(words))
      #expect(answer.text.contains("href=\"#name\""))
    }
  }

  @Test("A council's scenarios are its officers' to share and remove; others' are theirs alone")
  func sight() async throws {
    try await CalculatorSite.run { here in
      let officer = try await here.site.browser(.council)
      let office = try await here.site.browser(.coordinator, of: World.programmeOffice)
      _ = try await keep(officer, "The council's", changes)
      _ = try await keep(office, "The office's", changes)
      let own = try await officer.get(list).text
      #expect(own.contains("The council&#39;s") && !own.contains("The office&#39;s"))
      let theirs = try await office.get(list).text
      #expect(!theirs.contains("The council&#39;s") && theirs.contains("The office&#39;s"))
      let mark = try #require(own.firstRange(of: "/calculator/scenarios/"))
      let id = own[mark.upperBound...].prefix(36)
      let removal = "/calculator/scenarios/\(id)/remove"
      #expect(try await office.post(removal).status == 404)
      let gone = try await officer.follow(try await officer.post(removal))
      #expect(!gone.text.contains("The council&#39;s"))
    }
  }
}
