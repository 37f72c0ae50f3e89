/// Makes text safe in HTML text and in quoted attributes.
///
/// The decision falls on UTF-8 bytes: a combining mark after a quotation mark makes another
/// `Character` of the two, but not another byte. Control characters that HTML has no place for
/// become U+FFFD.
enum Escaped {
  /// Writes a text behind what is there already.
  static func write(_ text: String, to html: inout [UInt8]) {
    guard text.utf8.contains(where: needsEscape) else {
      html.append(contentsOf: text.utf8)
      return
    }
    for byte in text.utf8 {
      if needsEscape(byte) {
        html.append(contentsOf: replacement(byte).utf8)
      } else {
        html.append(byte)
      }
    }
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
