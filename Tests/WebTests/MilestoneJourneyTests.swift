import Foundation
import HTTPTypes
import Programme
import Store
import TestSupport
import Testing

@testable import Web

@Suite(
  "Milestones, what they move, and who is warned",
  .enabled(if: TestServer.isAvailable, "TEST_DATABASE_URL is not set"))
struct MilestoneJourneyTests {
  private static let fields = [
    ("title", "Release 2"), ("description", "It installs."), ("office", "Delivery"),
    ("baseline", "2010-06-01"), ("forecast", ""), ("slipReason", ""), ("owner", ""),
    ("version", ""),
  ]

  private static func with(_ changes: [String: String]) -> [(String, String)] {
    fields.map { ($0.0, changes[$0.0] ?? $0.1) }
      + changes.filter { change in !fields.contains { $0.0 == change.key } }.map { ($0, $1) }
  }

  /// The value of a hidden field of a page.
  private func hidden(_ name: String, in answer: Answer) throws -> String {
    let mark = try #require(answer.text.firstRange(of: "name=\"\(name)\" value=\""))
    return String(answer.text[mark.upperBound...].prefix { $0 != "\"" })
  }

  /// A council's milestone that waits for one of the supplier; both by their paths.
  private func begin(
    _ supplier: Browser, _ council: Browser
  ) async throws -> (release: String, live: String) {
    #expect(try await supplier.get("/milestones").text.contains("No milestone"))
    let wrong = try await supplier.post(
      "/milestones", Self.with(["title": "", "baseline": "2010-02-30", "office": "Mine"]))
    #expect(wrong.status == 422)
    for words in ["href=\"#title\"", "href=\"#baseline\"", "value=\"Mine\""] {
      #expect(wrong.text.contains(words), "\(words)")
    }
    let made = try await supplier.post("/milestones", Self.fields)
    #expect(try await supplier.follow(made).text.contains("Milestone recorded"))
    let release = try #require(made.location)
    _ = try await council.get("/milestones/new")
    let live = try #require(
      try await council.post(
        "/milestones", Self.with(["title": "Contact centre live", "baseline": "2010-06-20"])
      ).location)
    let needs = [("needs", String(release.suffix(36))), ("lagDays", "10")]
    let added = try await council.follow(try await council.post("\(live)/needs", needs))
    #expect(added.text.contains("Added what it needs") && added.text.contains("9 days"))
    _ = try await supplier.get(release)
    let circle = try await supplier.post(
      "\(release)/needs", [("needs", String(live.suffix(36))), ("lagDays", "0")])
    #expect(circle.status == 422)
    #expect(circle.text.contains("Release 2 ← Contact centre live ← Release 2"))
    return (release, live)
  }

  @Test("MIL-3, MIL-5, MIL-7, MIL-8, MIL-9 and MIL-12: from the plan to a slip and a warning")
  func life() async throws {
    try await TestSite.run { site in
      let supplier = try await site.browser(.partner, of: World.supplier)
      let council = try await site.browser(.council)
      let (release, live) = try await begin(supplier, council)

      _ = try await supplier.get("\(release)/move")
      let move = [("version", "1"), ("forecast", "2010-06-28"), ("slipReason", "Staff are short")]
      let silent = try await supplier.post("\(release)/move/check", Array(move.prefix(2)))
      #expect(silent.status == 422 && silent.text.contains("Say why it moves later"))
      let check = try await supplier.post("\(release)/move/check", move)
      // 28 June and ten days is 18 days after 20 June.
      for words in ["27 days later", "Contact centre live", "8 July 2010", ">18<"] {
        #expect(check.text.contains(words), "\(words)")
      }
      let back = try await supplier.post("\(release)/move/check", move + [("edit", "yes")])
      #expect(back.text.contains("value=\"2010-06-28\""))
      #expect(back.text.contains(">Staff are short<") || back.text.contains("\"Staff are short\""))
      let stale = try await supplier.post("\(release)/move", move + [("seeing", "other")])
      #expect(stale.status == 409 && stale.text.contains("The plan was changed while you looked"))
      let seeing = try hidden("seeing", in: check)
      let moved = try await supplier.follow(
        try await supplier.post(
          "\(release)/move", move + [("seeing", seeing), ("tells", "yes")]))
      #expect(moved.text.contains("Date moved") && moved.text.contains("1 June 2010"))
      let late = try await supplier.post(release, Self.with(["version": "1", "title": "Mine"]))
      #expect(late.status == 409 && late.text.contains("name=\"title\" value=\"Mine\""))
      #expect(try await supplier.post("\(release)/move/check", move).status == 409)

      let stuck = try await council.get(live)
      #expect(stuck.text.contains("It can be held on 8 July 2010 at the earliest"))
      #expect(try await council.get("/milestones?party=all&state=stuck").text.contains(live))
      #expect(try await council.get("/milestones.csv?party=all").text.contains("Staff are short"))
      #expect(try await council.get("/milestones/timeline?party=all").text.contains(live))
      _ = try await council.get("\(live)/move")
      let early = [("version", "1"), ("forecast", "2010-07-01"), ("slipReason", "It waits")]
      let refused = try await council.post("\(live)/move/check", early)
      #expect(refused.status == 422 && refused.text.contains("8 July 2010 or later"))

      _ = try await supplier.get("\(release)/warning")
      #expect(try await supplier.post("\(release)/warning", [("version", "2")]).status == 422)
      let warned = try await supplier.post(
        "\(release)/warning",
        [("daysLate", "9"), ("likelihood", "Likely"), ("reason", "The tests failed")])
      #expect(try await supplier.follow(warned).text.contains("May be 9 days late, likely"))
      #expect(try await council.get("/milestones?party=all&state=warned").text.contains(release))
      #expect(try await council.get("\(release)/move").status == 403)
      let settled = try await supplier.post(
        "\(release)/warning/withdraw", [("version", "2"), ("reason", "They pass")])
      #expect(try await supplier.follow(settled).text.contains("Withdrawn: They pass"))
    }
  }

  @Test("Every field of the forms with extremes is taken or refused with its words")
  func hostile() async throws {
    try await TestSite.run { site in
      let browser = try await site.browser(.coordinator, of: World.programmeOffice)
      _ = try await browser.get("/milestones/new")
      for name in MilestoneSubmission.names.sorted() {
        for value in HostileInputTests.extremes {
          let answer = try await browser.post("/milestones", Self.with([name: value]))
          #expect([303, 422, 403].contains(answer.status), "\(name)=\(value.prefix(40))")
        }
      }
      let path = try #require(try await browser.post("/milestones", Self.fields).location)
      let forms = [
        ("move/check", ["forecast", "slipReason", "seeing"]), ("move", ["forecast", "slipReason"]),
        ("achieve", ["actual"]), ("reopen", ["reason"]), ("replan", ["baseline", "reason"]),
        ("warning", ["daysLate", "likelihood", "reason"]), ("warning/withdraw", ["reason"]),
        ("needs", ["needs", "lagDays"]), ("needs/remove", ["needs"]), ("withdraw", ["reason"]),
      ]
      _ = try await browser.get(path)
      for (verb, names) in forms {
        for value in HostileInputTests.extremes {
          let sent = names.map { ($0, value) }
          let isNeed = verb.hasPrefix("needs")
          let answer = try await browser.post(
            "\(path)/\(verb)", sent + (isNeed ? [] : [("version", "1")]))
          #expect([200, 303, 404, 409, 422].contains(answer.status), "\(verb) \(value.prefix(40))")
        }
      }
      for query in ["from=2010-01-01&to=2009-01-01", "from=x", "to=9999-12-31", "party=x"] {
        #expect(try await browser.get("/milestones/timeline?\(query)").status == 422, "\(query)")
      }
      #expect(try await browser.get("/milestones?party=all&state=all").status == 200)
    }
  }
}
