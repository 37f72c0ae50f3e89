import Foundation
import HTTPTypes
import HummingbirdCore
import Logging
import NIOCore
import Testing

@testable import Web

/// What came back.
struct Answer: Sendable {
  let status: Int
  let headers: HTTPFields
  let body: [UInt8]

  var text: String { String(decoding: body, as: UTF8.self) }
  var location: String? { headers[.location] }
  var isPage: Bool { headers[.contentType]?.hasPrefix("text/html") == true }
}

/// A browser that talks to the site in process: keeps cookies and sends the token of the last page.
final class Browser {
  let site: TestSite
  private(set) var cookies: [String: String] = [:]
  /// The token of the last page that had a form.
  var token = ""

  init(_ site: TestSite) { self.site = site }

  /// Asks for a page.
  func get(_ target: String, _ headers: HTTPFields = [:]) async throws -> Answer {
    try await send(.get, target, headers)
  }

  /// Sends a form with the token of the last page.
  func post(
    _ target: String, _ fields: [(String, String)] = [], token: String? = nil,
    headers: HTTPFields = [:]
  ) async throws -> Answer {
    let all = fields + [("csrf", token ?? self.token)]
    let body = all.map { "\(URLEncoded.escaped($0.0))=\(URLEncoded.escaped($0.1))" }
    var headers = headers
    headers[.contentType] = "application/x-www-form-urlencoded"
    return try await send(.post, target, headers, Array(body.joined(separator: "&").utf8))
  }

  /// Sends a file with the token of the last page.
  func upload(_ target: String, name: String, _ bytes: [UInt8]) async throws -> Answer {
    let head = """
      --XYZ\r
      Content-Disposition: form-data; name="csrf"\r
      \r
      \(token)\r
      --XYZ\r
      Content-Disposition: form-data; name="file"; filename="\(name)"\r
      Content-Type: text/xml\r
      \r\n
      """
    let body = Array(head.utf8) + bytes + Array("\r\n--XYZ--\r\n".utf8)
    return try await send(
      .post, target, [.contentType: "multipart/form-data; boundary=XYZ"], body)
  }

  /// Sends content as a page's script would, with the token of the last page in a header.
  func ask(_ target: String, _ bytes: [UInt8]) async throws -> Answer {
    try await send(.post, target, [.contentType: "application/json", .csrfToken: token], bytes)
  }

  /// Follows a redirect; the place within the page is the browser's own matter.
  func follow(_ answer: Answer) async throws -> Answer {
    #expect(answer.status == 303, "\(answer.text.prefix(400))")
    return try await get(String(try #require(answer.location).prefix { $0 != "#" }))
  }

  func send(
    _ method: HTTPRequest.Method, _ target: String, _ headers: HTTPFields = [:],
    _ body: [UInt8] = []
  ) async throws -> Answer {
    var headers = headers
    if !cookies.isEmpty {
      headers[.cookie] = cookies.map { "\($0.key)=\($0.value)" }.joined(separator: "; ")
    }
    let answer = try await site.send(method, target, headers, body)
    for cookie in answer.headers[values: .setCookie] { keep(cookie) }
    if let token = Browser.token(in: answer.text) { self.token = token }
    return answer
  }

  /// Takes the token of a session as if somebody had signed in.
  func keep(session token: String) {
    let jar = CookieJar(isSecure: site.services.configuration.isSecure)
    keep(jar.setting(sessionToken: token).value)
  }

  private func keep(_ cookie: String) {
    let pair = cookie.split(separator: ";")[0].split(
      separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    cookies[String(pair[0])] = cookie.contains("Max-Age=0") ? nil : String(pair[1])
  }

  private static func token(in page: String) -> String? {
    guard let mark = page.firstRange(of: "name=\"csrf\" value=\"") else { return nil }
    let token = page[mark.upperBound...].prefix { $0 != "\"" }
    return token.isEmpty ? nil : String(token)
  }
}

extension Browser {
  /// Signs in through the page.
  @discardableResult
  func signIn(_ email: String, password: String = TestSite.password) async throws -> Answer {
    _ = try await get("/sign-in")
    let answer = try await post("/sign-in", [("email", email), ("password", password)])
    _ = try await get("/help")
    return answer
  }
}
