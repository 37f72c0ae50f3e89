import Foundation
import HTTPTypes
import Postgres
import Programme
import TestSupport
import Testing

@testable import Web

@Suite(
  "Changes come from forms of ours",
  .enabled(if: TestServer.isAvailable, "TEST_DATABASE_URL is not set"))
struct ChangeGuardTests {
  /// All but the one that its own address proves: a mail program sends it, without any session.
  private static let changes = Route.all.filter {
    $0.body != .none && $0.path != "/unsubscribe/{token}"
  }

  private static func target(_ route: Route) -> String {
    route.path.replacing("{id}", with: World.uuid(99).uuidString)
  }

  @Test("Every change without its token, or with another's, is refused")
  func token() async throws {
    #expect(Self.changes.count > 4)
    try await TestSite.run { site in
      let browser = try await site.browser(.council)
      let other = try await site.browser(.council, of: World.inverclyde)
      for route in Self.changes where route.path != "/sign-in" {
        for token in ["", "0", other.token, browser.token + "00"] {
          browser.token = token
          let answer =
            switch route.body {
            case .upload: try await browser.upload(Self.target(route), name: "a.xml", [])
            case .content: try await browser.ask(Self.target(route), [])
            default: try await browser.post(Self.target(route), token: token)
            }
          #expect(answer.status == 403, "\(route.path) with \(token)")
        }
      }
    }
  }

  @Test("A sign-in without the browser's own secret is refused")
  func signIn() async throws {
    try await TestSite.run { site in
      let email = try await site.addPerson(.council)
      let fields = [("email", email), ("password", TestSite.password)]
      #expect(try await Browser(site).post("/sign-in", fields).status == 403)
      let (one, two) = (Browser(site), Browser(site))
      _ = try await one.get("/sign-in")
      _ = try await two.get("/sign-in")
      #expect(try await one.post("/sign-in", fields, token: two.token).status == 403)
      #expect(try await one.post("/sign-in", fields, token: one.token).status == 303)
    }
  }

  @Test("Every change that another site sends is refused, whatever token it carries")
  func otherSite() async throws {
    try await TestSite.run { site in
      let browser = try await site.browser(.council)
      let token = browser.token
      for route in Self.changes {
        for headers: HTTPFields in [
          [.origin: "https://evil.example"], [.secFetchSite: "cross-site"],
        ] {
          let answer = try await browser.post(Self.target(route), token: token, headers: headers)
          #expect(answer.status == 403, "\(route.path)")
        }
      }
    }
  }

  @Test("A form with a field that is none of its own changes nothing")
  func strayFields() async throws {
    try await TestSite.run { site in
      let browser = try await site.browser(.council)
      for field in ["organisation", "id", "council", "additional.x", "title "] {
        let answer = try await browser.post(
          "/benefits", BenefitSample.fields + [(field, "1")])
        #expect(answer.status == 422, "\(field)")
      }
      let twice = try await browser.post("/benefits", BenefitSample.fields + [("title", "2")])
      #expect(twice.status == 422)
      #expect(try await site.database.count("SELECT count(*) FROM benefit") == 0)
    }
  }

  @Test("No path changes anything when it is got")
  func getIsSafe() {
    for route in Route.all where route.method == .get { #expect(route.body == .none) }
  }
}
