extension FileKind {
  /// What the first bytes of a file show; XML is `workbook` until its root says otherwise, and an
  /// archive `archive` until its parts do.
  static func sniff(_ head: [UInt8]) -> FileKind {
    if head.isEmpty { return .empty }
    if let (_, kind) = signatures.first(where: { head.starts(with: $0.0) }) { return kind }
    // Without the zeros, so that UTF-16 is known by the same words.
    let bytes = head.prefix(4_096).filter { $0 != 0 }
    let letters = bytes.drop { $0 <= 0x20 || $0 >= 0x80 }
    if letters.isEmpty { return bytes.allSatisfy(isMarkOrSpace) ? .empty : .unknown }
    let start = String(decoding: letters, as: UTF8.self).lowercased()
    if let kind = kind(ofText: start) { return kind }
    let isWide = head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF])
    let isText = isWide || bytes.count == head.prefix(4_096).count
    return isText && !bytes.contains { $0 < 0x09 } ? .text : .unknown
  }

  /// White space, or a byte of a byte order mark.
  private static func isMarkOrSpace(_ byte: UInt8) -> Bool {
    TextEncoding.isSpace(byte) || [0xEF, 0xBB, 0xBF, 0xFE, 0xFF].contains(byte)
  }

  private static let signatures: [([UInt8], FileKind)] = [
    ([0xD0, 0xCF, 0x11, 0xE0], .binaryWorkbook),
    (Array("PK\u{3}\u{4}".utf8), .archive), (Array("PK\u{5}\u{6}".utf8), .archive),
    (Array("PK\u{7}\u{8}".utf8), .archive), (Array("%PDF".utf8), .document),
    ([0x1F, 0x8B], .packed), ([0x37, 0x7A, 0xBC, 0xAF], .packed),
    ([0xFD, 0x37, 0x7A, 0x58], .packed), ([0x28, 0xB5, 0x2F, 0xFD], .packed),
    (Array("BZh".utf8), .packed), (Array("Rar!".utf8), .packed),
  ]

  /// By the first words, in small letters.
  private static func kind(ofText start: String) -> FileKind? {
    if start.hasPrefix("{\\rtf") { return .richText }
    switch start.utf8.first {
    case UInt8(ascii: "<"): return isWebPage(start) ? .webPage : .workbook
    case UInt8(ascii: "{"), UInt8(ascii: "["): return .json
    default: return isTableExchange(start) ? .tableExchange : nil
    }
  }

  /// A web page begins with one of its own elements, perhaps after an XML declaration.
  private static func isWebPage(_ start: String) -> Bool {
    let marks = ["<!doctype html", "<html", "<table", "<head", "<body", "<meta"]
    if marks.contains(where: { start.hasPrefix($0) }) { return true }
    return start.hasPrefix("<?xml") && start.contains("<html")
      && !start.contains(SpreadsheetNames.namespace)
  }

  /// "ID;" alone may as well head a column of CSV: SYLK goes on with "P" and lines of records.
  private static func isTableExchange(_ start: String) -> Bool {
    let lines = start.utf8.split { $0 == 0x0A || $0 == 0x0D }
    guard let first = lines.first else { return false }
    if first.elementsEqual("table".utf8) { return lines.dropFirst().first?.first == 0x30 }
    let records = ["b;", "c;", "f;", "o;", "p;"]
    return first.starts(with: "id;p".utf8)
      && lines.dropFirst().contains { line in records.contains { line.starts(with: $0.utf8) } }
  }
}
