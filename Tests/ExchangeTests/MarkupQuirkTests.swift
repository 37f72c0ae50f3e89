import Calculator
import Programme
import Testing

@testable import Exchange

@Suite("How real workbooks are written down: names, characters, text")
struct MarkupQuirkTests {
  /// A workbook whose elements or attributes have other prefixes, or none.
  private func changed(_ changes: [(String, String)]) -> ImportedFile {
    var text = Workbook().text
    for (from, to) in changes { text = text.replacing(from, with: to) }
    return RegisterFile.read(Array(text.utf8))
  }

  @Test("WB-26 Elements with a prefix, attributes of two prefixes for one namespace, all mixed")
  func mixedPrefixes() {
    let two = "xmlns:q=\"\(SpreadsheetNames.namespace)\" xmlns:ss="
    let mixed = changed([("xmlns:ss=", two), ("ss:Type", "q:Type"), ("<Row>", "<q:Row>")])
    #expect(mixed.register == nil, "a start and an end of different names is damage")
    let both = changed([
      ("xmlns:ss=", two), ("ss:Type", "q:Type"), ("<Row>", "<q:Row>"), ("</Row>", "</q:Row>"),
    ])
    #expect(both.register?.benefits.count == 1, "\(both.told)")
    #expect(!both.problems.contains { $0.subject == "The file" })
  }

  @Test("WB-26 One bare attribute among prefixed ones is read, with one warning at its place")
  func oneBareAttribute() {
    var workbook = Workbook()
    workbook.rows = [
      "<Row Index=\"5\">\(Workbook.cells(["B1", "First", "Amount", "100"]))</Row>",
      "<Row><Cell Index=\"1\"><Data Type=\"String\">B2</Data></Cell>"
        + "\(Workbook.cells(["Second", "Amount"]))"
        + "<Cell Formula=\"=1+1\"><Data Type=\"Number\">2</Data></Cell></Row>",
    ]
    let file = workbook.read()
    #expect(file.register?.benefits.map(\.inputs.amount) == [Exact(100), Exact(2)])
    #expect(file.problems.filter { $0.subject == "The file" }.map(\.placeText) == ["Benefits:2:1"])
    #expect(file.problems.first { $0.subject == "The file" }?.severity == .warning)
  }

  @Test("WB-26 An attribute of a foreign namespace is nothing, whatever its prefix")
  func foreignAttribute() {
    var workbook = Workbook()
    workbook.rows = [
      "<Row xmlns:ss=\"urn:other\" ss:Index=\"9\">"
        + "<Cell ss:Index=\"7\"><Data>B1</Data></Cell></Row>",
      Workbook.row(["B2", "Second", "Amount", "x"]),
    ]
    #expect(workbook.read().problems(.error, at: "Benefits:3:4").count == 1)
    #expect(workbook.read().problems(.error, at: "Benefits:2:2").first?.subject == "Title")
  }

  private static let accents = "Ünïcode £ – “ok”"

  private func titled(_ prolog: String) -> Workbook {
    var workbook = Workbook()
    workbook.prolog = prolog
    workbook.rows = [Workbook.row(["B1", MarkupQuirkTests.accents, "Score"])]
    return workbook
  }

  @Test(
    "WB-2 Without a declaration, or with white space and a mark before it, a file is UTF-8",
    arguments: [
      "", "\n\n", "\u{FEFF}", "\u{FEFF}\n<?xml version='1.0'?>", "<?xml version=\"1.0\"?>",
      "<?xml version='1.0' encoding='utf-8' standalone='yes'?><!-- made by hand -->",
      "<?mso-application progid=\"Excel.Sheet\"?>",
    ])
  func noDeclaration(prolog: String) {
    #expect(titled(prolog).read().register?.benefits.first?.title == MarkupQuirkTests.accents)
  }

  @Test("WB-2 UTF-16 with a mark needs no declaration, nor a true one", arguments: ["", "UTF-8"])
  func utf16(declared: String) {
    let prolog = declared.isEmpty ? "" : "<?xml version=\"1.0\" encoding=\"\(declared)\"?>"
    let units = titled(prolog).text.utf16
    let pairs = units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let bytes: [UInt8] = [0xFF, 0xFE] + pairs
    #expect(RegisterFile.read(bytes).register?.benefits.first?.title == MarkupQuirkTests.accents)
  }

  @Test(
    "WB-2 An encoding is known by its bytes too, and refused by name",
    arguments: [
      ([0, 0, 0xFE, 0xFF], "UTF-32"), ([0xFF, 0xFE, 0, 0], "UTF-32"), ([0, 0, 0, 0x3C], "UTF-32"),
      ([0x4C, 0x6F, 0xA7, 0x94, 0x93], "EBCDIC"), ([0x2B, 0x2F, 0x76, 0x38, 0x2D], "UTF-7"),
      ([0x3C, 0, 0x57, 0], "UTF-16 without a byte order mark"),
    ] as [([UInt8], String)])
  func encodingsByBytes(bytes: [UInt8], name: String) {
    let file = RegisterFile.read(bytes + Array(repeating: 0x20, count: 64))
    #expect(file.register == nil)
    #expect(file.problems.map(\.found) == [name])
  }

  @Test("WB-2 A byte that windows-1252 does not have is refused with its offset, never guessed")
  func undefinedByte() {
    let text = titled("<?xml version=\"1.0\" encoding=\"windows-1252\"?>").text
    var bytes = Array(text.utf8.filter { $0 < 0x80 })
    let offset = bytes.count - 30
    bytes[offset] = 0x81
    #expect(RegisterFile.read(bytes).problems.first?.found == "byte 0x81 at offset \(offset)")
  }

  @Test(
    "WB-14 The text of a cell is what is written in it, in whatever pieces",
    arguments: [
      ("<Data ss:Type=\"String\"><![CDATA[a]]><![CDATA[ & b]]></Data>", "a & b"),
      ("<Data ss:Type=\"String\">a<!-- not this -->b</Data>", "ab"),
      ("<Data ss:Type=\"String\">a&#10;b &amp;lt; &#163;</Data>", "a\nb &lt; £"),
      (
        "<ss:Data ss:Type=\"String\"><html:Font html:Size=\"8\">a<html:B>b</html:B></html:Font> c"
          + "</ss:Data>", "ab c"
      ),
      ("<ss:Data ss:Type=\"String\">a<html:BR/><html:BR/>b</ss:Data>", "a\n\nb"),
      (
        "<Data ss:Type=\"String\">a</Data><Comment ss:Author=\"x\"><ss:Data>note</ss:Data></Comment>",
        "a"
      ),
      (
        "<Comment><ss:Data ss:Type=\"String\">note</ss:Data></Comment>"
          + "<Data ss:Type=\"String\">a</Data><NamedCell ss:Name=\"Print_Area\"/>", "a"
      ),
      ("<Data>no type</Data>", "no type"),
    ])
  func pieces(markup: String, text: String) {
    var workbook = Workbook()
    workbook.rows = [
      "<Row>\(Workbook.cells(["B1", "First", "Score"]))<Cell ss:Index=\"7\">\(markup)</Cell></Row>"
    ]
    let file = workbook.read()
    #expect(file.register?.benefits.first?.additional == ["Extra": text], "\(file.told)")
  }

  @Test("WB-24 Empty rows and cells are nothing, hidden rows, columns and sheets are data")
  func emptyAndHidden() {
    var workbook = Workbook()
    workbook.rows = [
      "<Row ss:AutoFitHeight=\"0\"/>", "<Row><Cell/><Cell ss:StyleID=\"s1\"/></Row>",
      "<Row><Cell><Data ss:Type=\"String\"></Data></Cell></Row>",
      "<Row ss:Hidden=\"1\">\(Workbook.cells(["B1", "First", "Amount", "100"]))</Row>",
    ]
    let names = "<Names><NamedRange ss:Name=\"RC_Rate\" ss:RefersTo=\"=Benefits!R1C1\"/></Names>"
    let options =
      "<WorksheetOptions xmlns=\"urn:schemas-microsoft-com:office:excel\">"
      + "<Visible>SheetHidden</Visible></WorksheetOptions>"
    let text = workbook.text.replacing(
      "\"Benefits\"><Table>",
      with: "\"Benefits\">\(names)<Table><Column ss:Index=\"2\" ss:Hidden=\"1\"/>"
    ).replacing(
      "</Worksheet></Workbook>", with: "\(options)</Worksheet></Workbook>")
    let file = RegisterFile.read(Array(text.utf8))
    #expect(file.register?.benefits.map(\.reference) == ["B1"], "\(file.told)")
    #expect(file.register?.benefits.first?.inputs.amount == Exact(100))
  }

  @Test("WB-12 A formula of named ranges with R and C in their names keeps its value")
  func namedRanges() {
    let file = Workbook.amount(
      "<Cell ss:Formula=\"=RC_Rate*R_1*RC[-1]+CR\"><Data ss:Type=\"Number\">7</Data></Cell>")
    #expect(file.register?.benefits.first?.inputs.amount == Exact(7))
    #expect(file.problems(.warning, at: "Benefits:2:4").isEmpty)
  }

  @Test(
    "WB-3 Damage anywhere refuses the whole file, with line and column",
    arguments: [
      ("B1", "&undefined;"), ("B1", "\u{8}"), ("B1", "&#x1F;"), ("</Workbook>", ""),
      ("</Workbook>", "</Workbook><Workbook/>"), ("<Data", "<Data <"), ("\"Number\"", "Number"),
    ])
  func damage(from: String, to: String) {
    let file = changed([(from, to)])
    #expect(file.register == nil)
    guard case .text(let line, let column) = file.problems.first?.place else {
      Testing.Issue.record("\(file.told)")
      return
    }
    #expect(line > 0 && column > 0)
  }
}
