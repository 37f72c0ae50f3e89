import Programme
import Testing

@testable import Exchange

@Suite("Markup that means harm")
struct HostileMarkupTests {
  @Test("WB-4 A document type of any kind is refused: no entity is ever expanded or fetched")
  func documentType() {
    let bombs = [
      "<!DOCTYPE Workbook>",
      "<!DOCTYPE Workbook SYSTEM \"file:///etc/passwd\">",
      "<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;\">]>",
      "<!DOCTYPE x [<!ENTITY e SYSTEM \"http://127.0.0.1:1/\">]>",
      "<!-- c --><!doctype x>",
    ]
    for bomb in bombs {
      var workbook = Workbook()
      workbook.prolog = "<?xml version=\"1.0\"?>\n\(bomb)\n"
      workbook.rows = [Workbook.row(["B1", "&c;", "Score"])]
      let file = workbook.read()
      #expect(file.register == nil)
      #expect(file.problems.first?.found == "a DOCTYPE")
    }
  }

  @Test(
    "WB-5 A tag is bounded in length and attributes before the parser sees it, wherever it hides",
    arguments: ["", "<!-->-->", "<!--->-->", "<![CDATA[<]]>", "<?p <a b='>?>", "<!--<a '-->"])
  func longTags(before: String) {
    let attributes = (0..<80_000).map { "a\($0)=\"\"" }.joined(separator: " ")
    let long = "b=\"" + String(repeating: "x", count: 870_000) + "\""
    for tag in [attributes, long] {
      var workbook = Workbook()
      workbook.sheets = before + "<Worksheet \(tag)/>"
      let file = workbook.read()
      #expect(file.register == nil)
      #expect(file.problems.first?.severity == .error)
    }
  }

  @Test("WB-5 Elements within elements are bounded")
  func depth() {
    var workbook = Workbook()
    workbook.sheets = String(repeating: "<a>", count: 100_000)
    let file = workbook.read()
    #expect(file.problems.first?.expected == "at most 64 elements within each other")
  }

  @Test("WB-5 A million comments and a great text are read or refused in bounded memory")
  func bulk() {
    var workbook = Workbook()
    workbook.beforeSheets = String(repeating: "<!---->", count: 1_000_000)
    #expect(workbook.read().register != nil)
    workbook = Workbook()
    workbook.rows = [Workbook.row(["B1", String(repeating: "x", count: 1_000_000), "Score"])]
    #expect(workbook.read().register == nil)
  }

  @Test("WB-5 A file, its rows and its columns are bounded")
  func size() {
    var limits = FileLimits()
    limits.fileBytes = 1_000
    let file = RegisterFile.read(Array(Workbook().text.utf8), limits: limits)
    #expect(file.problems.first?.expected == "at most 0 MiB" && file.register == nil)
    var workbook = Workbook()
    workbook.rows = ["<Row ss:Index=\"1048577\">\(Workbook.cells(["B1", "T", "Score"]))</Row>"]
    #expect(workbook.read().problems(.error, at: "Benefits:1048577:1").count == 1)
    workbook.rows = [
      "<Row>\(Workbook.cells(["B1", "T", "Score"]))<Cell ss:Index=\"257\">"
        + "<Data ss:Type=\"Number\">1</Data></Cell></Row>"
    ]
    #expect(workbook.read().problems(.error, at: "Benefits:2:257").count == 1)
  }
}
