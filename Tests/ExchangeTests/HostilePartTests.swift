import Programme
import Testing

@testable import Exchange

@Suite("Parts of archives that mean harm")
struct HostilePartTests {
  private static let names = OpenXMLBook().parts.map(\.name) + ["xl/styles.xml"]

  private static let harm: [(text: String, expected: String)] = [
    ("<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>", "no document type"),
    ("<a " + (0..<10_000).map { "b\($0)=\"\"" }.joined(separator: " ") + "/>", "at most 128"),
    ("<a b=\"" + String(repeating: "x", count: 40_000) + "\"/>", "tags of at most 32,768 bytes"),
    (String(repeating: "<a>", count: 10_000), "at most 64 elements"),
    ("<?xml version=\"1.0\" encoding=\"UTF-7\"?><a/>", "text in UTF-8"),
    ("<a>", "a whole and well-formed file"), ("", "a whole and well-formed file"),
  ]

  @Test("WB-44 The rules of XML hold for every part that is read", arguments: names, 0..<7)
  func parts(part: String, harm: Int) throws {
    var book = OpenXMLBook()
    book.styles = ""
    book.otherParts[part] = HostilePartTests.harm[harm].text
    let file = try book.read()
    let problem = try #require(file.problems.first)
    #expect(file.register == nil)
    #expect(problem.subject == "The part \(part)", "\(problem)")
    #expect(problem.expected.hasPrefix(HostilePartTests.harm[harm].expected), "\(problem)")
  }

  @Test("WB-44 A part that lists others is small, since all of its entries are kept")
  func lists() throws {
    var book = OpenXMLBook()
    let line = "<Default Extension=\"abcdefgh\" ContentType=\"application/abcdefgh\"/>\n"
    var random = SplitMix(seed: 4)
    let many = (0..<70_000).map { _ in
      line.replacing("abcdefgh", with: String(random.next(), radix: 16))
    }
    book.otherParts[ContentTypes.part] = "<Types>\(many.joined())</Types>"
    let file = try book.read()
    #expect(file.problems.map(\.expected) == ["at most 4 MiB"])
    #expect(file.problems.map(\.subject) == ["The part [Content_Types].xml"])
  }

  /// What comes out of a book within some limits, and why it ended.
  private func read(_ book: OpenXMLBook, _ limits: FileLimits) throws -> RowCount {
    let sink = RowCount()
    let archive = try Archive(ByteSource(try book.bytes), limits)
    let workbook = OpenXMLWorkbook(Package(archive, limits), part: "xl/workbook.xml", to: sink)
    try workbook.read()
    return sink
  }

  @Test("WB-45 A text that many cells share counts for every one of them")
  func sharedText() throws {
    var limits = FileLimits()
    limits.textBytes = 1_000_000
    var book = OpenXMLBook()
    book.sharedTexts = ["<t>\(String(repeating: "x", count: 100_000))</t>"]
    book.rows = (2..<2_000).map { "<row r=\"\($0)\"><c t=\"s\"><v>0</v></c></row>" }
    let sink = try read(book, limits)
    #expect(sink.textBytes <= limits.textBytes)
    #expect(sink.reports == [.tooMuchText])
    #expect(try book.read().problems.first?.severity == .note)
  }

  @Test("WB-45 Cells that go back to one place do not make a row without end")
  func backwards() throws {
    var book = OpenXMLBook()
    let cells = (0..<30_000).map { "<c r=\"A2\"><v>\($0)</v></c>" }
    book.rows = ["<row r=\"2\">\(cells.joined())</row>"]
    let sink = try read(book, FileLimits())
    #expect(sink.textBytes < 2_000)
    #expect(sink.reports.contains(.tooManyColumns))
  }

  @Test("WB-45 The texts that cells share are bounded in number and length")
  func sharedTexts() throws {
    var limits = FileLimits()
    limits.sharedTexts = 10
    var book = OpenXMLBook()
    book.sharedTexts = Array(repeating: "", count: 11)
    #expect(
      RegisterFile.read(try book.bytes, limits: limits).problems[0].expected
        == "at most 10 texts")
    book.sharedTexts = ["<t>\(String(repeating: "x", count: 200_000))</t>"]
    #expect(try book.read().problems.first?.expected == "at most 131,072 bytes in a cell")
    book.sharedTexts = []
    book.rows = ["<row><c><v>\(String(repeating: "1", count: 200_000))</v></c></row>"]
    #expect(try book.read().problems(.error, at: "Benefits:2:1").count == 1)
  }
}
