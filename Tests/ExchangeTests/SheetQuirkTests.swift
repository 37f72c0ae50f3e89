import Calculator
import Programme
import Testing

@testable import Exchange

@Suite("How real workbooks lay out their sheets")
struct SheetQuirkTests {
  @Test("WB-20 Headings match trimmed, in any case and order, and by known synonyms")
  func headings() {
    var workbook = Workbook()
    workbook.headings = [" title ", "ATTRIBUTION", "Benefit ID", "Annual amount", "method"]
    workbook.rows = [Workbook.row(["First", "0.5", "B1", "100", "amount"])]
    let benefit = workbook.read().register?.benefits.first
    #expect(benefit?.reference == "B1")
    #expect(benefit?.inputs.claimShare?.text == "0.5")
    #expect(benefit?.inputs.amount == Exact(100))
  }

  @Test("WB-21 An unknown column is kept with its benefit and told")
  func unknownColumn() {
    var workbook = Workbook()
    workbook.rows = [Workbook.row(["B1", "First", "Amount", "1", "", "", "=danger"])]
    let file = workbook.read()
    #expect(file.register?.benefits.first?.additional == ["Extra": "=danger"])
    #expect(file.additionalColumns == ["Extra"])
    #expect(file.problems(.note, at: "Benefits:1:7").count == 1)
  }

  @Test("WB-22 A missing column or sheet is one clear problem")
  func missing() {
    var workbook = Workbook()
    workbook.headings[2] = "Something"
    #expect(workbook.read().problems.filter { $0.severity == .error }.count == 1)
    #expect(
      workbook.read().problems(.error, at: "Benefits:1:1").first?.expected == "a column Method")
    let none = RegisterFile.read(
      Array(Workbook().text.replacing("\"Benefits\"", with: "\"Other\"").utf8))
    #expect(none.problems(.error, at: "file").map(\.subject) == ["Benefits"])
    #expect(none.problems(.note, at: "Other:1:1").count == 1)
  }

  @Test("WB-23 A layout other than 1 is refused in words", arguments: ["2", "Layout B"])
  func otherLayout(layout: String) {
    var workbook = Workbook()
    workbook.cover = Workbook.sheet("Cover", [Workbook.row(["Layout", layout])])
    #expect(workbook.read().register == nil)
    #expect(workbook.read().problems(.error, at: "Cover:1:2").first?.expected == "layout 1")
  }

  @Test("WB-24 Index, MergeAcross and Span move the cells and rows that follow")
  func places() {
    var workbook = Workbook()
    workbook.rows = [
      "<Row ss:Index=\"4\" ss:Hidden=\"1\">\(Workbook.cells(["B1", "First", "Amount"]))"
        + "<Cell ss:Index=\"7\"><Data ss:Type=\"String\">seven</Data></Cell></Row>",
      "<Row ss:Span=\"3\"/>",
      "<Row><Cell><Data ss:Type=\"String\">B2</Data></Cell>"
        + "<Cell ss:MergeAcross=\"0\"><Data ss:Type=\"String\">Second</Data></Cell>"
        + "\(Workbook.cells(["Amount", "oops"]))</Row>",
    ]
    let file = workbook.read()
    #expect(file.problems(.error, at: "Benefits:9:4").first?.found == "oops", "\(file.told)")
    workbook.rows.removeLast()
    #expect(workbook.read().register?.benefits.first?.additional == ["Extra": "seven"])
    workbook.rows = [
      "<Row><Cell ss:MergeAcross=\"1\"><Data ss:Type=\"String\">B1</Data></Cell>"
        + Workbook.cells(["Amount"]) + "</Row>"
    ]
    #expect(workbook.read().problems(.error, at: "Benefits:2:2").first?.subject == "Title")
  }

  @Test("WB-25 Row numbers that go back and values under a merged cell are told")
  func ambiguousPlaces() {
    var workbook = Workbook()
    workbook.rows = ["<Row ss:Index=\"1\">\(Workbook.cells(["B1", "First", "Score"]))</Row>"]
    #expect(workbook.read().problems(.error, at: "Benefits:1:1").first?.subject == "Row")
    workbook.rows = [
      "<Row>\(Workbook.cells(["B1"]))<Cell ss:MergeDown=\"1\"><Data ss:Type=\"String\">T</Data>"
        + "</Cell>\(Workbook.cells(["Score"]))</Row>", Workbook.row(["B2", "Second", "Score"]),
    ]
    #expect(workbook.read().problems(.warning, at: "Benefits:3:2").count == 1)
  }

  @Test("WB-26 Prefixes mean nothing, namespaces everything; bare attributes get one warning")
  func namespaces() {
    let renamed = Workbook().text.replacing("ss:", with: "q:").replacing(
      "xmlns:ss", with: "xmlns:q")
    #expect(RegisterFile.read(Array(renamed.utf8)).register?.benefits.count == 1)
    let bare = RegisterFile.read(Array(Workbook().text.replacing(" ss:", with: " ").utf8))
    #expect(bare.register?.benefits.count == 1)
    #expect(bare.problems.count { $0.subject == "The file" } == 1)
    let foreign = Workbook().text.replacing(
      SpreadsheetNames.namespace, with: "urn:schemas-microsoft-com:office:other")
    #expect(RegisterFile.read(Array(foreign.utf8)).kind == .otherXML)
  }

  @Test("WB-27 Two sheets of one name are refused")
  func duplicateSheets() {
    var workbook = Workbook()
    workbook.sheets = Workbook.sheet("benefits ", [Workbook.row(["BenefitID"])])
    #expect(workbook.read().problems(.error, at: "benefits :1:1").count == 1)
  }

  @Test("WB-28 What only the whole register shows is told at its cell")
  func wholeRegister() {
    var workbook = Workbook()
    workbook.headings.append("FromChannel")
    workbook.rows = [
      Workbook.row(["B1", "First", "Amount", "1"]), "<Row/>",
      Workbook.row(["b1", "Twice", "Amount", "1"]),
      Workbook.row(["B2", "Third", "Contact", "", "", "", "", "Pigeon"]),
    ]
    workbook.sheets =
      Workbook.sheet(
        "Actuals",
        [
          Workbook.row(["BenefitID", "FY", "Value"]), Workbook.row(["B9", "2010/11", "5"]),
          Workbook.row(["B1", "2010/11", "5"]), Workbook.row(["B1", "2010/11", "6"]),
        ])
      + Workbook.sheet(
        "Intangibles",
        [
          Workbook.row(["BenefitID", "Criterion", "Weight", "Score"]),
          Workbook.row(["B8", "Reputation", "10", ""]),
        ])
    let file = workbook.read()
    let errors = file.problems.filter { $0.severity == .error }.map(\.placeText)
    #expect(
      errors.sorted() == ["Actuals:2:1", "Actuals:4:1", "Benefits:4:1", "Intangibles:2:1"],
      "\(file.told)")
    #expect(file.problems(.warning, at: "Benefits:5:8").first?.found == "Pigeon")
  }

  @Test("WB-29 All problems of a file are listed, up to a thousand")
  func allProblems() {
    var workbook = Workbook()
    workbook.rows = (1...1_500).map { Workbook.row(["B\($0)", "T", "Amount", "x"]) }
    let file = workbook.read()
    #expect(file.register == nil)
    #expect(file.problems.count == RecordLimit.problemsListed + 1)
    #expect(file.problems.last?.severity == .error)
  }
}
