import Foundation

/// How the characters of a file are stored. Anything else is refused before a parser sees it.
enum TextEncoding: Equatable {
  case utf8
  /// Also what a file of ISO-8859-1 is read as: the bytes 0x80 to 0x9F are used that way.
  case windows1252
  case utf16LittleEndian
  case utf16BigEndian

  /// What the first bytes say, and how many of them stand before the text.
  struct Finding: Equatable {
    var encoding: TextEncoding
    /// Byte order mark and white space in front of the declaration.
    var leadBytes = 0
  }

  /// Reads the byte order mark or the XML declaration. Refuses by naming what it found.
  static func detect(_ head: [UInt8]) throws(UnknownEncoding) -> Finding {
    if let marked = try byteOrderMark(head) { return marked }
    if let refused = refusedSignature(head) { throw UnknownEncoding(name: refused) }
    let lead = head.prefix { isSpace($0) }.count
    guard let name = declaredName(head.dropFirst(lead)) else {
      return Finding(encoding: .utf8, leadBytes: lead)
    }
    switch name.lowercased() {
    case "utf-8", "utf8", "us-ascii", "ascii": return Finding(encoding: .utf8, leadBytes: lead)
    case "windows-1252", "cp1252", "iso-8859-1", "iso8859-1", "iso_8859-1", "latin1", "latin-1":
      return Finding(encoding: .windows1252, leadBytes: lead)
    default: throw UnknownEncoding(name: name)
    }
  }

  private static func byteOrderMark(_ head: [UInt8]) throws(UnknownEncoding) -> Finding? {
    if head.starts(with: [0xFF, 0xFE, 0, 0]) || head.starts(with: [0, 0, 0xFE, 0xFF]) {
      throw UnknownEncoding(name: "UTF-32")
    }
    if head.starts(with: [0xEF, 0xBB, 0xBF]) {
      let space = head.dropFirst(3).prefix { isSpace($0) }.count
      return Finding(encoding: .utf8, leadBytes: 3 + space)
    }
    if head.starts(with: [0xFF, 0xFE]) {
      return Finding(encoding: .utf16LittleEndian, leadBytes: 2)
    }
    if head.starts(with: [0xFE, 0xFF]) { return Finding(encoding: .utf16BigEndian, leadBytes: 2) }
    return nil
  }

  private static func refusedSignature(_ head: [UInt8]) -> String? {
    if head.starts(with: Array("+/v".utf8)) { return "UTF-7" }
    if head.starts(with: [0x4C, 0x6F, 0xA7, 0x94]) { return "EBCDIC" }
    if head.starts(with: [0, 0, 0, 0x3C]) || head.starts(with: [0x3C, 0, 0, 0]) {
      return "UTF-32"
    }
    if head.starts(with: [0x3C, 0]) || head.starts(with: [0, 0x3C]) {
      return "UTF-16 without a byte order mark"
    }
    return nil
  }

  /// The value of `encoding` in `<?xml …?>`, which must stand within the first 256 bytes.
  private static func declaredName(_ text: ArraySlice<UInt8>) -> String? {
    guard text.starts(with: Array("<?xml".utf8)) else { return nil }
    let declaration = text.prefix(256).prefix { $0 != UInt8(ascii: ">") }
    let words = String(decoding: declaration, as: UTF8.self)
    guard let range = words.range(of: "encoding") else { return nil }
    let rest = words[range.upperBound...].drop { $0 == " " || $0 == "=" }
    guard let quote = rest.first, quote == "\"" || quote == "'" else { return nil }
    return String(rest.dropFirst().prefix { $0 != quote })
  }

  static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }
}

/// An encoding that is not on the list of those that are read.
struct UnknownEncoding: Error, Equatable {
  let name: String
}
