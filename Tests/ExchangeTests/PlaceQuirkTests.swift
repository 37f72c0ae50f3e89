import Calculator
import Programme
import Testing

@testable import Exchange

@Suite("Where the cells of real workbooks stand")
struct PlaceQuirkTests {
  @Test("WB-24 A gap between rows or cells moves what follows, and problems name the true place")
  func gaps() {
    var workbook = Workbook()
    workbook.rows = [
      "<Row ss:Index=\"10\">\(Workbook.cells(["B1", "First"]))"
        + "<Cell ss:Index=\"3\"><Data ss:Type=\"String\">Amount</Data></Cell>"
        + "<Cell><Data ss:Type=\"String\">lots</Data></Cell></Row>",
      Workbook.row(["B2", "Second", "Amount", "more"]),
    ]
    let errors = workbook.read().problems.filter { $0.severity == .error }
    #expect(errors.map(\.placeText) == ["Benefits:10:4", "Benefits:11:4"])
    #expect(errors.first?.subject == "Amount")
    guard case .cell(_, _, _, let header) = errors.first?.place else { return }
    #expect(header == "Amount", "the place names the column's heading")
  }

  @Test(
    "WB-25 An index that goes back is told: a row's as an error, a cell's as a warning",
    arguments: [
      ("<Row ss:Index=\"1\">", "<Cell>", "error Benefits:1:1"),
      ("<Row>", "<Cell ss:Index=\"1\">", "warning Benefits:2:2"),
      ("<Row ss:Index=\"0\">", "<Cell>", "error Benefits:2:1"),
      ("<Row ss:Index=\"two\">", "<Cell>", "error Benefits:2:1"),
      ("<Row>", "<Cell ss:Index=\"-3\">", "error Benefits:2:2"),
      ("<Row>", "<Cell ss:Index=\"99999999999999999999\">", "error Benefits:2:2"),
    ])
  func goesBack(row: String, cell: String, told: String) {
    var workbook = Workbook()
    workbook.rows = [
      row + Workbook.cells(["B1"]) + cell + "<Data ss:Type=\"String\">First</Data></Cell>"
        + Workbook.cells(["Score"]) + "</Row>"
    ]
    let found = workbook.read().problems.map { "\($0.severity) \($0.placeText)" }
    #expect(found.contains(told), "\(found)")
  }

  @Test("WB-24 A merge across moves the next cell, whatever its size")
  func mergeAcross() {
    var workbook = Workbook()
    workbook.headings = ["BenefitID", "", "Title", "Method"]
    workbook.rows = [
      "<Row><Cell ss:MergeAcross=\"1\"><Data ss:Type=\"String\">B1</Data></Cell>"
        + Workbook.cells(["First", "Score"]) + "</Row>"
    ]
    #expect(workbook.read().register?.benefits.first?.title == "First")
    workbook.rows = [
      "<Row>\(Workbook.cells(["B1", "", "First", "Score"]))"
        + "<Cell ss:MergeAcross=\"999999999\"><Data ss:Type=\"String\">x</Data></Cell>"
        + "<Cell><Data ss:Type=\"String\">y</Data></Cell></Row>"
    ]
    #expect(workbook.read().register == nil, "the cell after it is beyond every limit")
  }

  @Test("WB-25 Under a merge down, a cell with an index is certain and one without is a warning")
  func mergeDown() {
    func rows(_ second: String) -> [String] {
      [
        "<Row>\(Workbook.cells(["B1"]))<Cell ss:MergeDown=\"1\"><Data ss:Type=\"String\">T</Data>"
          + "</Cell>\(Workbook.cells(["Score"]))</Row>", second,
      ]
    }
    var workbook = Workbook()
    workbook.rows = rows(
      "<Row>\(Workbook.cells(["B2"]))<Cell ss:Index=\"3\"><Data ss:Type=\"String\">Score</Data>"
        + "</Cell></Row>")
    let certain = workbook.read()
    #expect(!certain.problems.contains { $0.expected.contains("merged") })
    #expect(certain.problems(.error, at: "Benefits:3:2").map(\.subject) == ["Title"])
    workbook.rows = rows(Workbook.row(["B2", "Second", "Score"]))
    let unsure = workbook.read()
    #expect(unsure.register?.benefits.last?.title == "Second")
    #expect(unsure.problems(.warning, at: "Benefits:3:2").count == 1)
  }

  @Test("WB-24 A row with a span stands for several, which are empty")
  func span() {
    var workbook = Workbook()
    workbook.rows = [
      "<Row ss:Index=\"3\" ss:Span=\"5\"/>", Workbook.row(["B1", "First", "Amount", "lots"]),
    ]
    #expect(workbook.read().problems(.error, at: "Benefits:9:4").count == 1)
    workbook.rows = ["<Row ss:Span=\"999999999\"/>", Workbook.row(["B1", "First", "Score"])]
    #expect(workbook.read().register == nil)
  }

  @Test(
    "WB-22 Sheets that are not of layout 1 are told and skipped, even twice, whatever they hold")
  func otherSheets() {
    var workbook = Workbook()
    workbook.sheets =
      Workbook.sheet("Notes", ["<Row><Cell><Data ss:Type=\"Error\">#REF!</Data></Cell></Row>"])
      + Workbook.sheet("Notes", [Workbook.row(["BenefitID", "Title", "Method"])])
      + Workbook.sheet("Lists", [Workbook.row(["Method"])])
    let file = workbook.read()
    #expect(file.register?.benefits.count == 1, "\(file.told)")
    #expect(file.problems(.note, at: "Notes:1:1").map(\.found) == ["Notes", "Notes"])
    #expect(file.problems(.note, at: "Notes:1:1").first?.mend == "It is not read.")
  }

  @Test(
    "WB-67 A sheet is known by other names too, unless the one of layout 1 was there before",
    arguments: ["Non-tangibles", "Intangible benefits", "NON_TANGIBLE"])
  func sheetNames(name: String) {
    let rows = [
      Workbook.row(["BenefitID", "Criterion", "Weight", "Score"]),
      Workbook.row(["B1", "Reputation", "10", "7"]),
    ]
    var workbook = Workbook()
    workbook.sheets = Workbook.sheet(name, rows)
    #expect(workbook.read().register?.benefits.first?.criteria.count == 1)
    workbook.sheets = Workbook.sheet("Intangibles", rows) + Workbook.sheet(name, rows)
    let file = workbook.read()
    #expect(file.register?.benefits.first?.criteria.count == 1)
    #expect(file.problems(.note, at: "\(name):1:1").count == 1)
  }

  @Test(
    "WB-60 A row of totals is told and skipped", arguments: ["Total", "GRAND TOTAL:", "Sub-total"])
  func totals(word: String) {
    for row in [["", word, "", "100"], [word, "", "", "100"]] {
      var workbook = Workbook()
      workbook.rows.append(Workbook.row(row))
      let file = workbook.read()
      #expect(file.register?.benefits.count == 1, "\(file.told)")
      #expect(file.problems(.note, at: "Benefits:3:1").map(\.found) == [word])
    }
    var workbook = Workbook()
    workbook.rows.append(Workbook.row(["B2", word, "Amount", "100"]))
    #expect(workbook.read().register?.benefits.count == 2, "a benefit may be called so")
  }

  @Test("WB-66 A label that stands twice with two values is told, and the first is used")
  func labelTwice() {
    var workbook = Workbook()
    workbook.sheets = Workbook.sheet(
      "Assumptions",
      [Workbook.row(["On costs", "25%"]), Workbook.row(["OnCostPct", "30%"])])
    let file = workbook.read()
    #expect(file.register?.cover.assumptions.onCostShare.text == "0.25")
    #expect(file.problems(.warning, at: "Assumptions:2:2").contains { $0.found == "30%" })
  }
}
