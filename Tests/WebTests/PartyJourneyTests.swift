import Foundation
import HTTPTypes
import Programme
import Store
import TestSupport
import Testing

@testable import Web

@Suite(
  "Who decides, who is ready and who has which part",
  .enabled(if: TestServer.isAvailable, "TEST_DATABASE_URL is not set"))
struct PartyJourneyTests {
  private let code = "/councils/S12000040"

  @Test(
    "PTY-3 to PTY-6: a council names who decides, says how ready it is, and two who differ lose nothing"
  )
  func offices() async throws {
    try await TestSite.run { site in
      let officer = try await site.browser(.council)
      let page = try await officer.get(code)
      #expect(page.text.contains("No key decision maker") && page.text.contains("Name one"))
      let form = try await officer.get("/offices/new?kind=Key%20decision%20maker")
      #expect(form.text.contains("Name the key decision maker"))
      let fields = [
        ("party", ""), ("kind", "Key decision maker"), ("person", ""), ("holder", "Ann <b>"),
        ("limit", "250,000.01"), ("deputy", "Bo"), ("from", "2010-01-01"), ("to", ""),
      ]
      let refused = try await officer.post(
        "/offices", fields.map { ($0.0, $0.0 == "from" ? "soon" : $0.1) })
      #expect(refused.status == 422)
      for kept in ["Ann &lt;b&gt;", "value=\"soon\"", "href=\"#from\"", "250,000.01"] {
        #expect(refused.text.contains(kept), "\(kept)")
      }
      let named = try await officer.follow(try await officer.post("/offices", fields))
      for words in ["Office saved", "Ann &lt;b&gt;", "up to £250,000.01", "deputy Bo"] {
        #expect(named.text.contains(words), "\(words)")
      }
      let edit = try #require(
        named.text.firstMatch(of: /href="(\/offices\/[0-9a-f-]+)\/edit"/)?.1
      ).description
      _ = try await officer.get(edit + "/edit")
      let change = fields.filter { $0.0 != "party" } + [("version", "1"), ("reason", "Late news")]
      #expect(
        try await officer.post(edit, change.map { ($0.0, $0.0 == "limit" ? "" : $0.1) }).status
          == 303)
      let overtaken = try await officer.post(
        edit, change.map { ($0.0, $0.0 == "deputy" ? "Cy" : $0.1) })
      #expect(overtaken.status == 409)
      for words in ["name=\"deputy\" value=\"Cy\"", "name=\"version\" value=\"2\""] {
        #expect(overtaken.text.contains(words), "\(words)")
      }
      #expect(try await officer.get(code).text.contains("limit not known"))

      _ = try await officer.get(code + "/readiness")
      let checks = ReadinessForm.names.sorted().filter { $0.contains(".") }.map { ($0, "") }
      let early = checks.map { ($0.0, $0.0 == "data.standing" ? "In place" : $0.1) }
      let wrong = try await officer.post(code + "/readiness", early + [("version", "0")])
      #expect(wrong.status == 422 && wrong.text.contains("href=\"#data-day\""))
      let said = early.map { ($0.0, $0.0 == "data.day" ? "2010-01-01" : $0.1) }
      let ready = try await officer.follow(
        try await officer.post(code + "/readiness", said + [("version", "0")]))
      #expect(ready.text.contains("Ready: 2 of 5"))

      let partner = try await site.browser(.partner, of: World.supplier)
      #expect(try await partner.get(code).text.contains("Ready: 2 of 5"))
      #expect(try await partner.get(code + "/readiness").status == 403)
      #expect(try await partner.get(edit + "/edit").status == 403)
      let own = try await partner.get("/partners/\(World.supplier)")
      #expect(own.text.contains("No technical lead") && own.text.contains("Name one"))
      #expect(try await partner.get("/partners/\(World.westLothian)").status == 404)
    }
  }

  @Test(
    "PTY-7, PTY-8 and PTY-12: the co-ordinator shares out parts, parties confirm, the grid shows it"
  )
  func parts() async throws {
    try await TestSite.run { site in
      let office = World.programmeOffice
      let coordinator = Browser(site)
      let signedIn = try await coordinator.signIn(
        try await site.addPerson(.coordinator, of: office))
      #expect(signedIn.location == "/programme")
      _ = try await coordinator.get("/responsibilities/new")
      let fields = [
        ("title", "Move the data"), ("description", ""), ("group.member council", "Responsible"),
        ("group.lead council", "Consulted"), ("party.\(World.inverclyde)", "Informed"),
      ]
      let refused = try await coordinator.post("/responsibilities", fields)
      #expect(refused.status == 422 && refused.text.contains("href=\"#accountable\""))
      #expect(refused.text.contains("value=\"Informed\" selected"))
      let made = try await coordinator.post(
        "/responsibilities", fields + [("accountable", World.supplier.description)])
      let page = try await coordinator.follow(made)
      let path = try #require(made.location)
      for words in ["Accountable", "Lomond Systems", "Informed", "Not confirmed"] {
        #expect(page.text.contains(words), "\(words)")
      }
      let edit = try await coordinator.get(path + "/edit")
      #expect(edit.text.contains("value=\"\(World.supplier)\" selected"))

      let partner = try await site.browser(.partner, of: World.supplier)
      #expect(try await partner.get("/responsibilities").text.contains("Your part: Lomond Systems"))
      _ = try await partner.get(path)
      #expect(try await partner.post(path + "/confirm", [("version", "9")]).status == 409)
      let confirmed = try await partner.follow(
        try await partner.post(path + "/confirm", [("version", "1")]))
      #expect(confirmed.text.contains("Confirmed by partner"))
      #expect(try await partner.get(path + "/edit").status == 403)
      #expect(try await partner.post(path, fields).status == 403)

      let matrix = try await partner.get("/responsibilities.csv").text
      #expect(matrix.contains("Move the data,Lomond Systems,2,"))
      #expect(matrix.contains(",\"Informed, not confirmed\""))
      let grid = try await coordinator.get("/programme?sort=parts&order=descending")
      let names = ["Inverclyde Council", "West Lothian Council"]
      #expect(names.allSatisfy(grid.text.contains))
      #expect(grid.text.contains("href=\"/programme.csv?sort=parts&amp;order=descending\""))
      let narrowed = try await coordinator.get("/programme.csv?capacity=lead%20council").text
      #expect(narrowed.split(separator: "\r\n").count == 2)
      #expect(narrowed.contains("West Lothian Council"))
      #expect(try await coordinator.get("/programme.xlsx").body.starts(with: Array("PK".utf8)))
      #expect(try await coordinator.get("/offices?state=gaps").text.contains("No champion"))
    }
  }

  @Test("PTY-9 to PTY-11: objectives, the charter and other programmes are agreed on their pages")
  func agreed() async throws {
    try await TestSite.run { site in
      let coordinator = try await site.browser(.coordinator, of: World.programmeOffice)
      let partner = try await site.browser(.partner, of: World.supplier)
      _ = try await coordinator.get("/objectives/new")
      let terms = ObjectiveForm.names.sorted().filter { $0.contains(".") }.map { ($0, "") }
      func targets(_ words: String) -> [(String, String)] {
        terms.map { ($0.0, $0.0 == "after.words" ? words : $0.0 == "after.by" ? "2030-01-01" : "") }
      }
      let refused = try await coordinator.post(
        "/objectives", targets("") + [("title", "Better access"), ("description", "")])
      #expect(refused.status == 422 && refused.text.contains("href=\"#after-words\""))
      let objective = try await coordinator.post(
        "/objectives", targets("A user group") + [("title", "Better access"), ("description", "")])
      let page = try await coordinator.follow(objective)
      #expect(page.text.contains("After implementation") && page.text.contains("A user group"))

      _ = try await coordinator.get("/charter/new")
      for (number, text) in ["We tell early.", "We tell early.\r\n\r\nWe mend."].enumerated() {
        let fields = [("text", text), ("news", "More"), ("version", "\(number)")]
        #expect(try await coordinator.post("/charter", fields).status == 303)
        #expect(try await coordinator.post("/charter", fields).status == 409)
      }
      let asked = try await partner.get("/charter")
      #expect(asked.text.contains("<p class=\"govuk-body\">We mend.</p>"))
      #expect(try await partner.post("/charter/accept", [("number", "1")]).status == 409)
      let accepted = try await partner.follow(
        try await partner.post("/charter/accept", [("number", "2")]))
      #expect(accepted.text.contains("1 of 4 parties accepted it"))
      #expect(try await partner.get("/charter/1").text.contains("0 of 4 parties accepted it"))
      #expect(try await partner.get("/charter/3").status == 404)

      let officer = World.officer
      try await site.database.store.write(as: officer, .test()) { db in
        let office = Office(kind: .champion, holder: "Iain Sinclair", from: try db.today())
        try db.addOffice(office, of: World.westLothian, by: .test(), as: officer)
      }
      _ = try await coordinator.get("/other-programmes/new")
      let other = try await coordinator.post(
        "/other-programmes",
        [
          ("name", "Payroll"), ("runBy", ""), ("description", ""), ("from", "2001-01-01"),
          ("to", ""), ("people", "iain sinclair; Somebody"),
          ("group.member council", "Draws on them"),
        ])
      let clash = try await coordinator.follow(other)
      for words in ["Champion of West Lothian Council", "Inverclyde Council"] {
        #expect(clash.text.contains(words), "\(words)")
      }
      #expect(try await partner.get("/other-programmes.csv").text.contains("Payroll,,"))
      #expect(try await partner.get("/objectives.csv").text.contains("After implementation"))
    }
  }
}
