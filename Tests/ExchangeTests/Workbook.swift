import Programme

@testable import Exchange

/// A small workbook of layout 1 for one quirk a test: text around a few rows.
struct Workbook {
  var prolog = "<?xml version=\"1.0\"?>\n"
  var beforeSheets = ""
  var headings = ["BenefitID", "Title", "Method", "Amount", "ClaimShare", "Ramp1", "Extra"]
  /// The cells of the rows of Benefits, as XML.
  var rows: [String] = [Workbook.row(["B1", "First", "Amount", "100"])]
  /// More sheets, as XML.
  var sheets = ""
  var cover = Workbook.sheet("Cover", [Workbook.row(["Layout", "1"])])

  /// Cells with text, or with a number where the text is one.
  static func cells(_ values: [String]) -> String {
    values.map { value in
      if value.isEmpty { return "<Cell/>" }
      let type = Double(value) == nil ? "String" : "Number"
      return "<Cell><Data ss:Type=\"\(type)\">\(value)</Data></Cell>"
    }.joined()
  }

  static func row(_ values: [String]) -> String { "<Row>\(cells(values))</Row>" }

  static func sheet(_ name: String, _ rows: [String]) -> String {
    "<Worksheet ss:Name=\"\(name)\"><Table>\(rows.joined())</Table></Worksheet>"
  }

  var text: String {
    """
    \(prolog)<Workbook xmlns="\(SpreadsheetNames.namespace)"
      xmlns:ss="\(SpreadsheetNames.namespace)"
      xmlns:x="urn:schemas-microsoft-com:office:excel"
      xmlns:html="http://www.w3.org/TR/REC-html40">\(beforeSheets)\(cover)\
    \(Workbook.sheet("Benefits", [Workbook.row(headings)] + rows))\(sheets)</Workbook>
    """
  }

  func read() -> ImportedFile { RegisterFile.read(Array(text.utf8)) }

  /// Reads a file whose only benefit has this XML as its fourth cell, Amount.
  static func amount(_ cell: String) -> ImportedFile {
    var workbook = Workbook()
    workbook.rows = ["<Row>\(cells(["B1", "First", "Amount"]))\(cell)</Row>"]
    return workbook.read()
  }
}

extension ImportedFile {
  /// The problems that are not about missing assumptions, as "severity place message".
  var told: [String] {
    problems.filter { !$0.expected.contains("a value") || $0.place != .file }
      .map { "\($0.severity) \($0.placeText) \($0.message)" }
  }

  /// The problems of a severity at a place.
  func problems(_ severity: Problem.Severity, at place: String) -> [Problem] {
    problems.filter { $0.severity == severity && $0.placeText == place }
  }
}
