import Programme
import Testing

@testable import Exchange

@Suite("Archives that mean harm")
struct HostileArchiveTests {
  private let sheet = "xl/worksheets/sheet2.xml"

  /// Reads a workbook whose directory was changed; what was found, and what was expected.
  private func refusal(
    _ book: OpenXMLBook = OpenXMLBook(), limits: FileLimits = FileLimits(),
    _ change: (inout PatchedArchive) throws -> Void
  ) throws -> String {
    var archive = try PatchedArchive(book)
    try change(&archive)
    let file = archive.read(limits)
    #expect(file.register == nil)
    let problem = try #require(file.problems.first)
    return problem.found.isEmpty ? problem.expected : "\(problem.found): \(problem.expected)"
  }

  // MARK: counted before unpacking

  @Test("WB-32 An archive has at most 1,024 parts, and what its end states is counted first")
  func manyEntries() throws {
    let many = (0...1_024).map { (name: "part\($0)", bytes: [UInt8]()) }
    let file = try PatchedArchive(many).read()
    #expect(file.problems.map(\.expected) == ["at most 1,024 parts in an archive"])
    let stated = try refusal { $0.state(entries: 60_000) }
    #expect(stated == "more: at most 1,024 parts in an archive")
    let allowed = try PatchedArchive(Array(many.dropFirst())).read()
    #expect(allowed.problems.map(\.found) == ["a zip archive of something else"])
  }

  @Test("WB-32 Every end record counts, also one that hides in the comment; four are the most")
  func manyEnds() throws {
    let end = Array("PK\u{5}\u{6}".utf8) + [UInt8](repeating: 0, count: 18)
    var lying = end
    lying.replaceSubrange(8..<12, with: [0, 200, 0, 200])
    #expect(try refusal { $0.bytes += lying }.hasSuffix("at most 1,024 parts in an archive"))
    #expect(
      try refusal { $0.bytes += Array(repeatElement(end, count: 1_000).joined()) }
        == "no directory: a whole archive")
    let locator = Array("PK\u{6}\u{7}".utf8) + [UInt8](repeating: 0, count: 16)
    #expect(
      try refusal { $0.bytes.insert(contentsOf: locator, at: $0.bytes.count - 22) }
        == "ZIP64: an archive in the common form")
    #expect(try refusal { $0.state(entries: 0xFFFF) } == "ZIP64: an archive in the common form")
  }

  @Test("WB-32 What parts would come to is summed before one is unpacked")
  func declaredSizes() throws {
    let gigabytes = try refusal {
      for name in ["xl/sharedStrings.xml", sheet, "xl/workbook.xml"] {
        try $0.set(.bytes, of: name, to: 0xFFFF_FFF0)
      }
    }
    #expect(gigabytes == "more: at most 128 MiB when unpacked")
    var limits = FileLimits()
    limits.inflatedBytes = 1_000
    #expect(try refusal(limits: limits) { _ in } == "more: at most 0 MiB when unpacked")
  }

  @Test("WB-32 A part that is too dense to be a workbook is refused: two megabytes of blanks")
  func ratio() throws {
    let bomb = [UInt8](repeating: 0x20, count: 2 << 20)
    let parts = OpenXMLBook().parts.map { (name: $0.name, bytes: Array($0.text.utf8)) }
    let file = try PatchedArchive(parts + [("xl/bomb.xml", bomb)]).read()
    #expect(file.problems.map(\.found) == ["xl/bomb.xml"])
    #expect(file.problems.first?.expected == "parts that unpack to at most 200 times their size")
    let small = [UInt8](repeating: 0x20, count: 1 << 20)
    #expect(try PatchedArchive(parts + [("xl/small.xml", small)]).read().register != nil)
  }

  @Test("WB-32 Parts that share bytes claim more than the file has")
  func overlap() throws {
    var random = SplitMix(seed: 1)
    let noise = (0..<20_000).map { _ in UInt8(random.below(256)) }
    var archive = try PatchedArchive([("large", noise), ("small", [1, 2, 3])])
    for field in [PatchedArchive.Field.offset, .packedBytes, .bytes, .checksum, .method] {
      try archive.set(field, of: "small", to: archive.get(field, of: "large"))
    }
    #expect(archive.read().problems.map(\.found) == ["parts that overlap"])
  }

  // MARK: counted while unpacking

  @Test("WB-32 A part that grows beyond the size it states is stopped there")
  func lyingSizes() throws {
    var book = OpenXMLBook()
    book.otherParts[sheet] = OpenXMLBook().sheet([String(repeating: "<row/>", count: 100_000)])
    var archive = try PatchedArchive(book)
    try archive.set(.bytes, of: sheet, to: 1_000)
    #expect(archive.read().problems.first?.found == sheet)
    #expect(archive.read().problems.first?.expected == "parts of the size that the archive says")
    let opened = try Archive(ByteSource(archive.bytes), FileLimits())
    let part = try #require(opened.part(sheet))
    while part.next() != nil {}
    #expect(opened.failure == .largerThanSaid(sheet))
    #expect(opened.inflatedBytes <= 1_000 + ByteSource.pieceBytes)
    try archive.set(.bytes, of: sheet, to: 900_000)
    #expect(archive.read().problems.first?.expected == "a whole archive")
  }

  @Test("WB-32 WB-45 What is unpacked counts each time: one part that is many sheets is stopped")
  func manyNames() throws {
    var limits = FileLimits()
    limits.inflatedBytes = 1_000_000
    var book = OpenXMLBook()
    book.otherParts["xl/worksheets/sheet2.xml"] = book.sheet(
      [String(repeating: "<row/>", count: 50_000)])
    let names = (0..<200).map { "<sheet name=\"S\($0)\" r:id=\"rId7\"/>" }.joined()
    book.otherParts["xl/workbook.xml"] = """
      <workbook xmlns="\(book.main)" xmlns:r="\(book.relationships)"><sheets>\(names)</sheets>\
      </workbook>
      """
    let archive = try Archive(ByteSource(try book.bytes), limits)
    let sink = RowCount()
    let workbook = OpenXMLWorkbook(
      Package(archive, limits), part: "xl/workbook.xml", to: sink)
    #expect(throws: Package.Failure.self) { try workbook.read() }
    #expect(archive.failure == .tooLarge)
    #expect(archive.inflatedBytes <= limits.inflatedBytes + ByteSource.pieceBytes)
    #expect(sink.sheets < 5)
  }

  @Test("WB-32 A checksum that does not fit, or changed bytes, are damage")
  func checksum() throws {
    #expect(
      try refusal { try $0.set(.checksum, of: sheet, to: 1) } == "\(sheet): a whole archive")
    let whole = try OpenXMLBook().bytes
    var random = SplitMix(seed: 32)
    for _ in 0..<300 {
      var bytes = whole
      for _ in 0...random.below(3) { bytes[random.below(bytes.count)] = UInt8(random.below(256)) }
      let file = RegisterFile.read(bytes)
      #expect((file.register == nil) == file.hasErrors)
    }
  }

  @Test("WB-32 An archive that was cut off anywhere is refused")
  func truncated() throws {
    let whole = try OpenXMLBook().bytes
    for length in stride(from: 4, to: whole.count, by: 37) {
      let file = RegisterFile.read(Array(whole.prefix(length)))
      #expect(file.register == nil && file.kind == .archive)
      #expect(file.problems.map(\.expected) == ["a whole archive"])
    }
  }

  @Test("WB-32 An archive in an archive is never opened, however deep it goes")
  func nested() throws {
    var inner = try OpenXMLBook().bytes
    for _ in 0..<10 { inner = try PatchedArchive([("again.zip", inner)]).bytes }
    let archive = try Archive(ByteSource(inner), FileLimits())
    let contents = try ArchiveContents(Package(archive, FileLimits()))
    #expect(contents.kind == .archive)
    #expect(archive.inflatedBytes == 0)
    let parts = OpenXMLBook().parts.map { (name: $0.name, bytes: Array($0.text.utf8)) }
    #expect(try PatchedArchive(parts + [("xl/inner.zip", inner)]).read().register != nil)
  }

  // MARK: names

  @Test(
    "WB-33 A name that leads out of the archive refuses the whole file",
    arguments: [
      "../workshop.xm", "/abs/workbk.xm", "xl/../../../wb", "xl\\workbook.x", "C:/workbook.x",
      "xl//workbook.", "xl/./workbook", "xl/work\u{1}book.", "./workbook.xm",
    ])
  func unsafeNames(name: String) throws {
    let stated = "\(name): plain names of parts, without \u{201C}..\u{201D}"
    let plain = "xl/workbook.xml"
    let padded = name + String(repeating: "x", count: plain.utf8.count - name.utf8.count)
    #expect(
      try refusal { try $0.rename(plain, to: padded) }
        == stated.replacing(name, with: padded))
  }

  @Test("WB-33 Two parts whose names differ in case only are refused")
  func sameNames() throws {
    var archive = try PatchedArchive([("a/one.xml", [1]), ("a/two.xml", [2])])
    try archive.rename("a/two.xml", to: "A/ONE.xml")
    #expect(archive.read().problems.map(\.expected) == ["each part once"])
  }

  @Test(
    "WB-33 Links, devices, passwords and rare ways of packing refuse the whole file",
    arguments: [
      (PatchedArchive.Field.attributes, 0o120777 << 16, "plain files in the archive, no links"),
      (.attributes, 0o010644 << 16, "plain files in the archive, no links"),
      (.flags, 1, "no password"), (.method, 12, "parts packed in the common way (deflate)"),
      (.method, 14, "parts packed in the common way (deflate)"),
    ] as [(PatchedArchive.Field, UInt32, String)])
  func notPlain(field: PatchedArchive.Field, value: UInt32, expected: String) throws {
    #expect(try refusal { try $0.set(field, of: sheet, to: value) } == "\(sheet): \(expected)")
  }

  @Test("WB-33 Relationships never lead out of the archive")
  func relationships() throws {
    for (target, part) in [
      ("../../../../etc/passwd", "etc/passwd"), ("/xl/a.xml", "xl/a.xml"),
      ("worksheets/../a.xml", "xl/a.xml"), ("http://127.0.0.1/a", "xl/http:/127.0.0.1/a"),
    ] {
      #expect(Relationships.resolve(target, from: ["xl"]) == part)
    }
    var book = OpenXMLBook()
    let type = "\(book.relationships)/worksheet"
    book.otherParts["xl/_rels/workbook.xml.rels"] = OpenXMLBook.relationships([
      ("rId8", type, "file:///etc/passwd"), ("rId7", "\(type)\" TargetMode=\"External", "x"),
    ])
    #expect(try book.read().problems.first?.expected == "a part xl/file:/etc/passwd")
  }
}

/// Counts what a reader hands on.
final class RowCount: WorkbookHandler {
  private(set) var sheets = 0
  private(set) var rows = 0
  private(set) var textBytes = 0
  private(set) var reports: [SheetProblem.Reason] = []

  func sheet(named name: String) { sheets += 1 }
  func row(_ row: Row) {
    rows += 1
    textBytes += row.cells.reduce(0) { $0 + $1.text.utf8.count }
  }
  func datesCountFrom1904() {}
  func report(_ problem: SheetProblem) { reports.append(problem.reason) }
}
