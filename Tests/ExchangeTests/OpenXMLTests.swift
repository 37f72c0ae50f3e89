import Calculator
import Foundation
import Programme
import Testing

@testable import Exchange

@Suite("Workbooks of Office Open XML")
struct OpenXMLTests {
  private func amount(_ cells: String, in book: (inout OpenXMLBook) -> Void = { _ in }) throws
    -> ImportedFile
  {
    var whole = OpenXMLBook.amount(cells)
    book(&whole)
    return try whole.read()
  }

  @Test("WB-34 Sheets are found by their relationships, hidden ones too, in both forms")
  func sheets() throws {
    let common = try OpenXMLBook().read()
    #expect(common.kind == .openXML && !common.hasErrors, "\(common.told)")
    #expect(common.register?.cover.council == "Kelso")
    #expect(common.register?.benefits.first?.inputs.amount == Exact(100))
    var book = OpenXMLBook()
    book.main = OpenXMLNames.strictMain
    book.relationships = OpenXMLNames.strictRelationships
    #expect(try book.read().register == common.register)
    book = OpenXMLBook()
    book.rows = ["<x:row xmlns:x=\"urn:x\"><x:c/></x:row>"] + book.rows
    #expect(try book.read().register == common.register)
  }

  @Test(
    "WB-34 A cell is a number, a text of its own or a shared one",
    arguments: [
      ("<c r=\"D2\"><v>3.5000000000000003E-2</v></c>", "0.035"),
      ("<c r=\"D2\" t=\"n\"><v>-5</v></c>", "-5"),
      ("<c r=\"D2\"><f>1+1</f><v>2</v></c>", "2"),
      ("<c r=\"D2\" t=\"str\"><f>\"3\"</f><v>3</v></c>", "3"),
      ("<c r=\"D2\" t=\"inlineStr\"><is><t>£1,234.50</t></is></c>", "1234.5"),
      ("<c r=\"D2\" t=\"s\"><v>0</v></c>", "12.5"),
      ("<c t=\"s\"><v>0</v></c>", "12.5"),
      ("<c r=\"D2\" foo=\"1\"><v>1</v><extLst><v>2</v></extLst></c>", "1"),
    ])
  func values(cell: String, expected: String) throws {
    let file = try amount(cell) { $0.sharedTexts = ["<t>12.5</t>"] }
    #expect(file.register?.benefits.first?.inputs.amount?.text == expected, "\(file.told)")
  }

  @Test("WB-34 Runs of rich text are one text, readings are no part, escapes are characters")
  func texts() throws {
    let file = try amount(
      "<c r=\"D2\"><v>1</v></c><c r=\"F2\" t=\"s\"><v>1</v></c>"
    ) {
      $0.sharedTexts = [
        "<t>no</t>",
        "<r><rPr><b/></rPr><t xml:space=\"preserve\">Bold </t></r><r><t>and £ –_x000A_</t></r>"
          + "<rPh sb=\"0\" eb=\"1\"><t>reading</t></rPh><r><t>_x005F_x_x0000_</t></r>",
      ]
    }
    #expect(
      file.register?.benefits.first?.additional == ["Extra": "Bold and £ –\n_x_x0000_"],
      "\(file.told)")
  }

  @Test(
    "WB-12 WB-34 An error, a formula without a value, a truth value or a day is never a number",
    arguments: [
      "<c r=\"D2\" t=\"e\"><v>#REF!</v></c>", "<c r=\"D2\"><f>1+1</f></c>",
      "<c r=\"D2\"><f>1+1</f><v></v></c>", "<c r=\"D2\" t=\"b\"><v>1</v></c>",
      "<c r=\"D2\" t=\"d\"><v>2010-01-15</v></c>", "<c r=\"D2\" s=\"1\"><v>40193</v></c>",
      "<c r=\"D2\"><v>1,5</v></c>", "<c r=\"D2\" t=\"s\"><v>7</v></c>",
      "<c r=\"D2\" t=\"s\"><v>-1</v></c>", "<c r=\"D2\" t=\"s\"><v>99999999999</v></c>",
    ])
  func noNumber(cell: String) throws {
    let file = try amount(cell) { $0.styles = OpenXMLTests.styles }
    #expect(file.register == nil)
    #expect(!file.problems(.error, at: "Benefits:2:4").isEmpty, "\(file.told)")
  }

  private static let styles = """
    <numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/>\
    <numFmt numFmtId="165" formatCode="0.0%"/></numFmts>\
    <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>\
    <cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="9"/>\
    <xf numFmtId="14"/></cellXfs>
    """

  @Test("WB-12 WB-34 A formula that names another workbook keeps its value, with a warning")
  func otherWorkbook() throws {
    for formula in ["[1]Costs!A1", "SUM('[12]My costs'!A1)", "1+[1]!Total"] {
      let file = try amount("<c r=\"D2\"><f>\(formula)</f><v>5</v></c>")
      #expect(file.register?.benefits.first?.inputs.amount == Exact(5))
      #expect(file.problems(.warning, at: "Benefits:2:4").count == 1, "\(formula)")
    }
    for formula in ["Costs!A1", "Table1[2010]", "Table1[[#This Row],[Cost]]", "A1*1.5"] {
      let file = try amount("<c r=\"D2\"><f>\(formula)</f><v>5</v></c>")
      #expect(file.problems(.warning, at: "Benefits:2:4").isEmpty, "\(formula)")
    }
    let shared = try amount(
      "<c r=\"D2\"><f t=\"shared\" si=\"3\">[1]A!B1</f><v>5</v></c>"
        + "<c r=\"E2\"><f t=\"shared\" si=\"3\"/><v>0.5</v></c>")
    #expect(shared.problems(.warning, at: "Benefits:2:5").count == 1)
  }

  @Test(
    "WB-35 A cell stands where it says, or beside the one before; backwards is told",
    arguments: [
      ("<c r=\"F2\"><v>1</v></c>", "Benefits:2:6", Problem.Severity?.none),
      ("<c/><c/><c><v>1</v></c>", "Benefits:2:6", nil),
      ("<c r=\"B2\"><v>1</v></c>", "Benefits:2:4", .warning),
      ("<c r=\"D3\"><v>1</v></c>", "Benefits:2:4", .error),
      ("<c r=\"4D\"><v>1</v></c>", "Benefits:2:4", .error),
      ("<c r=\"XFE2\"><v>1</v></c>", "Benefits:2:4", .error),
      ("<c r=\"IW2\"><v>1</v></c>", "Benefits:2:257", .error),
      ("<c r=\"AAAAAAAAAAAAAAAA2\"/>", "Benefits:2:4", .error),
    ])
  func places(cells: String, place: String, severity: Problem.Severity?) throws {
    var book = OpenXMLBook.amount(cells)
    book.rows[0] = book.rows[0].replacing("Amount", with: "Score")
    let file = try book.read()
    if let severity {
      #expect(file.problems(severity, at: place).count == 1, "\(file.told)")
    } else {
      #expect(file.register?.benefits.first?.additional == ["Extra": "1"], "\(file.told)")
    }
  }

  @Test("WB-35 Rows may leave out their number; a number that goes back is told")
  func rows() throws {
    var book = OpenXMLBook()
    book.rows = [
      "<row/>", OpenXMLBook.row(3, ["B1", "First", "Amount", "x"]).replacing("r=\"3\"", with: ""),
    ]
    #expect(try book.read().problems(.error, at: "Benefits:3:4").count == 1)
    book.rows = [OpenXMLBook.row(1, ["B1", "First", "Score"])]
    #expect(try book.read().problems(.error, at: "Benefits:1:1").first?.subject == "Row")
    book.rows = ["<row r=\"zero\"/>"] + book.rows
    #expect(try book.read().problems(.error, at: "Benefits:2:1").count == 1)
  }

  @Test("WB-13 WB-36 A percentage above 1 gets a warning, whichever way the cell shows percent")
  func percent() throws {
    for style in ["2", "3"] {
      let file = try amount("<c r=\"D2\"/><c r=\"E2\" s=\"\(style)\"><v>3.5</v></c>") {
        $0.styles = OpenXMLTests.styles
      }
      #expect(file.problems(.warning, at: "Benefits:2:5").first?.found == "350 %")
    }
  }

  @Test(
    "WB-36 A number that is shown as a date is that day, by the workbook's own date system",
    arguments: [
      ("40193", "4", false, "2010-01-15", 0), ("40193", "1", false, "2010-01-15", 0),
      ("40193.4375", "1", false, "2010-01-15", 1), ("40192.9999999", "1", false, "2010-01-15", 0),
      ("38731", "4", true, "2010-01-15", 0), ("0", "4", true, "1904-01-01", 0),
      ("40193", "0", false, "2010-01-15", 1), ("60", "4", false, nil, 0),
      ("0.4", "4", false, nil, 0), ("-1", "4", false, nil, 0), ("2958466", "4", false, nil, 0),
      ("1e300", "4", false, nil, 0), ("nan", "4", false, nil, 0),
    ])
  func dates(
    number: String, style: String, from1904: Bool, expected: String?, warnings: Int
  ) throws {
    var book = OpenXMLBook()
    book.styles = OpenXMLTests.styles
    if from1904 { book.workbookProperties = "<workbookPr date1904=\"1\"/>" }
    book.otherParts["xl/worksheets/sheet1.xml"] = book.sheet([
      OpenXMLBook.row(1, ["Layout", "1"]),
      OpenXMLBook.row(2, ["Date"], more: "<c r=\"B2\" s=\"\(style)\"><v>\(number)</v></c>"),
    ])
    let file = try book.read()
    #expect(file.register?.cover.date?.description == expected, "\(file.told)")
    #expect(file.problems(.warning, at: "Cover:2:2").count == warnings, "\(file.told)")
    #expect(file.problems(.error, at: "Cover:2:2").isEmpty == (expected != nil))
  }

  @Test(
    "WB-36 The format of a number tells dates and percentages, words and colours aside",
    arguments: [
      ("General", CellFormats.Format.plain), ("0.00E+00", .plain), ("#,##0.00;[Red]-#,##0", .plain),
      ("0 \"days\"", .plain), ("0\\d", .plain), ("_-£* #,##0_-;yyyy", .plain), ("@", .plain),
      ("0%", .percent), ("0.0%;-0.0%", .percent), ("\"100%\"0", .plain), ("yyyy-mm-dd", .date),
      ("[$-809]D MMMM YYYY", .date), ("[h]:mm", .date), ("h:mm AM/PM", .date),
    ])
  func formats(code: String, expected: CellFormats.Format) {
    #expect(NumberFormat.format(code) == expected)
  }

  @Test("WB-39 A workbook with macros is read without them, and that is said")
  func macros() throws {
    var book = OpenXMLBook()
    book.type = "application/vnd.ms-excel.sheet.macroEnabled.main+xml"
    let file = try book.read()
    #expect(file.register?.benefits.count == 1)
    #expect(file.problems(.note, at: "file").map(\.found) == ["macros"])
  }

  @Test("WB-34 A part that is missing or damaged is named; nothing is imported")
  func missingParts() throws {
    var book = OpenXMLBook()
    book.otherParts["xl/worksheets/sheet2.xml"] = "<worksheet"
    let damaged = try book.read()
    #expect(damaged.problems.first?.subject == "The part xl/worksheets/sheet2.xml")
    #expect(damaged.register == nil)
    let parts = OpenXMLBook().parts
    for missing in ["xl/worksheets/sheet2.xml", "xl/_rels/workbook.xml.rels", "xl/workbook.xml"] {
      let rest = parts.filter { $0.name != missing }
        .map { ArchiveWriter.Entry(name: $0.name, bytes: Array($0.text.utf8)) }
      let file = RegisterFile.read(try ArchiveWriter.write(rest))
      #expect(file.register == nil)
      #expect(file.problems.first?.expected == "a part \(missing)")
    }
    book = OpenXMLBook()
    book.otherParts["xl/_rels/workbook.xml.rels"] = OpenXMLBook.relationships([])
    #expect(try book.read().problems.contains { $0.expected == "a sheet that is in the file" })
  }
}
