/// What a file really is, whatever its name says.
public enum FileKind: String, Sendable, CaseIterable {
  /// An XML Spreadsheet 2003 workbook.
  case workbook
  /// XML of some other vocabulary.
  case otherXML
  /// A web page or a table saved as one.
  case webPage
  /// A binary workbook of before 2007, or another compound file.
  case binaryWorkbook
  /// A zip archive: .xlsx, .ods, .docx.
  case archive
  /// A PDF document.
  case document
  /// Lines of text, such as CSV.
  case text
  /// Nothing at all.
  case empty
  /// None of these.
  case unknown
}

extension FileKind {
  /// What the first bytes of a file show; XML is `workbook` until its root says otherwise.
  static func sniff(_ head: [UInt8]) -> FileKind {
    if head.isEmpty { return .empty }
    if head.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) { return .binaryWorkbook }
    if head.starts(with: Array("PK\u{3}\u{4}".utf8)) { return .archive }
    if head.starts(with: Array("%PDF".utf8)) { return .document }
    let letters = head.prefix(4_096).filter { $0 != 0 }.drop { $0 <= 0x20 || $0 >= 0x80 }
    if letters.isEmpty { return head.allSatisfy { $0 <= 0x20 } ? .empty : .unknown }
    let start = String(decoding: letters, as: UTF8.self).lowercased()
    if start.utf8.first == UInt8(ascii: "<") { return isWebPage(start) ? .webPage : .workbook }
    let control = head.prefix(4_096).contains { $0 < 0x09 }
    return control ? .unknown : .text
  }

  /// A web page begins with one of its own elements, perhaps after an XML declaration.
  private static func isWebPage(_ start: String) -> Bool {
    let marks = ["<!doctype html", "<html", "<table", "<head", "<body", "<meta"]
    if marks.contains(where: { start.hasPrefix($0) }) { return true }
    return start.hasPrefix("<?xml") && start.contains("<html")
      && !start.contains(SpreadsheetNames.namespace)
  }

  /// Why a file of this kind is refused and what to do; nil for a workbook.
  var refusal: (found: String, mend: String)? {
    let save =
      "Open it in a spreadsheet program and save it as \u{201C}XML Spreadsheet 2003\u{201D}."
    return switch self {
    case .workbook: nil
    case .otherXML: ("XML of another kind", save)
    case .webPage: ("a web page, whatever its name says", save)
    case .binaryWorkbook: ("a binary workbook (.xls)", save)
    case .archive: ("a zip archive (.xlsx, .ods or another)", save)
    case .document: ("a PDF document", "Choose the workbook it was made from.")
    case .text: ("plain text, perhaps CSV", save)
    case .empty: ("an empty file", "Choose the file again; it may not have been saved.")
    case .unknown: ("data of an unknown kind", save)
    }
  }
}
