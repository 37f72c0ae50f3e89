import Foundation
import HTTPTypes
import HummingbirdCore
import Testing

@testable import Web

@Suite("Parts of answers")
struct AnswerPartsTests {
  private func request(_ headers: HTTPFields = [:]) -> HTTPRequest {
    HTTPRequest(method: .get, scheme: nil, authority: nil, path: "/", headerFields: headers)
  }

  @Test(
    "Compression is for clients that say they take gzip",
    arguments: [
      ("gzip", true), ("GZIP", true), ("br, gzip;q=0.5", true), ("*", true), ("", false),
      ("br", false), ("gzip;q=0", false), ("gzip; q=0.000", false), ("xgzip", false),
    ])
  func acceptsGzip(header: String, expected: Bool) {
    #expect(Compression.isAccepted(by: request([.acceptEncoding: header])) == expected)
  }

  @Test("Compressed bytes carry gzip's mark, and are left out when they would not be fewer")
  func gzip() throws {
    let text = Array(String(repeating: "benefit ", count: 1_000).utf8)
    let compressed = try #require(Gzip.compressed(text, level: 6))
    #expect(compressed.starts(with: [0x1F, 0x8B, 8]))
    #expect(compressed.count < text.count / 10)
    #expect(compressed.suffix(4).elementsEqual([0x40, 0x1F, 0, 0]))
    #expect(Gzip.compressed([1, 2, 3], level: 9) == nil)
    #expect(Gzip.compressed([], level: 9) == nil)
  }

  @Test("An address escapes its query and drops blanks")
  func address() {
    let address = Address("/benefits").with("words", "a&b c").with("status", "")
      .with("order", "x").with("order", "descending")
    #expect(address.text == "/benefits?words=a%26b%20c&order=descending")
    #expect(address.without("words").without("order").text == "/benefits")
  }

  @Test("A cookie is found among others by its whole name")
  func cookies() {
    let jar = CookieJar(isSecure: false)
    let header = "xconcordat=1; concordat=token; concordat-notice=benefitAdded; concordatx=2"
    #expect(jar.sessionToken(in: request([.cookie: header])) == "token")
    #expect(jar.notice(in: request([.cookie: header]))?.title == "Benefit recorded")
    #expect(jar.notice(in: request([.cookie: "concordat-notice=<b>"])) == nil)
    #expect(jar.sessionToken(in: request([.cookie: "concordat"])) == nil)
    #expect(jar.browserSecret(in: request([.cookie: "concordat-browser=abc"])) == nil)
  }

  @Test("Cookies are out of scripts' reach, and over TLS bound to the host")
  func cookieAttributes() {
    let plain = CookieJar(isSecure: false).setting(sessionToken: "t").value
    #expect(plain == "concordat=t; Path=/; HttpOnly; SameSite=Lax")
    let secure = CookieJar(isSecure: true).setting(sessionToken: "t").value
    #expect(secure == "__Host-concordat=t; Path=/; HttpOnly; SameSite=Lax; Secure")
  }

  @Test("Only what was there at the start is served, with a tag that a second request may name")
  func assets() throws {
    let folder = NSTemporaryDirectory() + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let style = String(repeating: "a { color: red } ", count: 100)
    try style.write(toFile: folder + "/site.css", atomically: true, encoding: .utf8)
    try "secret".write(toFile: folder + "/notes.txt", atomically: true, encoding: .utf8)
    let assets = StaticAssets(folders: [folder, folder + "/missing"])
    let answer = try #require(assets.answer("site.css", to: request(), isCurrent: true))
    #expect(answer.headers[.cacheControl] == "public, max-age=31536000, immutable")
    let tag = try #require(answer.headers[.eTag])
    let again = assets.answer("site.css", to: request([.ifNoneMatch: tag]), isCurrent: false)
    #expect(again?.status == .notModified)
    let zipped = assets.answer("site.css", to: request([.acceptEncoding: "gzip"]), isCurrent: false)
    #expect(zipped?.headers[.contentEncoding] == "gzip")
    for name in ["notes.txt", "../site.css", "missing.css", "", "."] {
      #expect(assets.answer(name, to: request(), isCurrent: false) == nil)
    }
  }

  @Test("Counters name the route's pattern, and unknown methods are one")
  func metrics() {
    let metrics = Metrics()
    metrics.record(method: .get, route: "/benefits/{id}", status: 200, seconds: 0.004)
    metrics.record(method: .get, route: "/benefits/{id}", status: 200, seconds: 20)
    metrics.record(method: .init("BREW") ?? .get, route: "", status: 404, seconds: 0)
    let text = metrics.text(gauges: [("things", "Things.", 3)])
    for line in [
      #"http_requests_total{method="GET",route="/benefits/{id}",status="200"} 2"#,
      #"http_requests_total{method="other",route="",status="404"} 1"#,
      #"http_request_duration_seconds_bucket{route="/benefits/{id}",le="0.005"} 1"#,
      #"http_request_duration_seconds_bucket{route="/benefits/{id}",le="+Inf"} 2"#, "things 3",
    ] {
      #expect(text.split(separator: "\n").contains { $0 == line })
    }
  }
}
