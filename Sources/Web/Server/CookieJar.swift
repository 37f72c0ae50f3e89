import Foundation
import HTTPTypes
import Programme
import Store

/// The cookies: the session's token, a secret for browsers that have no session yet, and the notice
/// of the last act. All are out of reach of scripts; over TLS their names bind them to this host.
struct CookieJar: Sendable {
  let isSecure: Bool

  typealias Setting = (name: HTTPField.Name, value: String)

  private var prefix: String { isSecure ? "__Host-" : "" }
  private var sessionName: String { prefix + "concordat" }
  private var browserName: String { prefix + "concordat-browser" }
  private var noticeName: String { prefix + "concordat-notice" }

  static let browserSecretBytes = 32

  /// The session's token.
  func sessionToken(in request: HTTPRequest) -> String? { value(of: sessionName, in: request) }

  /// Keeps a session for as long as the browser is open; the server has limits of its own.
  func setting(sessionToken: String) -> Setting { setting(sessionName, sessionToken) }

  /// Forgets the session.
  var noSession: Setting { setting(sessionName, "", more: "; Max-Age=0") }

  /// The secret of a browser that is not signed in.
  func browserSecret(in request: HTTPRequest) -> [UInt8]? {
    guard let bytes = value(of: browserName, in: request).flatMap({ Hexadecimal.bytes($0) }),
      bytes.count == CookieJar.browserSecretBytes
    else { return nil }
    return bytes
  }

  /// Gives a browser its secret.
  func setting(browserSecret: [UInt8]) -> Setting {
    setting(browserName, Hexadecimal.text(browserSecret))
  }

  /// Leaves a notice for the next page, with the act that it offers to undo.
  func setting(_ notice: NoticeCode, undoing act: UUID? = nil) -> Setting {
    let text = ([notice.rawValue] + [act?.uuidString.lowercased()].compactMap(\.self))
      .joined(separator: ".")
    return setting(noticeName, text, more: "; Max-Age=60")
  }

  /// The notice that waits. Its words are ours; the act is an identity, or nothing.
  func notice(in request: HTTPRequest) -> Notice? {
    let parts = value(of: noticeName, in: request)?.split(separator: ".") ?? []
    guard let code = parts.first.flatMap({ NoticeCode(rawValue: String($0)) }) else { return nil }
    let act = parts.dropFirst().first.flatMap { ID<Act>(text: String($0)) }
    return act.map { code.notice.offering($0) } ?? code.notice
  }

  /// Forgets the notice once it was shown.
  var noNotice: Setting { setting(noticeName, "", more: "; Max-Age=0") }

  private func setting(_ name: String, _ value: String, more: String = "") -> Setting {
    let secure = isSecure ? "; Secure" : ""
    return (.setCookie, "\(name)=\(value); Path=/; HttpOnly; SameSite=Lax\(secure)\(more)")
  }

  private func value(of name: String, in request: HTTPRequest) -> String? {
    for header in request.headerFields[values: .cookie] {
      for pair in header.utf8.split(separator: UInt8(ascii: ";")) {
        let halves = pair.drop { $0 == UInt8(ascii: " ") }.split(
          separator: UInt8(ascii: "="), maxSplits: 1)
        if halves.count == 2, halves[0].elementsEqual(name.utf8) {
          return String(decoding: halves[1], as: UTF8.self)
        }
      }
    }
    return nil
  }
}
