@testable import Exchange

/// A small .fods for one quirk a test: text around a few rows.
struct OpenDocumentSheet {
  var root = "document"
  var settings = ""
  var headings = ["BenefitID", "Title", "Method", "Amount", "ClaimShare", "Extra"]
  /// The rows of Benefits after its headings, as XML.
  var rows: [String] = []
  var coverRows = ""

  static func cells(_ values: [String]) -> String {
    values.map { value in
      if value.isEmpty { return "<table:table-cell/>" }
      return Double(value) == nil
        ? "<table:table-cell office:value-type=\"string\"><text:p>\(value)</text:p>"
          + "</table:table-cell>"
        : "<table:table-cell office:value-type=\"float\" office:value=\"\(value)\">"
          + "<text:p>\(value).00</text:p></table:table-cell>"
    }.joined()
  }

  static func row(_ values: [String], _ more: String = "", attributes: String = "") -> String {
    "<table:table-row\(attributes)>\(cells(values))\(more)</table:table-row>"
  }

  /// A file whose only benefit has these cells as Amount and what follows.
  static func amount(_ cells: String) -> Self {
    var sheet = OpenDocumentSheet()
    sheet.rows = [row(["B1", "First", "Amount"], cells)]
    return sheet
  }

  private static func table(_ name: String, _ rows: String) -> String {
    "<table:table table:name=\"\(name)\"><table:table-column/>\(rows)</table:table>"
  }

  var text: String {
    let family = OpenDocumentNames.family
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <office:\(root) xmlns:office="\(family)office:1.0" xmlns:table="\(family)table:1.0" \
      xmlns:text="\(family)text:1.0" xmlns:dc="urn:dc" \
      xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0">\
      <office:body><office:spreadsheet>\(settings)\
      \(OpenDocumentSheet.table("Cover", OpenDocumentSheet.row(["Layout", "1"]) + coverRows))\
      \(OpenDocumentSheet.table(
        "Benefits", ([OpenDocumentSheet.row(headings)] + rows).joined()))\
      </office:spreadsheet></office:body></office:\(root)>
      """
  }

  func read() -> ImportedFile { RegisterFile.read(Array(text.utf8)) }
}
