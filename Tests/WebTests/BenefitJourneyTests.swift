import Foundation
import HTTPTypes
import Postgres
import Programme
import Store
import TestSupport
import Testing

@testable import Web

@Suite(
  "A benefit's life on the pages",
  .enabled(if: TestServer.isAvailable, "TEST_DATABASE_URL is not set"))
struct BenefitJourneyTests {
  @Test("A benefit is recorded, found, shown with its working, changed and withdrawn")
  func life() async throws {
    try await TestSite.run { site in
      let browser = try await site.browser(.council)
      let form = try await browser.get("/benefits/new")
      #expect(form.text.contains("value=\"B001\""))
      let recorded = try await browser.post("/benefits", BenefitSample.fields)
      let page = try await browser.follow(recorded)
      let path = try #require(recorded.location)
      for words in [
        "Benefit recorded", "Fewer repeat calls", "West Lothian Council", "36,000.00", "25 %",
        "gross × ramp share", "name=\"csrf\"",
      ] {
        #expect(page.text.contains(words), "\(words)")
      }
      #expect(!(try await browser.get(path)).text.contains("Benefit recorded"))
      let list = try await browser.get("/benefits?words=repeat&cashability=Cashable")
      #expect(list.text.contains("href=\"\(path)\""))
      #expect(try await browser.get("/benefits?words=nothing").text.contains("No benefits"))

      let edit = try await browser.get("\(path)/edit")
      #expect(edit.text.contains("name=\"version\" value=\"1\""))
      #expect(edit.text.contains("name=\"Amount.amount\" type=\"text\""))
      let changed = try await browser.post(
        path, BenefitSample.with(["version": "1", "Amount.amount": "24000", "reason": "Recount"]))
      let after = try await browser.follow(changed)
      for words in ["Benefit changed", "72,000.00", "Recount", "£12,000.00 a year"] {
        #expect(after.text.contains(words), "\(words)")
      }
      let same = try await browser.post(
        path, BenefitSample.with(["version": "2", "Amount.amount": "24000"]))
      #expect(try await browser.follow(same).text.contains("Nothing was changed"))

      let withdrawal = [("version", "2"), ("reason", "The office closed")]
      #expect(try await browser.post("\(path)/withdraw", [("version", "2")]).status == 422)
      let withdrawn = try await browser.post("\(path)/withdraw", withdrawal)
      #expect(try await browser.follow(withdrawn).text.contains("Withdrawn"))
      let journal = try await browser.get("/audit")
      #expect(journal.text.contains("The office closed"))
    }
  }

  @Test("Of two who change the same version the second sees both and can send theirs again")
  func conflict() async throws {
    try await TestSite.run { site in
      let first = try await site.browser(.council)
      let second = try await site.browser(.council)
      let path = try #require(try await first.post("/benefits", BenefitSample.fields).location)
      _ = try await first.post(path, BenefitSample.with(["version": "1", "title": "First"]))
      let refused = try await second.post(
        path, BenefitSample.with(["version": "1", "title": "Second", "owner": "Me"]))
      #expect(refused.status == 409)
      for words in ["First", "Second", "name=\"owner\" value=\"Me\"", "value=\"2\""] {
        #expect(refused.text.contains(words), "\(words)")
      }
      let again = try await second.post(
        path, BenefitSample.with(["version": "2", "title": "Second", "owner": "Me"]))
      #expect(try await second.follow(again).text.contains("Second"))
    }
  }

  @Test("A reference that is taken comes back as a problem of its field")
  func takenReference() async throws {
    try await TestSite.run { site in
      let browser = try await site.browser(.council)
      _ = try await browser.post("/benefits", BenefitSample.fields)
      let again = try await browser.post("/benefits", BenefitSample.fields)
      #expect(again.status == 422)
      #expect(again.text.contains("href=\"#reference\""))
    }
  }

  @Test("The table for other programs holds exactly the rows of the screen's filter")
  func table() async throws {
    try await TestSite.run { site in
      let browser = try await site.browser(.council)
      for (number, title) in ["=HYPERLINK(1)", "Second", "Third"].enumerated() {
        _ = try await browser.post(
          "/benefits",
          BenefitSample.with([
            "reference": "B00\(number)", "title": title,
            "cashability": number == 2 ? "Non-cashable" : "Cashable",
          ]))
      }
      let answer = try await browser.get("/benefits.csv?cashability=Cashable&sort=title")
      let lines = answer.text.split(separator: "\r\n")
      #expect(lines.count == 3)
      #expect(answer.headers[.contentDisposition]?.contains("benefits.csv") == true)
      #expect(answer.headers[.contentSecurityPolicy] == SecurityHeaders.sandbox)
      #expect(!answer.text.contains(",=HYPERLINK"))
      #expect(!answer.text.contains("Third"))
    }
  }
}
