import HTTPTypes
import Postgres
import Programme
import Store
import TestSupport
import Testing

@testable import Web

@Suite(
  "Issues from raising to what they taught",
  .enabled(if: TestServer.isAvailable, "TEST_DATABASE_URL is not set"))
struct IssueJourneyTests {
  private static let raised = [
    ("title", "Late *mapping*"), ("description", "See #1.\n\n- one\n- two"),
    ("kind", "Dependency"), ("council", "West Lothian Council"), ("sight", "everybody"),
  ]
  private static let plan = [
    ("owner", "Lomond Systems"), ("ownerPerson", ""), ("nextAction", "Send the mapping"),
    ("due", "2010-06-01"), ("severity", "Major"), ("priority", ""), ("cause", "Supplier"),
  ]

  @Test("ISS-1, ISS-2, ISS-7, ISS-12 and ISS-15: two parties see an issue through on its pages")
  func life() async throws {
    try await TestSite.run { site in
      let officer = try await site.browser(.council)
      let partner = try await site.browser(.partner, of: World.supplier)
      _ = try await officer.get("/issues/new")
      let refused = try await officer.post("/issues", [("title", ""), ("due", "soon")])
      #expect(refused.status == 422)
      for words in ["href=\"#title\"", "href=\"#due\"", "value=\"soon\""] {
        #expect(refused.text.contains(words), "\(words)")
      }
      let answer = try await officer.post("/issues", Self.raised)
      let path = try #require(answer.location)
      let page = try await officer.follow(answer)
      for words in [
        "Issue raised", "Untriaged</strong> since today", "Nobody yet", "/issues/1\"",
        "<li>one</li>",
        "Late *mapping*",
      ] {
        #expect(page.text.contains(words), "\(words)")
      }
      let late = try await officer.post("\(path)/steps/triage", [("version", "1")])
      #expect(late.status == 422)
      #expect(late.text.contains("href=\"#owner\""))
      let triaged = try await officer.post(
        "\(path)/steps/triage", [("version", "1")] + Self.plan)
      #expect(try await officer.follow(triaged).text.contains("by 1 June 2010"))

      _ = try await partner.get("\(path)/edit")
      let change = Self.raised.dropLast() + Self.plan + [("version", "2"), ("reason", "")]
      let theirs = change.map { $0.0 == "title" ? ("title", "Theirs") : $0 }
      #expect(try await partner.post(path, theirs).status == 303)
      let conflict = try await officer.post(
        path, change.map { $0.0 == "title" ? ("title", "Mine") : $0 })
      #expect(conflict.status == 409)
      #expect(conflict.text.contains("Theirs"))
      #expect(conflict.text.contains("name=\"title\" value=\"Mine\""))
      let slow = try await officer.post(
        "\(path)/steps/wait", [("version", "2"), ("waitingFor", "Kept words")])
      #expect(slow.status == 409)
      #expect(slow.text.contains("Kept words") && slow.text.contains("What changed meanwhile"))
      let illegal = try await officer.post("\(path)/steps/resume", [("version", "3")])
      #expect(illegal.status == 409)
      #expect(illegal.text.contains("an issue that is waiting"))
      #expect(try await officer.get("\(path)/steps/answer").status == 403)

      let board = [("version", "3"), ("question", "Who pays?"), ("decideBy", "2010-07-01")]
      _ = try await partner.post("\(path)/steps/escalate", board)
      #expect(try await partner.get("/issues?need=escalated").text.contains("Theirs"))
      let solved = [
        ("version", "4"), ("resolution", "Sent"), ("learnt", "Ask early"), ("prevention", "Dates"),
      ]
      let resolved = try await partner.post("\(path)/steps/resolve", solved)
      #expect(try await partner.follow(resolved).text.contains("What will prevent it"))
      #expect(try await officer.get("/issues").text.contains("Nothing stands in the way"))
      #expect(try await officer.get("/lessons?words=early").text.contains("Ask early"))
      let comment = try await officer.post("\(path)/comments", [("comment", "**Thanks**")])
      #expect(try await officer.follow(comment).text.contains("<strong>Thanks</strong>"))
      #expect(try await officer.post("\(path)/comments", [("comment", " ")]).status == 422)
      let csv = try await officer.get("/issues.csv?state=finished")
      #expect(csv.text.split(separator: "\r\n").count == 2)
      #expect(try await officer.get("/lessons.csv").text.contains("Dates"))
    }
  }

  @Test("ISS-13 and ISS-12: what is ticked is changed after a look, and lists are kept")
  func many() async throws {
    try await TestSite.run { site in
      let officer = try await site.browser(.council)
      _ = try await officer.get("/issues/new")
      for title in ["First", "Second"] {
        _ = try await officer.post(
          "/issues", Self.raised.map { $0.0 == "title" ? ("title", title) : $0 })
      }
      let choose = try await officer.get("/issues/bulk?issue=1&issue=2")
      #expect(choose.text.contains("Change 2 issues"))
      #expect(
        try await officer.get("/issues/bulk?all=yes&state=Untriaged").text.contains("2 issues"))
      let blank = try await officer.post("/issues/bulk/check", [("issues", "1.1 2.1")])
      #expect(blank.status == 422)
      let change = [("issues", "1.1 2.1"), ("reason", "Agreed")] + Self.plan
      let check = try await officer.post("/issues/bulk/check", change)
      #expect(check.text.contains("2 issues change."))
      #expect(check.text.contains("Untriaged"))
      #expect(try await officer.post("/issues/bulk", change).status == 303)
      #expect(try await officer.post("/issues/bulk", change).status == 409)
      let list = try await officer.get("/issues?state=Open&sort=due")
      #expect(list.text.contains("2 issues, due soonest first"))

      let kept = try await officer.post(
        "/issues/views", [("name", "Open ones"), ("query", "?state=Open&sort=due")])
      #expect(try await officer.follow(kept).text.contains("/issues?state=Open&amp;sort=due"))
      #expect(
        try await officer.post("/issues/views", [("name", ""), ("query", "")]).status == 422)
    }
  }

  @Test("ISS-8 and ISS-9: what is told in confidence is opened by either, and by nobody else")
  func concern() async throws {
    try await TestSite.run { site in
      let officer = try await site.browser(.council)
      let colleague = try await site.browser(.council)
      let coordinator = try await site.browser(.coordinator, of: World.programmeOffice)
      _ = try await officer.get("/issues/new")
      let told = try await officer.post(
        "/issues", Self.raised.map { $0.0 == "sight" ? ("sight", "confided") : $0 })
      let path = try #require(told.location)
      #expect(try await officer.follow(told).text.contains("besides you only the co-ordinators"))
      #expect(try await colleague.get(path).status == 404)
      #expect(try await coordinator.get("/issues").text.contains("In confidence: 1"))
      #expect(try await coordinator.get("\(path)/steps/publish").status == 200)
      let opened = try await coordinator.post("\(path)/steps/publish", [("version", "1")])
      #expect(try await coordinator.follow(opened).text.contains("Untriaged"))
      #expect(try await colleague.get(path).status == 200)
    }
  }

  @Test("Every field of an issue's form with extremes is taken or refused with its words")
  func hostile() async throws {
    try await TestSite.run { site in
      let officer = try await site.browser(.council)
      _ = try await officer.get("/issues/new")
      let names = ["title", "description", "council", "alsoCouncils", "due", "sight", "about"]
      for name in names {
        for value in HostileInputTests.extremes {
          let fields = Self.raised.filter { $0.0 != name } + [(name, value)]
          let answer = try await officer.post("/issues", fields)
          #expect([303, 422].contains(answer.status), "\(name)=\(value.prefix(40))")
        }
      }
      for value in HostileInputTests.extremes {
        for place in ["comments", "links"] {
          let field = place == "links" ? "link" : "comment"
          let answer = try await officer.post("/issues/1/\(place)", [(field, value)])
          #expect([303, 422].contains(answer.status), "\(place)=\(value.prefix(40))")
        }
        let lesson = [("title", value), ("kind", "Success"), ("learnt", value), ("advice", "A")]
        #expect([303, 422].contains(try await officer.post("/lessons", lesson).status))
      }
      for path in ["/issues", "/issues/1", "/lessons"] {
        let page = try await officer.get(path)
        #expect(page.status == 200 && !page.text.contains("<script>alert"), "\(path)")
      }
    }
  }

  @Test("A lesson is recorded, changed and withdrawn; the party may be left out")
  func lessons() async throws {
    try await TestSite.run { site in
      let officer = try await site.browser(.council)
      let partner = try await site.browser(.partner, of: World.supplier)
      _ = try await officer.get("/lessons/new")
      let fields = [
        ("title", "Go-live on a Tuesday"), ("kind", "Success"), ("learnt", "Three days to mend"),
        ("advice", "Choose a Tuesday"), ("cause", ""), ("naming", "Leave my party out"),
      ]
      #expect(try await officer.post("/lessons", [("title", "A")]).status == 422)
      let added = try await officer.post("/lessons", fields)
      let path = try #require(added.location)
      #expect(try await officer.follow(added).text.contains("West Lothian Council, "))
      let seen = try await partner.get(path)
      #expect(seen.text.contains("A party of the programme") && !seen.text.contains("West Lothian"))
      #expect(try await partner.get("\(path)/edit").status == 403)
      let change = fields + [("version", "1"), ("reason", "")]
      #expect(try await officer.post(path, change).status == 303)
      let better = change.map { $0.0 == "title" ? ("title", "Better") : $0 }
      #expect(try await officer.post(path, better).status == 303)
      #expect(try await officer.post(path, change).status == 409)
      let gone = try await officer.post(
        "\(path)/withdraw", [("version", "2"), ("reason", "It was luck")])
      #expect(try await officer.follow(gone).text.contains("Withdrawn"))
      #expect(!(try await officer.get("/lessons").text.contains("Better")))
    }
  }
}
