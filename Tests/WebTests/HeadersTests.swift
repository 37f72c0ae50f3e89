import HTTPTypes
import Programme
import TestSupport
import Testing

@testable import Web

@Suite(
  "What every answer says", .enabled(if: TestServer.isAvailable, "TEST_DATABASE_URL is not set"))
struct HeadersTests {
  @Test("Every answer forbids what it does not need, errors included")
  func security() async throws {
    try await TestSite.run { site in
      let browser = try await site.browser(.council)
      for target in ["/", "/sign-in", "/live", "/missing", "/benefits.csv", "/assets/missing.css"] {
        let headers = try await browser.get(target).headers
        let policy = try #require(headers[.contentSecurityPolicy])
        #expect(policy.hasPrefix("default-src 'none'"), "\(target)")
        #expect(!policy.contains("unsafe"))
        #expect(headers[.xContentTypeOptions] == "nosniff")
        #expect(headers[.referrerPolicy] == "same-origin")
        #expect(headers[.cacheControl] == "no-store")
        #expect(headers[.requestID]?.utf8.count == 12)
        #expect(headers[.strictTransportSecurity] == nil)
      }
    }
  }

  @Test("A method that a path does not have is answered 405 with those it has")
  func methods() async throws {
    try await TestSite.run { site in
      let browser = Browser(site)
      for method: HTTPRequest.Method in [.put, .delete, .patch, .options, .trace] {
        let answer = try await browser.send(method, "/benefits")
        #expect(answer.status == 405)
        #expect(answer.headers[.allow]?.contains("POST") == true)
      }
      #expect(try await browser.send(.post, "/live").status == 405)
      #expect(try await browser.get("/nothing/here").status == 404)
    }
  }

  @Test("HEAD says what GET would, without a body")
  func head() async throws {
    try await TestSite.run { site in
      let browser = try await site.browser(.council)
      let answer = try await browser.send(.head, "/benefits")
      #expect(answer.status == 200)
      #expect(answer.body.isEmpty)
      #expect(answer.headers[.contentType] == "text/html; charset=utf-8")
    }
  }

  @Test("Programs get a failure as data")
  func problemDetails() async throws {
    try await TestSite.run { site in
      let answer = try await Browser(site).get("/benefits", [.accept: "application/json"])
      #expect(answer.status == 401)
      #expect(answer.headers[.contentType] == "application/problem+json")
      #expect(answer.text.contains(#""status":401"#))
    }
  }

  @Test("Over capacity the answer is 503 at once, and watchers still get theirs")
  func overload() async throws {
    try await TestDatabase.run { database in
      let site = try TestSite(database) { $0.limits.requestsAtOnce = 0 }
      let answer = try await Browser(site).get("/help")
      #expect(answer.status == 503)
      #expect(answer.headers[.retryAfter] != nil)
      #expect(try await Browser(site).get("/live").status == 200)
      #expect(try await Browser(site).get("/ready").status == 200)
      #expect(try await Browser(site).get("/metrics").text.contains("http_requests_total"))
    }
  }

  @Test("A route that takes less than others refuses what is longer, and says how much it takes")
  func ownLimit() async throws {
    try await TestSite.run { site in
      let browser = try await site.browser(.council)
      let benefit = try #require(
        try await browser.post("/benefits", BenefitSample.fields).location)
      let long = Array(repeating: UInt8(ascii: "a"), count: EvidenceLimit.requestBytes)
      let answer = try await browser.upload("\(benefit)/evidence", name: "a.txt", long)
      #expect(answer.status == 413)
      #expect(answer.text.contains("At most 10.1 MB can be sent here."))
    }
  }

  @Test("A body over the limit, of another type or broken is refused with its own status")
  func bodies() async throws {
    try await TestDatabase.run { database in
      let site = try TestSite(database) { $0.limits.formBytes = 1_000 }
      let browser = try await site.browser(.council)
      let form: HTTPFields = [.contentType: "application/x-www-form-urlencoded"]
      let long = Array(repeating: UInt8(ascii: "a"), count: 1_001)
      #expect(try await browser.send(.post, "/benefits", form, long).status == 413)
      #expect(try await browser.send(.post, "/benefits", [:], []).status == 415)
      #expect(
        try await browser.send(.post, "/benefits", [.contentType: "text/plain"], []).status == 415)
      #expect(try await browser.send(.post, "/benefits", form, Array("a=%zz".utf8)).status == 400)
      #expect(
        try await browser.get("/benefits?" + String(repeating: "a", count: 9_000)).status == 414)
    }
  }
}
