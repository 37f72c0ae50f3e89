import HTTPTypes
import Programme
import Store
import TestSupport
import Testing

@testable import Web

@Suite("Signing in and out", .enabled(if: TestServer.isAvailable, "TEST_DATABASE_URL is not set"))
struct SessionTests {
  @Test("Somebody signs in, lands where they wanted to go, and signs out for good")
  func journey() async throws {
    try await TestSite.run { site in
      let email = try await site.addPerson(.council)
      let browser = Browser(site)
      let turnedAway = try await browser.get("/benefits?status=Approved")
      #expect(turnedAway.status == 303)
      #expect(turnedAway.location == "/sign-in?next=%2Fbenefits%3Fstatus%3DApproved")
      _ = try await browser.follow(turnedAway)
      let answer = try await browser.post(
        "/sign-in",
        [("email", email), ("password", TestSite.password), ("next", "/benefits?status=Approved")])
      #expect(answer.location == "/benefits?status=Approved")
      let session = try #require(browser.cookies["concordat"])
      #expect(try await browser.get("/benefits").status == 200)
      let out = try await browser.post("/sign-out")
      #expect(out.location == "/sign-in")
      #expect(try await browser.get("/benefits").status == 303)
      let replay = try await site.send(.get, "/benefits", [.cookie: "concordat=\(session)"], [])
      #expect(replay.status == 303)
    }
  }

  @Test("The session's token is a new one at every sign-in")
  func rotation() async throws {
    try await TestSite.run { site in
      let email = try await site.addPerson(.council)
      let browser = Browser(site)
      try await browser.signIn(email)
      let first = browser.cookies["concordat"]
      _ = try await browser.post("/sign-out")
      try await browser.signIn(email)
      #expect(first != nil && browser.cookies["concordat"] != first)
    }
  }

  @Test(
    "Unknown people and wrong passwords get the same words, and what was typed stays",
    arguments: [
      ("council-x@example.org", "wrong password"), ("nobody@example.org", TestSite.password),
      ("", ""), ("a\0b", "x"), (" council-x@example.org", "x\0"),
      ("<script>alert(1)</script>", "x"),
    ])
  func refused(email: String, password: String) async throws {
    try await TestSite.run { site in
      _ = try await site.addPerson(.council, email: "council-x@example.org")
      let browser = Browser(site)
      let answer = try await browser.signIn(email, password: password)
      #expect(answer.status == 422)
      #expect(answer.text.contains(SessionHandlers.refusal))
      #expect(!answer.text.contains("<script>alert"))
      #expect(browser.cookies["concordat"] == nil)
    }
  }

  @Test("A session that was left alone too long asks to sign in again")
  func expiry() async throws {
    try await TestSite.run { site in
      let browser = try await site.browser(.council)
      #expect(try await browser.get("/").status == 200)
      site.database.clock.advance(seconds: 61 * 60)
      #expect(try await browser.get("/").status == 303)
    }
  }

  @Test("The demonstration's password opens nothing on a server that others reach")
  func demonstrationPassword() async throws {
    try await TestDatabase.run { database in
      let word = WebConfiguration.demonstrationPassword
      _ = try await database.store.addPerson(
        Person(name: "Demo", email: "demo@example.org", role: .council), password: word,
        organisation: World.westLothian, programme: World.programme, by: .test("person.add"))
      let local = Browser(try TestSite(database))
      #expect(try await local.signIn("demo@example.org", password: word).status == 303)
      let open = Browser(try TestSite(database, host: "0.0.0.0"))
      #expect(try await open.signIn("demo@example.org", password: word).status == 422)
    }
  }

  @Test("Over TLS the cookies belong to the host alone")
  func secureCookies() async throws {
    try await TestDatabase.run { database in
      let site = try TestSite(database, host: "0.0.0.0", baseURL: "https://concordat.example")
      let browser = Browser(site)
      let answer = try await browser.signIn(try await site.addPerson(.council))
      let cookie = try #require(answer.headers[values: .setCookie].first)
      #expect(cookie.hasPrefix("__Host-concordat="))
      #expect(cookie.hasSuffix("; Path=/; HttpOnly; SameSite=Lax; Secure"))
      #expect(answer.headers[.strictTransportSecurity] != nil)
    }
  }
}
