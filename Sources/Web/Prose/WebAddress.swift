/// An address of the web outside, as far as we lead there.
enum WebAddress {
  /// The longest address that is a link.
  static let limit = 2_000

  static func begins(_ text: Substring.UnicodeScalarView) -> Bool {
    let head = String(text.prefix(8)).lowercased()
    return head.hasPrefix("http://") || head.hasPrefix("https://")
  }

  /// The address, when it is one of http or https with a host, in visible ASCII and without what
  /// ends an attribute; nil otherwise.
  static func checked(_ text: String) -> String? {
    let bytes = Array(text.utf8)
    guard bytes.count <= limit, bytes.allSatisfy(isPlain), begins(Substring(text).unicodeScalars)
    else { return nil }
    let host = text.utf8.drop { $0 != UInt8(ascii: ":") }.dropFirst(3)
    return host.first.map(isWord) == true ? text : nil
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    (0x21...0x7E).contains(byte) && !"\"'<>`\\".utf8.contains(byte)
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
  }
}
