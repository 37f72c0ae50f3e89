import Foundation
import HTTPTypes
import Postgres
import Programme
import TestSupport
import Testing

@testable import Store
@testable import Web

@Suite(
  "A benefits map on the pages",
  .enabled(if: TestServer.isAvailable, "TEST_DATABASE_URL is not set"))
struct MapJourneyTests {
  private static let output = [
    ("kind", "Output"), ("title", "One customer record"), ("owner", "Head of ICT"),
    ("due", "2010-04-01"), ("description", ""), ("visibility", "shared"), ("version", ""),
  ]

  private static func with(_ changes: [String: String]) -> [(String, String)] {
    output.map { ($0.0, changes[$0.0] ?? $0.1) }
      + changes.filter { change in !output.contains { $0.0 == change.key } }.map { ($0, $1) }
  }

  @Test("MAP-8 and MAP-9: boxes are added and joined from either side, unlinked and put back")
  func life() async throws {
    try await TestSite.run { site in
      let browser = try await site.browser(.council)
      #expect(try await browser.get("/map").status == 200)
      let benefit = try #require(
        try await browser.post("/benefits", BenefitSample.with(["visibility": "shared"])).location)
      #expect(try await browser.get("/map").text.contains("No change leads to it"))
      let refused = try await browser.post("/map/nodes", Self.with(["title": "", "due": "x"]))
      #expect(refused.status == 422)
      #expect(refused.text.contains("href=\"#title\"") && refused.text.contains("href=\"#due\""))
      let added = try await browser.post("/map/nodes", Self.output)
      let box = try #require(added.location)
      #expect(try await browser.follow(added).text.contains("Nobody uses it"))

      let step = try await browser.get("/map/nodes/new?after=\(box.suffix(36))")
      #expect(step.text.contains("It comes after “One customer record”."))
      let next = try await browser.post(
        "/map/nodes",
        Self.with([
          "kind": "Change", "title": "Answer at once", "after": String(box.suffix(36)), "due": "",
        ]))
      let change = try #require(next.location)
      #expect(try await browser.follow(next).text.contains("One customer record"))
      let join = [("from", "node:\(change.suffix(36))"), ("to", "benefit:\(benefit.suffix(36))")]
      #expect(try await browser.post("/map/links", join).location == "/map")
      #expect(try await browser.post("/map/links", join).status == 422)
      #expect(try await browser.post("/map/links", [("from", ""), ("to", "")]).status == 422)
      let map = try await browser.get("/map")
      for words in [
        "data-after=\"box-2\"", "Change: Answer at once.", "Serves no objective",
        "3 boxes, 2 links",
        "Unlink", "app-sheet",
      ] {
        #expect(map.text.contains(words), "\(words)")
      }
      #expect(!map.text.contains("No change leads to it"))
      #expect(try await browser.get("\(benefit)/map").text.contains("One customer record"))
      #expect(try await browser.get("/map?service=Nowhere").text.contains("No benefit fits"))
      let file = try await browser.get("/map.csv")
      #expect(file.text.contains("Change,Answer at once,Benefit,B001 Fewer repeat calls"))

      let unlink = try #require(map.text.firstRange(of: "/map/links/"))
      let link = map.text[unlink.lowerBound...].prefix(47)
      let gone = try await browser.post("\(link)/remove", [("version", "1")])
      #expect(try await browser.follow(gone).text.contains("Put back"))
      #expect(try await browser.post("\(link)/remove", [("version", "1")]).status == 409)
      let back = try await browser.post("\(link)/restore", [("version", "2")])
      #expect(try await browser.follow(back).text.contains("Boxes joined"))
      #expect(try await browser.get("/map").text.contains("3 boxes, 2 links"))

      let other = try await site.browser(.coordinator, of: World.programmeOffice)
      #expect(try await other.get("/map").text.contains("Choose a council"))
      let seen = try await other.get("/map?council=S12000040")
      #expect(seen.text.contains("Answer at once") && !seen.text.contains("Unlink"))

      let changed = try await browser.post(box, Self.with(["version": "1", "title": "One file"]))
      #expect(try await browser.follow(changed).text.contains("Box changed"))
      let late = try await browser.post(box, Self.with(["version": "1", "title": "Two files"]))
      #expect(late.status == 409)
      #expect(late.text.contains("name=\"title\" value=\"Two files\""))
      #expect(try await browser.post("\(box)/remove", [("version", "2")]).status == 422)
      let off = [("version", "2"), ("reason", "Not needed")]
      #expect(try await browser.post("\(box)/remove", off).location == "/map")
      #expect(try await browser.get(box).status == 404)
    }
  }

  @Test("Of a large map a part is offered first; the whole is drawn when somebody asks for it")
  func parts() async throws {
    try await TestSite.run { site in
      let officer = World.viewer(.council)
      var maker = SyntheticRegister(seed: 7)
      let register = maker.register(council: officer.organisationName, benefitCount: 90)
      try await site.database.store.write(as: officer, .test("register.seed")) { db in
        try db.seed(register, by: .test("register.seed"), as: officer)
      }
      let browser = try await site.browser(.council)
      let first = try await browser.get("/map").text
      #expect(
        first.contains("Choose the part that you want to see")
          && !first.contains("app-map__drawing"))
      let way = try #require(first.firstRange(of: "/map?objective="))
      let part = String(first[way.lowerBound...].prefix { $0 != "\"" })
      #expect(try await browser.get(part).text.contains("app-map__drawing"))
      #expect(try await browser.get("/map?whole=yes").text.contains("app-map__drawing"))
    }
  }

  @Test("Every field of a box's form with extremes is taken or refused with its words")
  func hostile() async throws {
    try await TestSite.run { site in
      let browser = try await site.browser(.council)
      _ = try await browser.get("/map/nodes/new")
      for name in [
        "kind", "title", "owner", "due", "description", "visibility", "after", "benefit",
      ] {
        for (number, value) in HostileInputTests.extremes.enumerated() {
          var changes = [name: value]
          if name != "title" { changes["title"] = "\(name) \(number)" }
          let answer = try await browser.post("/map/nodes", Self.with(changes))
          #expect([303, 422, 404].contains(answer.status), "\(name)=\(value.prefix(40))")
        }
      }
      for value in HostileInputTests.extremes {
        let answer = try await browser.post("/map/links", [("from", value), ("to", value)])
        #expect(answer.status == 422, "\(value.prefix(40))")
      }
      let map = try await browser.get("/map")
      #expect(map.status == 200)
      #expect(!map.text.contains("<script>alert"))
    }
  }
}
