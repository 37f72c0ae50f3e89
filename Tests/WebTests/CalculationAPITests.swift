import Foundation
import HTTPTypes
import Postgres
import Programme
import Store
import TestSupport
import Testing

@testable import Web

@Suite(
  "The calculator for programs",
  .enabled(if: TestServer.isAvailable, "TEST_DATABASE_URL is not set"))
struct CalculationAPITests {
  private static let path = "/api/v1/calculations"

  private static func sample(_ name: String) throws -> [UInt8] {
    let url = URL(filePath: TestSite.root).appending(path: "Tests/Fixtures/samples/\(name)")
    return Array(try Data(contentsOf: url))
  }

  private static func object(_ bytes: [UInt8]) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
  }

  private func ask(
    _ site: TestSite, _ bytes: [UInt8], token: String?, query: String = ""
  ) async throws -> Answer {
    var headers = HTTPFields()
    if let token { headers[.authorization] = "Bearer \(token)" }
    return try await site.send(.post, Self.path + query, headers, bytes)
  }

  private func token(_ site: TestSite, _ role: Role = .council) async throws -> String {
    try await site.database.store.makeToken(for: try await site.addPerson(role))
  }

  @Test(
    "Concordat JSON and the workbook of the same register give the expected figures",
    arguments: ["two-examples", "west-lothian-90"], [".appraisal.json", ".xml"])
  func samples(name: String, ending: String) async throws {
    try await TestSite.shared(.nothing) { site in
      let token = try await token(site)
      let answer = try await ask(site, try Self.sample(name + ending), token: token)
      #expect(answer.status == 200, "\(answer.text.prefix(600))")
      let ours = try Self.object(answer.body)
      let expected = try Self.object(try Self.sample("\(name).expected.json"))
      for member in ["npv", "pv_benefits", "pv_costs", "bcr", "roi", "payback_years"] {
        let value = try #require((ours[member] as? String).flatMap { Double($0) }, "\(member)")
        let other = try #require((expected[member] as? String).flatMap { Double($0) }, "\(member)")
        #expect(abs(value - other) <= 1e-9 * max(1, abs(other)), "\(member)")
      }
      #expect(Set(ours.keys).subtracting(expected.keys) == ["problems"])
    }
  }

  @Test("A convention and a schedule may be asked for beside a file")
  func options() async throws {
    try await TestSite.shared(.nothing) { site in
      let token = try await token(site)
      let bytes = try Self.sample("two-examples.xml")
      let answer = try await ask(
        site, bytes, token: token, query: "?convention=endYear&schedule=health")
      let factors = try #require(try Self.object(answer.body)["discount_factors"] as? [String])
      #expect(factors.first?.hasPrefix("0.98522167") == true, "1 ÷ 1.015")
      let wrong = try await ask(site, bytes, token: token, query: "?convention=later")
      #expect(wrong.status == 422)
    }
  }

  @Test("Only somebody's token or a page of ours with its token is answered")
  func admission() async throws {
    try await TestSite.run { site in
      let body = Array("{}".utf8)
      let token = try await token(site)
      #expect(try await ask(site, body, token: token).status == 200)
      for wrong in [nil, "", "0", token + "0"] {
        let answer = try await ask(site, body, token: wrong)
        #expect(answer.status == 401)
        let words = wrong == nil ? "Show a token in the header" : "This token opens nothing"
        #expect(answer.text.contains(words))
        #expect(answer.headers[.wwwAuthenticate] == "Bearer")
      }
      let browser = try await site.browser(.viewer)
      #expect(try await browser.ask(Self.path, body).status == 200)
      browser.token = ""
      #expect(try await browser.ask(Self.path, body).status == 403)
      site.database.clock.advance(seconds: 91 * 24 * 3_600)
      #expect(try await ask(site, body, token: token).status == 401, "it is over after 90 days")
    }
  }

  @Test("A token that was taken back opens nothing, and is stored as a hash only")
  func revoked() async throws {
    try await TestSite.shared(.nothing) { site in
      let store = site.database.store
      let email = try await site.addPerson(.council)
      let token = try await store.makeToken(for: email)
      let stored = try await site.database.count(
        "SELECT count(*) FROM access_token t WHERE t::text LIKE \("%\(token)%")")
      #expect(stored == 0)
      #expect(try await store.revokeTokens(of: email) == 1)
      #expect(try await ask(site, Array("{}".utf8), token: token).status == 401)
      await #expect(throws: Refusal.notFound) { try await store.makeToken(for: "nobody@x.org") }
    }
  }

  @Test(
    "What cannot be read is refused with every problem and its place",
    arguments: [
      (#"{"benefits": [}"#, ["line 1:15"]),
      (#"{"benefits": {}}"#, ["/benefits"]),
      (
        #"{"benefits": [{"reference": "B1", "volume": "12abc", "colour": "red"}]}"#,
        ["/benefits/0/colour", "/benefits/0/title", "/benefits/0/method", "/benefits/0/volume"]
      ),
      (#"{"horizonYears": 501, "schedule": "steep"}"#, ["/horizonYears", "/schedule"]),
      (#"{"assumptions": {"DiscountRate": 1e400}}"#, ["/assumptions/discountRate"]),
      (#"{"a": 1, "a": 2}"#, ["line 1:13"]),
      (String(repeating: "[", count: 100), ["/"]),
      ("<x/>", ["file"]), ("", ["file"]),
    ])
  func refused(text: String, places: [String]) async throws {
    try await TestSite.shared(.nothing) { site in
      let answer = try await ask(site, Array(text.utf8), token: try await token(site))
      #expect(answer.status == 422)
      #expect(answer.headers[.contentType] == "application/problem+json")
      let problems = try #require(
        try Self.object(answer.body)["problems"] as? [[String: String]])
      let found = Set(problems.filter { $0["severity"] == "error" }.compactMap { $0["place"] })
      if places != ["/"] { #expect(found == Set(places)) }
    }
  }

  @Test(
    "However much is wrong, no more is listed than helps to mend it",
    arguments: [
      ("0", RecordLimit.problemsListed), ("{}", RecordLimit.problemsListed), ("changes", 1),
    ])
  func manyFaults(item: String, count: Int) async throws {
    try await TestSite.shared(.nothing) { site in
      let text =
        item == "changes"
        ? #"{"changes": {"# + Self.listed { "\"x\($0)\":1" } + "}}"
        : #"{"benefits": ["# + Self.listed { _ in item } + "]}"
      let answer = try await ask(site, Array(text.utf8), token: try await token(site))
      #expect(answer.status == 422)
      let problems = try #require(
        try Self.object(answer.body)["problems"] as? [[String: String]])
      #expect(problems.count <= RecordLimit.problemsListed)
      #expect(problems.count { $0["severity"] == "error" } >= min(count, 900))
    }
  }

  private static func listed(_ item: (Int) -> String) -> String {
    (0..<20_000).map(item).joined(separator: ",")
  }

  @Test("JSON longer than its limit is refused before it is read")
  func longText() async throws {
    try await TestSite.shared(.nothing) { site in
      let text = "{" + String(repeating: " ", count: 8 * 1_048_576)
      let answer = try await ask(site, Array(text.utf8), token: try await token(site))
      #expect(answer.status == 422 && answer.text.contains("at most 8 MiB"))
    }
  }

  @Test("Uploads hold no more memory than is allowed, and give it back")
  func memory() async throws {
    try await TestDatabase.run { database in
      let narrow = try TestSite(database) { $0.limits.uploadMemoryBytes = 50 }
      let token = try await token(narrow)
      let long = Array(repeating: UInt8(ascii: " "), count: 51)
      #expect(try await ask(narrow, long, token: token).status == 503)
      #expect(try await ask(narrow, Array("{}".utf8), token: token).status == 200)
      #expect(try await Browser(narrow).get("/metrics").text.contains("http_upload_bytes 0"))
    }
  }

  @Test("A body that is too large is refused, and too much at once is put off")
  func limits() async throws {
    try await TestDatabase.run { database in
      let narrow = try TestSite(database) { $0.limits.uploadBytes = 100 }
      let token = try await token(narrow)
      let long = Array(repeating: UInt8(ascii: " "), count: 101)
      #expect(try await ask(narrow, long, token: token).status == 413)
      let busy = try TestSite(database) { $0.limits.calculationsAtOnce = 0 }
      let answer = try await ask(busy, Array("{}".utf8), token: token)
      #expect(answer.status == 503 && answer.headers[.retryAfter] != nil)
    }
  }

  @Test("The description of the API is JSON and names every member of an answer")
  func description() async throws {
    try await TestSite.shared(.nothing) { site in
      let answer = try await site.send(.get, "/api/v1/openapi.json", [:], [])
      let document = try Self.object(answer.body)
      let schemas = try #require(
        (document["components"] as? [String: Any])?["schemas"] as? [String: Any])
      let figures = try #require(
        (schemas["Figures"] as? [String: Any])?["properties"] as? [String: Any])
      let ours = try await ask(site, Array("{}".utf8), token: try await token(site))
      #expect(Set(figures.keys) == Set(try Self.object(ours.body).keys))
    }
  }
}
