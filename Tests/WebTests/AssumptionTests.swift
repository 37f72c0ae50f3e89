import Postgres
import Programme
import TestSupport
import Testing

@testable import Web

@Suite(
  "The assumptions of a register",
  .enabled(if: TestServer.isAvailable, "TEST_DATABASE_URL is not set"))
struct AssumptionTests {
  /// What the form of a register that nobody has begun would send.
  private func form(_ changes: [String: String]) -> [(String, String)] {
    var typed = AssumptionsForm(Cover(), []).typed
    typed["registerVersion"] = "0"
    typed.merge(changes) { $1 }
    return typed.map { ($0.key, $0.value) }
  }

  @Test("An officer sets base year, rate and a channel, and the council's page says so")
  func saved() async throws {
    try await TestSite.run { site in
      let browser = try await site.browser(.council)
      let page = try await browser.get("/assumptions?deflator=gdp")
      #expect(page.text.contains("2002/03 100"))
      #expect(page.fieldNames.count == Set(page.fieldNames).count, "each name once")
      let saved = try await browser.post(
        "/assumptions",
        form([
          "baseYear": "2005/06", "discountRate": "6", "schedule": "flat", "channel1.name": "Web",
          "channel1.cost": "0.40", "channel1.source": "survey",
          "deflator": "HM Treasury", "deflatorIndexes": "2005/06 91\n2006/07 93.5",
        ]))
      let council = try await browser.follow(saved)
      for words in ["Assumptions saved", "2005/06", "6 %", "0.40", "2006/07 93.5"] {
        #expect(council.text.contains(words), "\(words)")
      }
    }
  }

  @Test("What is refused comes back as it was typed, each problem at its field")
  func refused() async throws {
    try await TestSite.run { site in
      let browser = try await site.browser(.council)
      _ = try await browser.get("/assumptions")
      let answer = try await browser.post(
        "/assumptions",
        form([
          "baseYear": "05", "discountRate": "lots", "hoursPerDay": "25", "channel1.name": "Web",
          "channel1.cost": "cheap", "channel2.name": "web", "channel2.cost": "1",
          "deflatorIndexes": "2005/06 -1",
        ]))
      #expect(answer.status == 422)
      for id in ["baseYear", "discountRate", "hoursPerDay", "channel1-cost", "deflatorIndexes"] {
        #expect(answer.text.contains("href=\"#\(id)\""), "\(id)")
      }
      #expect(answer.text.contains("value=\"lots\"") && answer.text.contains("value=\"cheap\""))
      #expect(try await site.database.count("SELECT count(*) FROM register") == 0)
    }
  }

  @Test("Of two who change them the second is told what the first saved, and may save again")
  func conflict() async throws {
    try await TestSite.run { site in
      let browser = try await site.browser(.council)
      _ = try await browser.get("/assumptions")
      _ = try await browser.post("/assumptions", form(["baseYear": "2005/06"]))
      let second = try await browser.post("/assumptions", form(["baseYear": "2007/08"]))
      #expect(second.status == 409)
      #expect(second.text.contains("“2005/06” was saved, you typed “2007/08”"))
      #expect(second.text.contains("name=\"registerVersion\" value=\"2\""))
      let again = try await browser.post(
        "/assumptions", form(["baseYear": "2007/08", "registerVersion": "2"]))
      #expect(try await browser.follow(again).text.contains("2007/08"))
    }
  }
}

extension Answer {
  /// The names of the fields of its forms but the token's, as a browser would send them.
  fileprivate var fieldNames: [String] {
    (ViewSkeleton(text).attributes["name"] ?? []).filter { !["csrf", "viewport"].contains($0) }
  }
}
