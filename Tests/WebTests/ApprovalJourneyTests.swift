import Foundation
import HTTPTypes
import Postgres
import Programme
import Store
import TestSupport
import Testing

@testable import Web

@Suite(
  "A forecast's way to its baseline on the pages",
  .enabled(if: TestServer.isAvailable, "TEST_DATABASE_URL is not set"))
struct ApprovalJourneyTests {
  @Test("One officer submits, another sends back, then approves, and a later change is told")
  func twoOfficers() async throws {
    try await TestSite.run { site in
      try await site.database.retireOfficers()
      let iain = try await site.browser(.council)
      let morag = try await site.browser(.council)
      let benefit = try #require(try await iain.post("/benefits", Self.benefit()).location)
      let path = "\(benefit)/approval"

      let early = try await iain.get(path)
      #expect(early.text.contains("Submit for approval"))
      #expect(early.text.contains("Once submitted, it is decided by council."))
      let submitted = try await iain.post(
        "\(path)/submit", [("seen", early.seen), ("note", "From the survey of 2010")])
      let waits = try await iain.follow(submitted)
      for words in ["Submitted for approval", "From the survey of 2010", "Take it back"] {
        #expect(waits.text.contains(words), "\(words)")
      }
      #expect(!waits.text.contains("Approve as baseline"))
      #expect(try await iain.post("\(path)/approve", [("seen", early.seen)]).status == 422)

      let list = try await morag.get("/approvals")
      #expect(list.text.contains("Yours to decide") && list.text.contains(path))
      let shown = try await morag.get(path)
      #expect(shown.text.contains("Approve as baseline 1"))
      #expect(try await morag.post("\(path)/return", [("reason", " ")]).status == 422)
      let back = try await morag.post("\(path)/return", [("reason", "Ask <finance>")])
      #expect(try await morag.follow(back).text.contains("Ask &lt;finance&gt;"))

      _ = try await iain.post("\(path)/submit", [("seen", early.seen), ("note", "")])
      let changed = try await iain.post(
        benefit, Self.benefit(["version": "1", "Amount.amount": "24000"]))
      #expect(changed.status == 303)
      let stale = try await morag.post("\(path)/approve", [("seen", shown.seen)])
      #expect(stale.status == 409)
      #expect(stale.text.contains("What changed since it was submitted"))
      _ = try await iain.post("\(path)/take-back")
      let again = try await iain.get(path)
      _ = try await iain.post("\(path)/submit", [("seen", again.seen), ("note", "")])
      let approved = try await morag.post("\(path)/approve", [("seen", again.seen)])
      let baseline = try await morag.follow(approved)
      #expect(
        baseline.text.contains("baseline 1 of") && baseline.text.contains("Forecast approved"))

      _ = try await iain.post(benefit, Self.benefit(["version": "3", "Amount.amount": "30000"]))
      #expect(
        try await iain.get(path).text.contains("Differs from approved baseline 1"))
      let compared = try await iain.get("\(benefit)/baselines/compare?from=1&to=now")
      for words in ["£24,000.00 a year", "£30,000.00 a year", "Net, difference"] {
        #expect(compared.text.contains(words), "\(words)")
      }
      for query in ["from=2", "from=now&to=9", "from=x", "to=-1"] {
        #expect(try await iain.get("\(benefit)/baselines/compare?\(query)").status == 404)
      }
      #expect(try await iain.get("/approvals.csv").text.contains("State"))
    }
  }

  @Test("APP-3 A new benefit cannot begin as approved")
  func approvedByHand() async throws {
    try await TestSite.run { site in
      let browser = try await site.browser(.council)
      let answer = try await browser.post("/benefits", Self.benefit(["status": "Approved"]))
      #expect(answer.status == 422)
      #expect(answer.text.contains("href=\"#status\""))
    }
  }

  private static func benefit(_ changes: [String: String] = [:]) -> [(String, String)] {
    let all = ["status": "Profiled", "owner": "Head of ICT", "visibility": "shared"]
    return BenefitSample.with(all.merging(changes) { $1 })
  }
}

extension Answer {
  /// What a form of the page says was seen.
  var seen: String {
    guard let mark = text.firstRange(of: "name=\"seen\" value=\"") else { return "" }
    return String(text[mark.upperBound...].prefix { $0 != "\"" })
  }
}
