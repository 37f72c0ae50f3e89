import Calculator
import Programme
import Testing

@testable import Exchange

@Suite("What real workbooks write for numbers, days and choices")
struct ValueQuirkTests {
  /// Reads a file whose only benefit has one cell, as XML, under a heading.
  private func file(_ heading: String, _ cell: String, before: String = "") -> ImportedFile {
    var workbook = Workbook()
    workbook.beforeSheets = before
    workbook.headings = ["BenefitID", "Title", "Method", heading]
    workbook.rows = ["<Row>\(Workbook.cells(["B1", "First", "Amount"]))\(cell)</Row>"]
    return workbook.read()
  }

  private func text(_ value: String, _ type: String = "String") -> String {
    "<Cell><Data ss:Type=\"\(type)\">\(value)</Data></Cell>"
  }

  private static let percentStyle = """
    <Styles><Style ss:ID="p"><NumberFormat ss:Format="Percent"/></Style></Styles>
    """

  @Test(
    "WB-10 A double is read to the 15 digits that a spreadsheet program shows",
    arguments: [
      ("3.5000000000000003E-2", "0.035"), ("0.30000000000000004", "0.3"),
      ("1.1000000000000001", "1.1"), ("22674.4458701692", "22674.4458701692"), ("1E3", "1000"),
      ("0.123456789012345678", "0.123456789012345678"), ("0.049999999999999996", "0.05"),
    ])
  func fifteenDigits(number: String, expected: String) {
    let file = file("Amount", text(number, "Number"))
    #expect(file.register?.benefits.first?.inputs.amount?.text == expected)
  }

  @Test("WB-13 A percent cell holds a fraction; only above 100 % somebody should look")
  func percentCells() {
    func share(_ number: String) -> ImportedFile {
      file(
        "Avoidable %", "<Cell ss:StyleID=\"p\"><Data ss:Type=\"Number\">\(number)</Data></Cell>",
        before: ValueQuirkTests.percentStyle)
    }
    let usual = share("3.5000000000000003E-2")
    #expect(usual.register?.benefits.first?.inputs.avoidableShare?.text == "0.035")
    #expect(usual.problems(.warning, at: "Benefits:2:4").isEmpty)
    let high = share("3.5")
    #expect(high.problems(.warning, at: "Benefits:2:4").first?.found == "350 %")
    #expect(high.problems(.error, at: "Benefits:2:4").count == 1, "no share is above the whole")
  }

  @Test(
    "WB-11 A number that is stored as text is read in every field that is a number",
    arguments: [
      ("StartYear", "2", "2"), ("Years", "5.0", "5"), ("Volume", "12,000", "12000"),
      ("Volume", "\u{A0}250 ", "250"), ("Attribution", "50 %", "0.5"),
      ("Amount", "£1,234.50", "1234.5"),
    ])
  func numbersAsText(heading: String, value: String, expected: String) throws {
    let file = file(heading, text(value))
    let benefit = try #require(file.register?.benefits.first, "\(file.told)")
    let field = try #require(HeadingTable<Benefit>().field(heading)?.field)
    #expect(benefit.text(field) == expected)
    #expect(file.problems(.warning, at: "Benefits:2:4").count == 1)
  }

  @Test(
    "WB-11 What is no number is refused with its place, never read as 0",
    arguments: ["n/a", "TBC", "-", "?", "1 234,50", "12k", "£", "about 5", "5-10", "1,23", "%"])
  func noNumbers(value: String) {
    let file = file("Amount", text(value))
    #expect(file.register == nil)
    let problem = file.problems(.error, at: "Benefits:2:4").first
    #expect(problem?.found == value && problem?.mend.isEmpty == false)
  }

  @Test(
    "WB-12 An error of the workbook is told wherever it stands, and is nowhere 0",
    arguments: ["#REF!", "#DIV/0!", "#N/A", "#NAME?", "#VALUE!", "#NUM!", "#NULL!"])
  func errorsAnywhere(error: String) {
    for heading in ["Title", "Service", "Amount", "Claim", "Years", "Owner", "Status"] {
      var workbook = Workbook()
      workbook.headings = ["BenefitID", "Method", "Title", heading == "Title" ? "" : heading]
      let cell = text(error, "Error")
      let title = heading == "Title" ? cell : Workbook.cells(["First"])
      workbook.rows = [
        "<Row>\(Workbook.cells(["B1", "Score"]))\(title)\(heading == "Title" ? "" : cell)</Row>"
      ]
      let column = heading == "Title" ? 3 : 4
      let file = workbook.read()
      #expect(file.register == nil, "\(heading)")
      #expect(file.problems(.error, at: "Benefits:2:\(column)").contains { $0.found == error })
    }
    let extra = file("Sponsor's note", text(error, "Error"))
    #expect(extra.register?.benefits.first?.additional == ["Sponsor's note": error])
    #expect(extra.problems(.warning, at: "Benefits:2:4").map(\.found) == [error])
  }

  @Test("WB-12 An assumption that is an error is not replaced by the standard value in silence")
  func errorInAssumption() {
    var workbook = Workbook()
    workbook.sheets = Workbook.sheet(
      "Assumptions", ["<Row>\(Workbook.cells(["DiscountRate"]))\(text("#REF!", "Error"))</Row>"])
    let file = workbook.read()
    #expect(file.register == nil)
    #expect(file.problems(.error, at: "Assumptions:1:2").map(\.found) == ["#REF!"])
  }

  @Test(
    "WB-61 A day may be written as people in Britain write it, with a warning",
    arguments: [
      ("15/01/2010", "2010-01-15"), ("5.1.2010", "2010-01-05"), ("15 January 2010", "2010-01-15"),
      ("15-Jan-2010", "2010-01-15"), ("31/02/2010", nil), ("01/15/2010", nil), ("15/01/10", nil),
      ("January 2010", nil), ("1 Ja 2010", nil),
    ])
  func writtenDays(value: String, expected: String?) {
    let file = file("NextReview", text(value))
    #expect(file.register?.benefits.first?.nextReview?.description == expected, "\(file.told)")
    let severity: Problem.Severity = expected == nil ? .error : .warning
    #expect(file.problems(severity, at: "Benefits:2:4").count == 1)
  }

  @Test(
    "WB-15 A time without a day is refused, by either date system; ISO days need no system",
    arguments: [
      ("1899-12-31T09:30:00.000", false, nil), ("1899-12-30T09:30:00.000", false, nil),
      ("1904-01-01T09:30:00.000", true, nil), ("1904-01-01T00:00:00.000", true, "1904-01-01"),
      ("1904-01-01T09:30:00.000", false, "1904-01-01"), ("1900-02-29T00:00:00.000", false, nil),
      ("2010-01-15T00:00:00", true, "2010-01-15"), ("2010-01-15", false, "2010-01-15"),
      ("15/01/2010", false, nil),
    ])
  func moments(value: String, from1904: Bool, expected: String?) {
    let system = "<x:ExcelWorkbook>\(from1904 ? "<x:Date1904/>" : "")</x:ExcelWorkbook>"
    let file = file("NextReview", text(value, "DateTime"), before: system)
    #expect(file.register?.benefits.first?.nextReview?.description == expected, "\(file.told)")
  }

  @Test(
    "WB-15 Day 60 never was; the days around it are sure, and in 1904 it is an ordinary day",
    arguments: [
      ("59", false, "1900-02-28"), ("60", false, nil), ("61", false, "1900-03-01"),
      ("60", true, "1904-03-01"), ("2958465", false, "9999-12-31"), ("2958466", false, nil),
      ("40193.5", false, nil),
    ])
  func serials(value: String, from1904: Bool, expected: String?) {
    let system = "<x:ExcelWorkbook>\(from1904 ? "<x:Date1904/>" : "")</x:ExcelWorkbook>"
    let file = file("NextReview", text(value, "Number"), before: system)
    #expect(file.register?.benefits.first?.nextReview?.description == expected, "\(file.told)")
  }

  @Test("WB-61 A financial year that the program took for a date is refused with what it may be")
  func yearAsDate() {
    var workbook = Workbook()
    workbook.cover = Workbook.sheet(
      "Cover",
      [
        Workbook.row(["Layout", "1"]),
        "<Row>\(Workbook.cells(["BaseYear"]))\(text("2005-06-01T00:00:00.000", "DateTime"))</Row>",
      ])
    let file = workbook.read()
    #expect(file.register == nil)
    #expect(file.problems(.error, at: "Cover:2:2").first?.mend.contains("2005/06") == true)
  }

  @Test(
    "WB-61 A financial year is read in the forms that are certain",
    arguments: [
      ("2005/06", 2005), ("2005-06", 2005), ("2005/2006", 2005), ("2005\u{2013}06", 2005),
      ("1999/00", 1999), ("05/06", nil), ("2005/07", nil), ("2005", nil), ("2005/2007", nil),
    ])
  func financialYears(text: String, first: Int?) {
    #expect(FinancialYear(text: text)?.firstYear == first)
  }

  @Test(
    "WB-53 The words that councils use for a choice are understood",
    arguments: [
      ("Cashable", "Yes", "Cashable"), ("Cashable?", "N", "Non-cashable"),
      ("Cashability", "Cash releasing", "Cashable"),
      ("Cashability", "TIME-RELEASING", "Non-cashable"),
      ("Cashability", "non cashable", "Non-cashable"), ("Tangible", "no", "Intangible"),
      ("Tangible / Intangible", "Non-tangible", "Intangible"), ("Method", "FTE saving", "FTE"),
      ("Method", "Channel shift", "Channel"), ("Method", "take-up", "TakeUp"),
      ("Status", "In progress", "Realising"), ("Status", "realized", "Realised"),
    ])
  func choices(heading: String, word: String, expected: String) throws {
    let field = try #require(HeadingTable<Benefit>().field(heading)?.field)
    var workbook = Workbook()
    let isMethod = field == .method
    workbook.headings = ["BenefitID", "Title", isMethod ? "Owner" : "Method", heading]
    workbook.rows = [Workbook.row(["B1", "First", isMethod ? "ICT" : "Score", word])]
    let file = workbook.read()
    #expect(file.register?.benefits.first?.text(field) == expected, "\(file.told)")
  }

  @Test("WB-53 A truth value answers a question of yes and no, and nothing else")
  func truthValues() {
    let yes = file("Cashable", text("1", "Boolean"))
    #expect(yes.register?.benefits.first?.cashability == .cashable)
    #expect(file("Status", text("1", "Boolean")).register == nil)
    #expect(file("Amount", text("1", "Boolean")).register == nil)
  }

  @Test(
    "WB-53 Periods and prices have other words too",
    arguments: [("Quarter 2", "Q2"), ("April", "M01"), ("mar", "M12"), ("Full year", "Year")])
  func periods(word: String, period: String) {
    let reading = Actual.read([
      .benefitReference: "B1", .year: "2010/11", .value: "5", .period: word,
      .maturity: "Provisional",
    ])
    #expect(reading.value?.period.rawValue == period)
    #expect(reading.value?.maturity == .preliminary)
    #expect(Cover.read([.priceBase: "Constant prices"]).value?.priceBase == .real)
  }
}
