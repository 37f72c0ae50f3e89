import Calculator
import Programme
import Testing

@testable import Exchange

@Suite("What stands in the cells of real workbooks")
struct CellQuirkTests {
  @Test(
    "WB-10 A number cell is read in the forms of XML Schema and no other",
    arguments: [
      ("1234.50", "1234.5"), ("-5", "-5"), ("+7", "7"), ("3.5E3", "3500"),
      ("3.5000000000000003E-2", "0.035"), (".5", "0.5"), ("1,234.50", nil), ("12abc", nil),
      ("1e400", nil), ("NaN", nil), ("INF", nil), ("0x10", nil), ("\u{661}", nil),
    ])
  func numbers(text: String, expected: String?) {
    let file = Workbook.amount("<Cell><Data ss:Type=\"Number\">\(text)</Data></Cell>")
    #expect(file.register?.benefits.first?.inputs.amount?.text == expected)
    #expect(file.problems(.error, at: "Benefits:2:4").isEmpty == (expected != nil))
  }

  @Test(
    "WB-11 A number in a text cell is read with a warning",
    arguments: [("£1,234.50", "1234.5"), ("250", "250"), ("-£3", "-3")])
  func numbersAsText(text: String, expected: String) {
    let file = Workbook.amount("<Cell><Data ss:Type=\"String\">\(text)</Data></Cell>")
    #expect(file.register?.benefits.first?.inputs.amount?.text == expected)
    #expect(file.problems(.warning, at: "Benefits:2:4").count == 1)
  }

  @Test("WB-11 The text 3.5% of a share is 0.035, and words are refused with their place")
  func percentText() {
    var workbook = Workbook()
    workbook.rows = [Workbook.row(["B1", "First", "Amount", "100", "3.5%"])]
    #expect(workbook.read().register?.benefits.first?.inputs.claimShare?.text == "0.035")
    workbook.rows = [Workbook.row(["B1", "First", "Amount", "lots"])]
    #expect(workbook.read().register == nil)
    #expect(workbook.read().problems(.error, at: "Benefits:2:4").first?.found == "lots")
  }

  @Test(
    "WB-12 An error, a formula without a value and a null are problems with a place, never 0",
    arguments: [
      "<Cell><Data ss:Type=\"Error\">#REF!</Data></Cell>",
      "<Cell ss:Formula=\"=1+1\"/>",
      "<Cell ss:Formula=\"=1+1\"><Data ss:Type=\"Number\"/></Cell>",
      "<Cell><Data ss:Type=\"Number\"><ss:Null/></Data></Cell>",
      "<Cell><Data ss:Type=\"Boolean\">1</Data></Cell>",
      "<Cell><Data ss:Type=\"DateTime\">2010-01-15T00:00:00.000</Data></Cell>",
    ])
  func noValue(cell: String) {
    let file = Workbook.amount(cell)
    #expect(file.register == nil)
    #expect(file.problems(.error, at: "Benefits:2:4").count == 1, "\(file.told)")
  }

  @Test("WB-12 A formula that names another workbook keeps its value, with a warning")
  func otherWorkbook() {
    let file = Workbook.amount(
      "<Cell ss:Formula=\"='[Costs.xls]Sheet1'!R1C1\"><Data ss:Type=\"Number\">5</Data></Cell>")
    #expect(file.register?.benefits.first?.inputs.amount == Exact(5))
    #expect(file.problems(.warning, at: "Benefits:2:4").count == 1)
    let own = Workbook.amount(
      "<Cell ss:Formula=\"=R[-1]C[2]*1.5\"><Data ss:Type=\"Number\">5</Data></Cell>")
    #expect(own.problems(.warning, at: "Benefits:2:4").isEmpty)
  }

  @Test("WB-13 A number above 1 in a cell that shows percent gets a warning")
  func percentStyle() {
    var workbook = Workbook()
    workbook.beforeSheets = """
      <Styles><Style ss:ID="p"><NumberFormat ss:Format="0%"/></Style></Styles>
      """
    workbook.sheets = Workbook.sheet(
      "Assumptions",
      [
        """
        <Row>\(Workbook.cells(["OnCostPct"]))<Cell ss:StyleID="p"><Data ss:Type="Number">3.5</Data>\
        </Cell></Row>
        """
      ])
    let file = workbook.read()
    #expect(file.problems(.warning, at: "Assumptions:1:2").first?.found == "350 %")
  }

  @Test("WB-14 Rich text, CDATA and line breaks are one text; a comment is not the value")
  func richText() {
    let file = Workbook.amount(
      """
      <Cell><Comment><ss:Data>remark</ss:Data></Comment><Data ss:Type="Number">1</Data></Cell>\
      <Cell/><Cell/><Cell><ss:Data ss:Type="String"><html:B>Bold</html:B> a<html:BR/>\
      <html:I>b</html:I><![CDATA[ <c> & £ –]]></ss:Data></Cell>
      """)
    #expect(file.register?.benefits.first?.inputs.amount == .one)
    #expect(file.register?.benefits.first?.additional == ["Extra": "Bold a\nb <c> & £ –"])
  }

  @Test(
    "WB-15 A date is ISO text, or a day number by the workbook's own date system",
    arguments: [
      ("<Data ss:Type=\"String\">2010-01-15</Data>", false, "2010-01-15"),
      ("<Data ss:Type=\"DateTime\">2010-01-15T00:00:00.000</Data>", false, "2010-01-15"),
      ("<Data ss:Type=\"DateTime\">2010-01-15T10:30:00.000</Data>", true, "2010-01-15"),
      ("<Data ss:Type=\"Number\">40193</Data>", false, "2010-01-15"),
      ("<Data ss:Type=\"Number\">38731</Data>", true, "2010-01-15"),
      ("<Data ss:Type=\"Number\">1</Data>", false, "1900-01-01"),
      ("<Data ss:Type=\"Number\">59</Data>", false, "1900-02-28"),
      ("<Data ss:Type=\"Number\">61</Data>", false, "1900-03-01"),
      ("<Data ss:Type=\"Number\">0</Data>", true, "1904-01-01"),
      ("<Data ss:Type=\"Number\">60</Data>", false, nil),
      ("<Data ss:Type=\"Number\">-1</Data>", false, nil),
      ("<Data ss:Type=\"Number\">1.5</Data>", false, nil),
      ("<Data ss:Type=\"DateTime\">1899-12-31T09:30:00.000</Data>", false, nil),
      ("<Data ss:Type=\"DateTime\">2010-02-30T00:00:00.000</Data>", false, nil),
    ])
  func dates(data: String, from1904: Bool, expected: String?) {
    var workbook = Workbook()
    workbook.beforeSheets = """
      <x:ExcelWorkbook>\(from1904 ? "<x:Date1904/>" : "")</x:ExcelWorkbook>
      """
    workbook.cover = Workbook.sheet(
      "Cover",
      [
        Workbook.row(["Layout", "1"]), "<Row>\(Workbook.cells(["Date"]))<Cell>\(data)</Cell></Row>",
      ])
    let file = workbook.read()
    #expect(file.register?.cover.date?.description == expected, "\(file.told)")
    #expect(file.problems(.error, at: "Cover:2:2").isEmpty == (expected != nil))
  }
}
