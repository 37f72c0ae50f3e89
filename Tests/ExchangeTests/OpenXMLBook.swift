import Programme

@testable import Exchange

/// A small .xlsx for one quirk a test: text around a few cells, packed as a program would.
struct OpenXMLBook {
  var main = OpenXMLNames.main
  var relationships = OpenXMLNames.relationships
  var type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
  var workbookProperties = ""
  var headings = ["BenefitID", "Title", "Method", "Amount", "ClaimShare", "Extra"]
  /// The rows of Benefits after its headings, as XML.
  var rows = [OpenXMLBook.row(2, ["B1", "First", "Amount", "100"])]
  var sharedTexts: [String] = []
  var styles: String?
  /// Parts that replace or follow the others.
  var otherParts: [String: String] = [:]

  /// Cells with text inline, or with a number where the text is one.
  static func row(_ number: Int, _ values: [String], more: String = "") -> String {
    let cells = values.enumerated().map { index, value in
      let reference = "r=\"\(letters[index])\(number)\""
      if value.isEmpty { return "<c \(reference)/>" }
      return Double(value) == nil
        ? "<c \(reference) t=\"inlineStr\"><is><t>\(value)</t></is></c>"
        : "<c \(reference)><v>\(value)</v></c>"
    }
    return "<row r=\"\(number)\">\(cells.joined())\(more)</row>"
  }

  private static let letters = ["A", "B", "C", "D", "E", "F", "G", "H"]

  /// A file whose only benefit has these cells as Amount and what follows.
  static func amount(_ cells: String) -> Self {
    var book = OpenXMLBook()
    book.rows = [row(2, ["B1", "First", "Amount"], more: cells)]
    return book
  }

  func sheet(_ rows: [String]) -> String {
    "<worksheet xmlns=\"\(main)\"><sheetData>\(rows.joined())</sheetData></worksheet>"
  }

  /// The parts by their names, in the order in which programs write them.
  var parts: [(name: String, text: String)] {
    var parts = [
      (ContentTypes.part, contentTypes), ("_rels/.rels", rootRelationships),
      ("xl/workbook.xml", workbook), ("xl/_rels/workbook.xml.rels", workbookRelationships),
      (
        "xl/worksheets/sheet1.xml",
        sheet([OpenXMLBook.row(1, ["Layout", "1"]), OpenXMLBook.row(2, ["Council", "Kelso"])])
      ),
      ("xl/worksheets/sheet2.xml", sheet([OpenXMLBook.row(1, headings)] + rows)),
      (
        "xl/sharedStrings.xml",
        "<sst xmlns=\"\(main)\">\(sharedTexts.map { "<si>\($0)</si>" }.joined())</sst>"
      ),
    ]
    if let styles {
      parts.append(
        ("xl/styles.xml", "<styleSheet xmlns=\"\(main)\">\(styles)</styleSheet>"))
    }
    return parts.map { ($0, otherParts[$0] ?? $1) }
      + otherParts.filter { other in !parts.contains { $0.0 == other.key } }
      .sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  var bytes: [UInt8] {
    get throws {
      try ArchiveWriter.write(
        parts.map { ArchiveWriter.Entry(name: $0.name, bytes: Array($0.text.utf8)) })
    }
  }

  func read() throws -> ImportedFile { RegisterFile.read(try bytes) }

  // MARK: the parts around the sheets

  private var contentTypes: String {
    """
    <?xml version="1.0" encoding="UTF-8"?>
    <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
    <Default Extension="rels" \
    ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
    <Override PartName="/xl/workbook.xml" ContentType="\(type)"/></Types>
    """
  }

  private var rootRelationships: String {
    OpenXMLBook.relationships([("rId1", "\(relationships)/officeDocument", "xl/workbook.xml")])
  }

  private var workbookRelationships: String {
    var targets = [
      ("rId7", "\(relationships)/worksheet", "worksheets/sheet2.xml"),
      ("rId8", "\(relationships)/worksheet", "/xl/worksheets/sheet1.xml"),
      ("rId9", "\(relationships)/sharedStrings", "../xl/./sharedStrings.xml"),
    ]
    if styles != nil { targets.append(("rId10", "\(relationships)/styles", "styles.xml")) }
    return OpenXMLBook.relationships(targets)
  }

  static func relationships(_ targets: [(id: String, type: String, target: String)]) -> String {
    let lines = targets.map {
      "<Relationship Id=\"\($0.id)\" Type=\"\($0.type)\" Target=\"\($0.target)\"/>"
    }
    return """
      <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
      \(lines.joined())</Relationships>
      """
  }

  private var workbook: String {
    """
    <workbook xmlns="\(main)" xmlns:r="\(relationships)">\(workbookProperties)<sheets>\
    <sheet name="Cover" sheetId="2" state="hidden" r:id="rId8"/>\
    <sheet name="Benefits" sheetId="1" r:id="rId7"/></sheets></workbook>
    """
  }
}
