import Mustache

/// Makes text safe in HTML text and in quoted attributes.
///
/// The decision falls on UTF-8 bytes: a combining mark after a quotation mark makes another
/// `Character` of the two, but not another byte. Control characters that HTML has no place for
/// become U+FFFD.
struct Escaper: MustacheContentType {
  /// The name that templates call it by.
  static let name = "APPHTML"
  /// What the loader puts before every template and partial.
  static let pragma = "{{% CONTENT_TYPE: \(name)}}"

  func escapeText(_ text: String) -> String {
    text.utf8.contains(where: Escaper.needsEscape) ? Escaper.escaped(text) : text
  }

  private static func escaped(_ text: String) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count + 32)
    for byte in text.utf8 {
      if needsEscape(byte) {
        bytes.append(contentsOf: replacement(byte).utf8)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  @inline(__always)
  private static func needsEscape(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""),
      UInt8(ascii: "'"), UInt8(ascii: "`"):
      true
    case 0x09, 0x0A, 0x0D: false
    case 0...0x1F, 0x7F: true
    default: false
    }
  }

  private static func replacement(_ byte: UInt8) -> String {
    switch byte {
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    case UInt8(ascii: "\""): "&quot;"
    case UInt8(ascii: "'"): "&#39;"
    case UInt8(ascii: "`"): "&#96;"
    default: "\u{FFFD}"
    }
  }
}
