/// Somebody who sends or is sent a letter: an address that cannot carry anything but an address, and
/// a name to show beside it.
public struct Mailbox: Hashable, Sendable {
  /// The name; "" for none.
  public let name: String
  /// The address, such as "morag.reid@example.org".
  public let address: String

  /// The longest address (RFC 5321).
  static let addressBytes = 254

  /// Nil for anything that is not a plain address: what is quoted or commented is not taken, for
  /// nobody has such an address and much can hide in it.
  public init?(name: String = "", address: String) {
    let parts = address.utf8.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
    guard parts.count == 2, address.utf8.count <= Mailbox.addressBytes,
      parts.allSatisfy({ !$0.isEmpty && $0.first != Mailbox.dot && $0.last != Mailbox.dot }),
      parts[0].allSatisfy(Mailbox.isLocal), parts[1].allSatisfy(Mailbox.isDomain)
    else { return nil }
    self.name = name
    self.address = address
  }

  /// Reads "Concordat <concordat@example.org>" or the address alone.
  public init?(text: String) {
    guard text.utf8.last == UInt8(ascii: ">"), let open = text.lastIndex(of: "<") else {
      self.init(address: text)
      return
    }
    self.init(
      name: HeaderText.trimmed(String(text[..<open])),
      address: String(text[text.index(after: open)...].dropLast()))
  }

  /// What stands behind the @.
  public var domain: String {
    String(decoding: address.utf8.split(separator: UInt8(ascii: "@")).last ?? [], as: UTF8.self)
  }

  /// As it stands in a header.
  var header: String {
    guard !name.isEmpty else { return "<\(address)>" }
    return "\(HeaderText.phrase(name)) <\(address)>"
  }

  private static let dot = UInt8(ascii: ".")

  private static func isDomain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), dot: true
    default: false
    }
  }

  private static func isLocal(_ byte: UInt8) -> Bool {
    isDomain(byte) || "!#$%&'*+/=?^_`{|}~".utf8.contains(byte)
  }
}
