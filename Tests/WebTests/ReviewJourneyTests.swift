import Postgres
import Programme
import Store
import TestSupport
import Testing

@testable import Web

@Suite(
  "Reviews and checks, from page to page",
  .enabled(if: TestServer.isAvailable, "TEST_DATABASE_URL is not set"))
struct ReviewJourneyTests {
  private static let review = [
    ("reviewedOn", "2010-03-01"), ("reviewer", "Iain Sinclair"),
    ("finding", "Volumes hold & rise"), ("confidence", "High"), ("decision", "Continue"),
    ("newOwner", ""), ("reason", ""), ("schedule", "In 6 months"), ("nextReview", ""),
    ("version", "1"),
  ]

  private func typed(_ changes: [String: String]) -> [(String, String)] {
    Self.review.map { ($0.0, changes[$0.0] ?? $0.1) }
  }

  @Test("A review is recorded, refused with everything typed kept, and never upon a stale benefit")
  func reviews() async throws {
    try await TestSite.run { site in
      let browser = try await site.browser(.council)
      let page = try await browser.post("/benefits", BenefitSample.fields)
      let path = try #require(page.location)
      _ = try await browser.get("\(path)/reviews/new")
      for (name, _) in Self.review where name != "version" {
        for value in HostileInputTests.extremes {
          let answer = try await browser.post(
            "\(path)/reviews", typed([name: value, "version": "9"]))
          #expect([409, 422].contains(answer.status), "\(name)=\(value.prefix(20))")
        }
      }
      let refused = try await browser.post(
        "\(path)/reviews", typed(["reviewer": "", "decision": "Withdraw", "schedule": ""]))
      #expect(refused.status == 422)
      #expect(refused.text.contains("Volumes hold &amp; rise"))
      #expect(refused.text.contains("href=\"#reviewer\""))
      let stale = try await browser.post("\(path)/reviews", typed(["version": "9"]))
      #expect(stale.status == 409)
      #expect(stale.text.contains("Volumes hold &amp; rise"))
      #expect(try await site.database.count("SELECT count(*) FROM review") == 0)
      let done = try await browser.follow(try await browser.post("\(path)/reviews", typed([:])))
      #expect(done.text.contains("Volumes hold &amp; rise"))
      #expect(done.text.contains("Its next review is on 1 September 2010"))
      let list = try await browser.get("/reviews.csv")
      #expect(list.text.contains("B001") && list.text.contains("Continue"))
      #expect(try await browser.get("\(path)/reviews/compare?from=1&to=now").status == 200)
      #expect(try await browser.get("\(path)/reviews/compare?from=7").status == 404)
      #expect(try await browser.get("\(path)/reviews.xlsx").status == 200)
      _ = try await browser.get("\(path)/handover")
      let offered = try await browser.post("\(path)/handover", [("toOwner", "Someone else")])
      #expect(try await browser.follow(offered).text.contains("has still to accept"))
      let silent = try await browser.post("\(path)/handover/accept", [("acceptanceNote", "")])
      #expect(silent.status == 422)
      let accepted = try await browser.post(
        "\(path)/handover/accept", [("acceptanceNote", "In the minutes")])
      #expect(accepted.status == 303)
      #expect(try await browser.get(path).text.contains("Someone else"))
    }
  }

  @Test("HON-2 An overclaimed source is said on both councils' pages; of drafts only their share")
  func sources() async throws {
    try await TestSite.run { site in
      let ours = try await site.browser(.council)
      let theirs = try await site.browser(.council, of: World.inverclyde)
      let here = try #require(
        try await ours.post("/benefits", BenefitSample.with(["visibility": "published"])).location)
      let there = try #require(
        try await theirs.post("/benefits", BenefitSample.with(["title": "zqxcanary"])).location)
      _ = try await ours.get("/benefits/sources/new")
      let source = try #require(
        try await ours.post(
          "/benefits/sources",
          [("kind", "Measure"), ("name", "Calls"), ("visibility", "published"), ("version", "")]
        ).location)
      let id = String(source.split(separator: "/").last ?? "")
      for (browser, path) in [(ours, here), (theirs, there)] {
        _ = try await browser.get("\(path)/checks")
        let wrong = try await browser.post(
          "\(path)/shares", [("source", id), ("share", "140"), ("note", "By count")])
        #expect(wrong.status == 422)
        #expect(wrong.text.contains("value=\"140\"") && wrong.text.contains("By count"))
        let set = try await browser.post("\(path)/shares", [("source", id), ("share", "60%")])
        #expect(set.status == 303)
      }
      for (browser, path) in [(ours, here), (theirs, there)] {
        #expect(try await browser.get(path).text.contains("120 % of “Calls” is claimed"))
        #expect(try await browser.get("/benefits?needs=overclaimedSource").text.contains("B001"))
      }
      for path in [source, "/benefits/sources", "/benefits/honesty", "/benefits/sources.csv"] {
        #expect(!(try await ours.get(path).text.contains("zqxcanary")), "\(path)")
      }
      #expect(try await ours.get(source).text.contains("60 % is claimed by benefits"))
    }
  }
}
