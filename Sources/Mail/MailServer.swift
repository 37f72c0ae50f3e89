import Foundation

/// The server that takes our letters, as an address names it:
/// `smtp://user:password@mail.example.org:587` or `smtps://…`.
public struct MailServer: Sendable {
  let host: String
  let port: Int
  let user: String?
  let password: String?
  /// Encrypted from the first byte.
  let isEncryptedAtOnce: Bool
  /// Encrypted before anything of ours is said.
  let isEncryptionRequired: Bool

  /// Nil for anything that is no such address. Encryption is required of every server but one on
  /// this machine, unless the address ends in `?tls=optional`.
  public init?(text: String) {
    guard let parts = URLComponents(string: text), let scheme = parts.scheme,
      scheme == "smtp" || scheme == "smtps", let host = parts.host, !host.isEmpty,
      host.utf8.allSatisfy(MailServer.isHost), parts.path.isEmpty || parts.path == "/",
      parts.fragment == nil, parts.query == nil || parts.query == "tls=optional"
    else { return nil }
    self.host = host
    isEncryptedAtOnce = scheme == "smtps"
    port = parts.port ?? (isEncryptedAtOnce ? 465 : 587)
    guard (1...65_535).contains(port) else { return nil }
    user = parts.user
    password = parts.password
    isEncryptionRequired = parts.query == nil && !MailServer.isThisMachine(host)
  }

  /// The address for libcurl; the name we greet with stands in its path.
  func address(greetingAs name: String) -> String {
    "\(isEncryptedAtOnce ? "smtps" : "smtp")://\(host):\(port)/\(name)"
  }

  private static func isThisMachine(_ host: String) -> Bool {
    host == "localhost" || host == "[::1]" || host == "::1" || host.hasPrefix("127.")
  }

  private static func isHost(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
      UInt8(ascii: ":"), UInt8(ascii: "["), UInt8(ascii: "]"):
      true
    default: false
    }
  }
}
