import Calculator
import Foundation
import HTTPTypes
import Programme
import Store
import TestSupport
import Testing

@testable import Web

/// A register of one cashable benefit of £1,000 a year in years 0 to 5.
struct CalculatorSite {
  let site: TestSite
  let officer = World.viewer(.council)

  static func run(_ body: (CalculatorSite) async throws -> Void) async throws {
    try await TestSite.run { site in
      let here = CalculatorSite(site: site)
      try await here.add("B001")
      try await body(here)
    }
  }

  /// Runs a test that only looks.
  static func looking(_ body: (CalculatorSite) async throws -> Void) async throws {
    let filling = TestDatabase.Filling("calculator") { database in
      try await CalculatorSite(site: try TestSite(database)).add("B001")
    }
    try await TestSite.shared(filling) { site in try await body(CalculatorSite(site: site)) }
  }

  func add(_ reference: String) async throws {
    let officer = officer
    _ = try await site.database.store.write(as: officer, .test()) { db in
      try db.addBenefit(
        World.benefit(reference), to: officer.organisation, visibility: .shared, by: .test(),
        as: officer)
    }
  }

  static let address = "/calculator?council=S12000040"
}

@Suite(
  "The calculator", .enabled(if: TestServer.isAvailable, "TEST_DATABASE_URL is not set"))
struct CalculatorTests {
  @Test(
    "What follows from a change stands beside the register as recorded",
    arguments: [
      // 1,000 in each of six years at 100 % is worth 1,000 × (2 − 1 ÷ 32).
      ("&discountRate=100", ["£1,968.75", "Discount rate", "100 %"]),
      ("&discountRate=0", ["£6,000.00"]),
      ("&discountRate=0&level%2Fbenefits=50", ["£3,000.00", "All benefits", "50 %"]),
      ("&discountRate=0&benefit%2FB001%2Famount=2000", ["£12,000.00", "Amount of B001"]),
      ("&discountRate=0&benefit%2FB001%2FstartYear=4", ["£2,000.00"]),
      ("&discountRate=0&horizonYears=9", ["£10,000.00"]),
      ("&discountRate=100&convention=endYear", ["£984.38"]),
      ("&schedule=health", ["Health, falling from 1.5 %", "Modified internal rate of return"]),
    ])
  func follows(changes: String, words: [String]) async throws {
    try await CalculatorSite.looking { here in
      let browser = try await here.site.browser(.council)
      let answer = try await browser.get(CalculatorSite.address + changes)
      #expect(answer.status == 200, "\(answer.location ?? "")")
      for word in words + ["against the register"] {
        #expect(answer.text.contains(word), "\(word)")
      }
    }
  }

  @Test("A form's long address becomes a short one that holds the differences alone")
  func short() async throws {
    try await CalculatorSite.looking { here in
      let browser = try await here.site.browser(.council)
      let answer = try await browser.get(
        CalculatorSite.address
          + "&discountRate=5.0&level%2Fbenefits=100&horizonYears=5&convention=yearZero&benefit=")
      #expect(answer.status == 303)
      #expect(answer.location == CalculatorSite.address + "&discountRate=5")
    }
  }

  @Test("What cannot be used is said at its field, and the rest still counts")
  func refused() async throws {
    try await CalculatorSite.looking { here in
      let browser = try await here.site.browser(.council)
      let query = "&discountRate=0&level%2Fbenefits=lots"
      let page = try await browser.get(CalculatorSite.address + query)
      #expect(page.status == 422)
      for words in ["<title>Error:", "href=\"#level-benefits\"", "value=\"lots\"", "£6,000.00"] {
        #expect(page.text.contains(words), "\(words)")
      }
      let unused = "\u{201C}All benefits\u{201D} was not used: correct it."
      #expect(page.text.contains("<p class=\"app-unused\">\(unused)</p>"))
      let part = try await browser.get("/calculator/figures?council=S12000040" + query)
      #expect(part.status == 200)
      #expect(part.text.contains("data-fault=\"level-benefits\""))
      #expect(part.text.contains("data-announcement=\"\(unused) Net present value"))
      #expect(part.text.contains("data-headline=\"\(unused) Net present value"))
      #expect(!part.text.contains("<html"))
    }
  }

  /// Addresses with one thing that cannot be used: its field, and what was typed.
  private static let refusals = [
    ("/calculator?convention=later", "convention", "later"),
    ("/calculator/try?method=Amount&discountRate=350", "discountRate", "350"),
    ("/calculator/try?method=Amount&convention=later", "convention", "later"),
    ("/calculator/try?method=Amount&schedule=steep", "schedule", "steep"),
    ("/calculator/sensitivity?discountRate=lots", "discountRate", "lots"),
    ("/calculator/sensitivity?convention=later", "convention", "later"),
    ("/calculator/sensitivity?by=7", "by", "7"),
    ("/calculator/sensitivity?target=nothing", "target", "nothing"),
    ("/calculator/sensitivity?also=nothing", "also", "nothing"),
  ]

  @Test("What was typed and cannot be used comes back, its problem beside it and in the summary")
  func comesBack() async throws {
    try await CalculatorSite.looking { here in
      let browser = try await here.site.browser(.council)
      for (address, field, typed) in CalculatorTests.refusals {
        let answer = try await browser.get(address)
        #expect(answer.status == 422, "\(address)")
        for words in [
          "<title>Error:", "href=\"#\(field)\"", "id=\"\(field)-error\"",
          "value=\"\(typed)\"", "found “\(typed)”",
        ] {
          #expect(answer.text.contains(words), "\(address): \(words)")
        }
      }
      let answer = try await browser.get(
        "/calculator/try?method=Amount&Amount.amount=1000&colour=red")
      #expect(answer.status == 422, "a name that the form does not have is told, the rest stays")
      #expect(answer.text.contains("found “colour”") && answer.text.contains("value=\"1000\""))
    }
  }

  @Test("The working leads from the headline to a benefit and down to its inputs")
  func working() async throws {
    try await CalculatorSite.run { here in
      let browser = try await here.site.browser(.council)
      let query = "?council=S12000040&benefit%2FB001%2Famount=2000"
      let whole = try await browser.get("/calculator/working" + query)
      #expect(whole.text.contains("id=\"working-cash-npv\""))
      #expect(whole.text.contains("id=\"working-whole-modifiedRate\""))
      #expect(whole.text.contains("benefit=B001"))
      let own = try await browser.get("/calculator/working" + query + "&benefit=B001")
      #expect(own.text.contains("£2,000.00 a year"))
      let none = try await browser.get("/calculator/working" + query + "&benefit=B999")
      #expect(none.status == 404)
    }
  }

  @Test("Who sees a register calculates with what is seen of it, and no more")
  func sight() async throws {
    try await CalculatorSite.run { here in
      let coordinator = try await here.site.browser(.coordinator, of: World.programmeOffice)
      let seen = try await coordinator.get(CalculatorSite.address + "&discountRate=0")
      #expect(seen.text.contains("£6,000.00"))
      let other = try await here.site.browser(.council, of: World.inverclyde)
      #expect(try await other.get(CalculatorSite.address).status == 404, "nothing is published")
      let choice = try await other.get("/calculator")
      #expect(choice.status == 200)
      #expect(choice.text.contains("Try one benefit"))
    }
  }
}
