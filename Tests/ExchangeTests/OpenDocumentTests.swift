import Calculator
import Programme
import Testing

@testable import Exchange

@Suite("OpenDocument sheets")
struct OpenDocumentTests {
  private func cell(_ attributes: String, _ content: String = "", name: String = "table-cell")
    -> String
  {
    "<table:\(name) \(attributes)>\(content)</table:\(name)>"
  }

  private func value(_ type: String, _ name: String, _ value: String) -> String {
    cell("office:value-type=\"\(type)\" office:\(name)=\"\(value)\"", "<text:p>shown</text:p>")
  }

  @Test(
    "WB-37 A number is in its attribute, whatever the cell shows",
    arguments: [
      ("float", "1234.5", "1234.5"), ("currency", "-3.5", "-3.5"),
      ("percentage", "0.035", "0.035"), ("float", "3.5E3", "3500"),
    ])
  func numbers(type: String, number: String, expected: String) {
    let file = OpenDocumentSheet.amount(value(type, "value", number)).read()
    #expect(file.kind == .flatOpenDocument)
    #expect(file.register?.benefits.first?.inputs.amount?.text == expected, "\(file.told)")
  }

  @Test(
    "WB-12 WB-37 An error, a formula without a value, a truth value or a day is never a number",
    arguments: [
      "table:formula=\"of:=1/0\" office:value-type=\"string\" office:string-value=\"\" "
        + "calcext:value-type=\"error\"",
      "table:formula=\"of:=1/0\" office:value-type=\"float\" office:value=\"0\"",
      "table:formula=\"of:=1+1\"", "office:value-type=\"float\" office:value=\"1,5\"",
      "office:value-type=\"float\" table:formula=\"of:=1\"",
      "office:value-type=\"boolean\" office:boolean-value=\"true\"",
      "office:value-type=\"date\" office:date-value=\"2010-01-15\"",
      "office:value-type=\"time\" office:time-value=\"PT10H30M00S\"",
    ])
  func noNumber(attributes: String) {
    let shown = "<text:p>#DIV/0!</text:p>"
    let file = OpenDocumentSheet.amount(cell(attributes, shown)).read()
    #expect(file.register == nil)
    #expect(file.problems(.error, at: "Benefits:2:4").count == 1, "\(file.told)")
  }

  @Test("WB-12 WB-37 A formula that names another document keeps its value, with a warning")
  func otherDocument() {
    for (formula, warnings) in [
      ("of:=['file:///C:/Costs.ods'#$Sheet1.A1]", 1), ("of:=[$'My Sheet'.A1]*[.B2]", 0),
    ] {
      let file = OpenDocumentSheet.amount(
        cell("table:formula=\"\(formula)\" office:value-type=\"float\" office:value=\"5\"")
      ).read()
      #expect(file.register?.benefits.first?.inputs.amount == Exact(5))
      #expect(file.problems(.warning, at: "Benefits:2:4").count == warnings)
    }
  }

  @Test("WB-14 WB-37 Paragraphs are lines, white space counts once; a comment is not the value")
  func texts() {
    let content = """
      <office:annotation><dc:creator>A</dc:creator><text:p>remark</text:p></office:annotation>\
      <text:p> Bold \n <text:span>and<text:s text:c="2"/>£ –</text:span> </text:p>\
      <text:p/><text:p>a<text:tab/>b<text:line-break/>c</text:p>
      """
    let file = OpenDocumentSheet.amount(
      OpenDocumentSheet.cells(["1", ""]) + cell("office:value-type=\"string\"", content)
    ).read()
    #expect(
      file.register?.benefits.first?.additional == ["Extra": "Bold and  £ –\n\na\tb\nc"],
      "\(file.told)")
  }

  @Test("WB-13 WB-37 A percentage above 1 gets a warning")
  func percent() {
    let file = OpenDocumentSheet.amount(
      OpenDocumentSheet.cells([""]) + value("percentage", "value", "3.5")
    ).read()
    #expect(file.problems(.warning, at: "Benefits:2:5").first?.found == "350 %")
  }

  @Test(
    "WB-15 WB-37 A date is ISO text; a bare number counts by the document's own null date",
    arguments: [
      ("office:value-type=\"date\" office:date-value=\"2010-01-15\"", false, "2010-01-15"),
      ("office:value-type=\"date\" office:date-value=\"2010-01-15T10:30:00\"", true, "2010-01-15"),
      ("office:value-type=\"float\" office:value=\"38731\"", true, "2010-01-15"),
      ("office:value-type=\"float\" office:value=\"40193\"", false, "2010-01-15"),
      ("office:value-type=\"date\" office:date-value=\"2010-02-30\"", false, nil),
      ("office:value-type=\"time\" office:time-value=\"PT10H\"", false, nil),
    ])
  func dates(attributes: String, from1904: Bool, expected: String?) {
    var sheet = OpenDocumentSheet.amount(OpenDocumentSheet.cells(["1"]))
    let nullDate = from1904 ? "1904-01-01" : "1899-12-30"
    sheet.settings = """
      <table:calculation-settings><table:null-date table:date-value="\(nullDate)"/>\
      </table:calculation-settings>
      """
    sheet.coverRows = OpenDocumentSheet.row(["Date"], cell(attributes))
    let file = sheet.read()
    #expect(file.register?.cover.date?.description == expected, "\(file.told)")
  }

  @Test("WB-38 Cells and rows that repeat are as many as they say; empty ones cost nothing")
  func repeats() {
    var sheet = OpenDocumentSheet()
    sheet.headings = ["BenefitID", "Title", "Method", "Amount", "ClaimShare", "Ramp1", "Ramp2"]
    sheet.rows = [
      "<table:table-row-group>",
      OpenDocumentSheet.row([], attributes: " table:number-rows-repeated=\"3\""),
      "</table:table-row-group>",
      OpenDocumentSheet.row(
        ["B1", "First", "Amount", "8"],
        cell("table:number-columns-repeated=\"2\"")
          + value("float", "value", "0.5").replacing(
            "office:value=", with: "table:number-columns-repeated=\"1\" office:value=")),
      OpenDocumentSheet.row(
        ["B2", "Second", "Score"], attributes: " table:number-rows-repeated=\"2\""),
      OpenDocumentSheet.row([], attributes: " table:number-rows-repeated=\"999999999\""),
      OpenDocumentSheet.row(
        [], cell("table:number-columns-repeated=\"999999999\"") + cell(""),
        attributes: " table:number-rows-repeated=\"999999999\""),
    ]
    let file = sheet.read()
    #expect(
      file.problems.filter { $0.severity == .error }.map(\.placeText) == ["Benefits:7:1"],
      "\(file.told)")
    sheet.rows.remove(at: 4)
    #expect(sheet.read().register?.benefits.first?.inputs.amount == Exact(8))
  }

  @Test(
    "WB-38 Cells that repeat beyond the limit are refused before they are made",
    arguments: [
      (" table:number-rows-repeated=\"1000000\"", ""),
      ("", "table:number-columns-repeated=\"70000\" "),
      (" table:number-rows-repeated=\"300\"", "table:number-columns-repeated=\"250\" "),
      (" table:number-rows-repeated=\"999999999\"", "table:number-columns-repeated=\"9000\" "),
    ])
  func tooManyRepeats(row: String, column: String) {
    var sheet = OpenDocumentSheet()
    sheet.rows = [
      OpenDocumentSheet.row(
        ["B1", "First", "Score"],
        cell("\(column)office:value-type=\"float\" office:value=\"1\""), attributes: row)
    ]
    let file = sheet.read()
    #expect(file.register == nil)
    let words = "cells that are only repeated"
    #expect(file.problems.count { $0.expected.hasSuffix(words) } == 1, "\(file.told)")
    #expect(file.problems.count < 20)
  }

  @Test("WB-25 WB-37 A value under a merged cell is a warning; its place is its own")
  func covered() {
    let file = OpenDocumentSheet.amount(
      cell("office:value-type=\"float\" office:value=\"5\" table:number-columns-spanned=\"2\"")
        + cell("", name: "covered-table-cell")
        + cell("office:value-type=\"string\"", "<text:p>x</text:p>", name: "covered-table-cell")
    ).read()
    #expect(file.register?.benefits.first?.additional == ["Extra": "x"])
    #expect(file.problems(.warning, at: "Benefits:2:6").count == 1)
  }

  @Test("WB-37 The content of an .ods is read as a flat file is; one with a password is not")
  func archive() throws {
    var sheet = OpenDocumentSheet.amount(OpenDocumentSheet.cells(["7"]))
    sheet.root = "document-content"
    var parts = [
      ArchiveWriter.Entry(
        name: "mimetype", bytes: Array("application/vnd.oasis.opendocument.spreadsheet".utf8)),
      ArchiveWriter.Entry(name: "content.xml", bytes: Array(sheet.text.utf8)),
      ArchiveWriter.Entry(name: "META-INF/manifest.xml", bytes: Array("<manifest/>".utf8)),
    ]
    let file = RegisterFile.read(try ArchiveWriter.write(parts))
    #expect(file.kind == .openDocument)
    #expect(file.register?.benefits.first?.inputs.amount == Exact(7), "\(file.told)")
    parts[2].bytes = Array("<manifest><file><encryption-data/></file></manifest>".utf8)
    #expect(RegisterFile.read(try ArchiveWriter.write(parts)).kind == .protectedWorkbook)
    parts[1].bytes = Array("<html/>".utf8)
    #expect(RegisterFile.read(try ArchiveWriter.write([parts[0], parts[1]])).hasErrors)
    let none = RegisterFile.read(try ArchiveWriter.write([parts[0]]))
    #expect(none.problems.first?.expected == "a part content.xml")
  }
}
