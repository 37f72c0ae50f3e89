import Foundation
import Programme

extension EvidenceKind {
  /// What a file is by its content; nil for anything that is not on the list, for documents with
  /// macros, and for archives that do not keep what they promise.
  public static func sniff(_ bytes: [UInt8]) -> EvidenceKind? {
    if let kind = signatures.first(where: { bytes.starts(with: $0.0) })?.1 { return kind }
    if bytes.starts(with: Array("PK\u{3}\u{4}".utf8)) { return document(bytes) }
    return isPlainText(bytes) ? .text : nil
  }

  private static let signatures: [([UInt8], EvidenceKind)] = [
    (Array("%PDF-".utf8), .pdf),
    ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], .png), ([0xFF, 0xD8, 0xFF], .jpeg),
  ]

  /// A document of an office program, by the names of its parts.
  private static func document(_ bytes: [UInt8]) -> EvidenceKind? {
    guard let archive = try? Archive(ByteSource(bytes), FileLimits()) else { return nil }
    let names = archive.names.map { $0.lowercased() }
    guard !names.contains(where: isMacro) else { return nil }
    if archive.has(ContentTypes.part) {
      let parts: [(String, EvidenceKind)] = [
        ("word/document.xml", .word), ("xl/workbook.xml", .excel),
        ("ppt/presentation.xml", .powerPoint),
      ]
      return parts.first { names.contains($0.0) }?.1
    }
    let type = String(decoding: archive.part("mimetype")?.next() ?? [], as: UTF8.self)
    return [EvidenceKind.openText, .openSpreadsheet, .openPresentation]
      .first { $0.mediaType == TrimmedText.of(type) }
  }

  private static func isMacro(_ name: String) -> Bool {
    name.hasSuffix("vbaproject.bin") || name.hasPrefix("basic/") || name.hasPrefix("scripts/")
  }

  /// UTF-8 without control characters that no program would run or show as a page: markup, rich
  /// text and scripts are something else.
  private static func isPlainText(_ bytes: [UInt8]) -> Bool {
    guard let text = String(validating: bytes, as: UTF8.self), !bytes.isEmpty else { return false }
    let start = TrimmedText.of(text)
    let marks = ["<", "{\\rtf", "#!", "%!", "MZ"]
    return !start.isEmpty && !marks.contains { start.utf8.starts(with: $0.utf8) }
      && !text.unicodeScalars.contains(where: TrimmedText.isControl)
  }
}
