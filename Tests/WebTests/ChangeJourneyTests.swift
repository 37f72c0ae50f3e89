import Foundation
import HTTPTypes
import Programme
import Store
import TestSupport
import Testing

@testable import Web

@Suite(
  "Plan changes from proposal to acknowledgement",
  .enabled(if: TestServer.isAvailable, "TEST_DATABASE_URL is not set"))
struct ChangeJourneyTests {
  private static let fields = [
    ("title", "The upgrade moves from March to June"), ("before", "March"), ("after", "June"),
    ("reason", "Data is late"), ("onCost", "1000"), ("positionsDue", "2010-04-15"),
    ("acknowledgementDue", "2010-05-15"), ("authority", "The co-ordinator"),
    ("party.\(World.westLothian)", "yes"), ("party.\(World.inverclyde)", "yes"),
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

  private func propose(_ supplier: Browser) async throws -> String {
    #expect(try await supplier.get("/changes").text.contains("Nobody has proposed"))
    _ = try await supplier.get("/changes/new")
    let wrong = try await supplier.post(
      "/changes",
      Self.with([
        "title": "", "onCost": "lots", "milestoneDay.0": "2010-06-01", "benefit.0": "B1",
      ]))
    #expect(wrong.status == 422)
    for words in [
      "href=\"#title\"", "href=\"#onCost\"", "href=\"#milestone-0\"", "href=\"#benefitField-0\"",
      "value=\"lots\"", "value=\"2010-06-01\"",
    ] {
      #expect(wrong.text.contains(words), "\(words)")
    }
    let made = try await supplier.post("/changes", Self.fields)
    let page = try await supplier.follow(made)
    #expect(page.text.contains("Change proposed"))
    #expect(page.text.contains("A position is still missing from 2 of 2 parties"))
    return try #require(made.location)
  }

  /// A counter-proposal that the supplier adopts; whoever answers the version before is shown both.
  private func negotiate(
    _ path: String, _ supplier: Browser, _ council: Browser
  ) async throws {
    let form = try await council.get("\(path)/position")
    #expect(form.text.contains("You answer version 1"))
    let sent = [("party", "\(World.westLothian)"), ("revision", "1")]
    let bare = try await council.post("\(path)/position", sent + [("answer", "Object")])
    #expect(bare.status == 422 && bare.text.contains("href=\"#words\""))
    let counter = [
      ("answer", "Propose something else"), ("words", "We cannot in June"), ("instead", "In July"),
    ]
    let taken = try await council.follow(
      try await council.post("\(path)/position", sent + counter))
    #expect(taken.text.contains("Position taken") && taken.text.contains("Instead: In July"))
    let page = try await supplier.get(path)
    let adopted = try await supplier.post(
      "\(path)/adopt",
      [
        ("position", try hidden("position", in: page)),
        ("version", try hidden("version", in: page)),
      ])
    #expect(try await supplier.follow(adopted).text.contains("Version 2"))
    let late = try await council.post(
      "\(path)/position", sent + [("answer", "Object"), ("words", "Typed with care")])
    #expect(late.status == 409)
    for words in ["Typed with care", "Changed meanwhile", "In July"] {
      #expect(late.text.contains(words), "\(words)")
    }
    let stale = try await supplier.post(
      "\(path)/amend", Self.with(["version": "1", "note": "Later", "after": "In August"]))
    #expect(stale.status == 409)
    #expect(stale.text.contains("In August") && stale.text.contains("Save mine over it"))
  }

  private func decide(_ path: String, _ coordinator: Browser) async throws {
    let form = try await coordinator.get("\(path)/decide")
    let version = try hidden("version", in: form)
    let decision = [
      ("outcome", "Agree"), ("decidedBy", "The director"), ("decidedOn", "2010-03-31"),
      ("reason", "Needed"),
    ]
    let early = try await coordinator.post("\(path)/decide", decision + [("version", version)])
    #expect(early.status == 422)
    #expect(early.text.contains("href=\"#despite\"") && early.text.contains("until 15 April 2010"))
    let full = decision + [("despite", "It cannot wait")]
    let stale = try await coordinator.post("\(path)/decide", full + [("version", "1")])
    #expect(stale.status == 409 && stale.text.contains("It cannot wait"))
    let made = try await coordinator.follow(
      try await coordinator.post("\(path)/decide", full + [("version", version)]))
    #expect(made.text.contains("Change agreed"))
    let again = try await coordinator.get("\(path)/decide")
    #expect(again.status == 409 && again.text.contains("the affected parties are to be told next"))
  }

  @Test("CHG-2, CHG-4, CHG-8, CHG-11 and CHG-13: a change on its way, and everybody who may not")
  func life() async throws {
    try await TestSite.run { site in
      let supplier = try await site.browser(.partner, of: World.supplier)
      let council = try await site.browser(.council)
      let coordinator = try await site.browser(.coordinator, of: World.programmeOffice)
      let board = try await site.browser(.board, of: World.programmeOffice)
      let path = try await propose(supplier)
      try await negotiate(path, supplier, council)
      #expect(try await council.get("\(path)/decide").status == 403)
      #expect(try await supplier.get("\(path)/position").status == 403)
      #expect(try await board.post("\(path)/chase").status == 403)
      #expect(try await board.get("/changes/999").status == 404)
      try await decide(path, coordinator)
      let telling = try await supplier.get("\(path)/tell")
      let told = try await supplier.post(
        "\(path)/tell",
        [("version", try hidden("version", in: telling)), ("acknowledgementDue", "2010-05-15")])
      #expect(try await supplier.follow(told).text.contains("Parties told"))
      #expect(try await council.get("/changes?need=ours").text.contains("Waiting for us: 1"))
      _ = try await council.get("\(path)/acknowledge")
      let done = try await council.follow(
        try await council.post(
          "\(path)/acknowledge", [("party", "\(World.westLothian)"), ("by", "Anne Smith")]))
      #expect(done.text.contains("Anne Smith, 31 March 2010"))
      let table = try await board.get("/changes.csv").text
      #expect(table.contains("1,The upgrade moves from March to June,Communicated,Agree"))
      #expect(try await board.get("\(path)/plan").text.contains("names no milestone"))
    }
  }
}
