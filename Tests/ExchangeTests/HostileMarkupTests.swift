import Foundation
import Programme
import Testing

@testable import Exchange

@Suite("Markup that means harm")
struct HostileMarkupTests {
  // MARK: document types

  private static let types = [
    "<!DOCTYPE Workbook>", "<!doctype x>", "<!DOCTYPE Workbook SYSTEM \"file:///etc/passwd\">",
    "<!DOCTYPE Workbook PUBLIC \"-//x\" \"http://127.0.0.1:1/x.dtd\">",
    "<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;\">]>",
    "<!DOCTYPE x [<!ENTITY e SYSTEM \"http://127.0.0.1:1/\">]>",
    "<!DOCTYPE x [<!ENTITY % p SYSTEM \"http://127.0.0.1:1/\"> %p;]>",
    "<!DOCTYPE x [<!ATTLIST Workbook a CDATA \"1\">]>",
  ]

  /// The bytes of a text in every encoding that is read.
  private static func encoded(_ text: String) -> [[UInt8]] {
    let plain = Array("<?xml version=\"1.0\"?>\(text)".utf8)
    let utf16 = text.utf16
    let named = ["windows-1252", "ISO-8859-1"].map {
      Array("<?xml version=\"1.0\" encoding=\"\($0)\"?>\(text)".utf8)
    }
    return [
      plain, [0xEF, 0xBB, 0xBF] + plain,
      [0xFF, 0xFE] + utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] },
      [0xFE, 0xFF] + utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] },
    ] + named
  }

  @Test(
    "WB-4 A document type of any kind, anywhere, in any encoding, is refused before it is parsed",
    arguments: types, ["%@<Workbook/>", "<!-- c --><?p q?>%@<Workbook/>", "<Workbook>%@&c;"])
  func documentType(type: String, place: String) throws {
    for bytes in HostileMarkupTests.encoded(place.replacing("%@", with: type)) {
      let file = RegisterFile.read(bytes)
      #expect(file.register == nil)
      #expect(file.problems.map(\.found) == ["a DOCTYPE"])
      let stream = try XMLStream.open(ByteSource(bytes), FileLimits())
      #expect(stream.parse(ElementVisitor { _ in }) == .stopped(.documentType))
      #expect(stream.shownBytes == 0)
    }
  }

  // MARK: tags

  @Test(
    "WB-5 A tag is bounded in length and attributes before the parser sees it, wherever it hides",
    arguments: ["", "<!-->-->", "<!--->-->", "<![CDATA[<]]>", "<?p <a b='>?>", "<!--<a '-->"])
  func longTags(before: String) throws {
    let attributes = (0..<80_000).map { "a\($0)=\"\"" }.joined(separator: " ")
    let long = "b=\"" + String(repeating: "x", count: 870_000) + "\""
    let namespaces = (0..<80_000).map { "xmlns:a\($0)=\"u\"" }.joined(separator: " ")
    for tag in [attributes, long, namespaces] {
      var workbook = Workbook()
      workbook.sheets = before + "<Worksheet \(tag)/>"
      let start = try #require(workbook.text.range(of: "<Worksheet \(tag.prefix(9))")?.lowerBound)
      let tagStart = workbook.text.utf8.distance(from: workbook.text.startIndex, to: start)
      #expect(workbook.read().register == nil)
      #expect(workbook.read().problems.first?.severity == .error)
      let stream = try XMLStream.open(ByteSource(Array(workbook.text.utf8)), FileLimits())
      #expect(stream.parse(ElementVisitor { _ in }) != nil)
      #expect(stream.shownBytes <= tagStart + FileLimits().tagBytes)
    }
  }

  @Test("WB-5 Elements within elements are bounded: the parser stops at the first too deep")
  func depth() throws {
    var workbook = Workbook()
    workbook.sheets = String(repeating: "<a>", count: 100_000)
    #expect(
      workbook.read().problems.first?.expected == "at most 64 elements within each other")
    var elements = 0
    let bytes = Array(String(repeating: "<a>", count: 1_000_000).utf8)
    let stream = try XMLStream.open(ByteSource(bytes), FileLimits())
    #expect(stream.parse(ElementVisitor { _ in elements += 1 }) != nil)
    #expect(elements == FileLimits().depth)
    #expect(stream.shownBytes <= ByteSource.pieceBytes)
  }

  @Test("WB-5 WB-45 Namespaces in sight are bounded, since each prefix is looked up among them")
  func namespaces() {
    let outer = (0..<20).map { outer in
      "<a \((0..<10).map { "xmlns:p\(outer)x\($0)=\"u\"" }.joined(separator: " "))>"
    }
    var workbook = Workbook()
    workbook.sheets = outer.joined()
    #expect(
      workbook.read().problems.first?.expected == "at most 128 namespaces at a time")
    workbook.sheets = (0..<20).map { _ in "\(outer[0])</a>" }.joined()
    #expect(workbook.read().register != nil)
  }

  // MARK: bulk

  /// How many bytes the parser saw, how many elements it told of, and why it stopped.
  private func work(_ text: String) throws -> (bytes: Int, elements: Int, failure: XMLFailure?) {
    var elements = 0
    let stream = try XMLStream.open(ByteSource(Array(text.utf8)), FileLimits())
    let failure = stream.parse(ElementVisitor { _ in elements += 1 })
    return (stream.shownBytes, elements, failure)
  }

  @Test(
    "WB-45 Comments, instructions, references and rows cost as much as they are long, no more",
    arguments: ["<!---->", "<?p?>", "&#65;&amp;", "<Row/>", "<![CDATA[<]]>"])
  func bulk(unit: String) throws {
    for count in [100_000, 200_000] {
      let text = "<a>\(String(repeating: unit, count: count))</a>"
      let done = try work(text)
      #expect(done.failure == nil)
      #expect(done.bytes == text.utf8.count)
      #expect(done.elements == (unit == "<Row/>" ? count + 1 : 1))
    }
  }

  @Test("WB-5 A million comments are read, a great text is refused at the bound of a cell")
  func greatText() throws {
    var workbook = Workbook()
    workbook.beforeSheets = String(repeating: "<!---->", count: 1_000_000)
    #expect(workbook.read().register != nil)
    workbook = Workbook()
    workbook.rows = [Workbook.row(["B1", String(repeating: "x", count: 1_000_000), "Score"])]
    let reports = RowCount()
    let limits = FileLimits()
    let stream = try XMLStream.open(ByteSource(Array(workbook.text.utf8)), limits)
    #expect(stream.parse(SpreadsheetReader(stream, limits: limits, to: reports)) == .handler)
    #expect(reports.reports == [.cellTooLong])
    #expect(stream.shownBytes <= limits.cellBytes + 2 * ByteSource.pieceBytes)
  }

  @Test(
    "WB-5 An instruction or section of many megabytes is refused at ten; a comment is passed by")
  func greatPieces() throws {
    let great = String(repeating: "x", count: 14 << 20)
    for text in ["<a><?p \(great)?></a>", "<a><![CDATA[\(great)]]></a>"] {
      let done = try work(text)
      #expect(done.failure != nil)
      #expect(done.bytes <= 11 << 20)
    }
    #expect(try work("<a><!--\(great)--></a>").failure == nil)
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

  @Test("WB-45 Merged cells cost nothing more for the rows below them")
  func merges() {
    var workbook = Workbook()
    let merged = String(repeating: "<Cell ss:MergeDown=\"9\"/>", count: 100_000)
    let below = String(repeating: "<Cell/>", count: 100_000)
    workbook.rows = [
      "<Row>\(merged)</Row><Row>\(below)</Row>", Workbook.row(["B1", "T", "Score"]),
    ]
    #expect(workbook.read().problems(.warning, at: "Benefits:4:1").count == 1)
  }
}
