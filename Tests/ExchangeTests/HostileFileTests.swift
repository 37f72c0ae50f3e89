import Programme
import Testing

@testable import Exchange

@Suite("Files that are not what they seem, or mean harm")
struct HostileFileTests {
  @Test(
    "WB-1 A file is known by its content, and the wrong kind is refused with advice",
    arguments: [
      ("", FileKind.empty), (" \n ", .empty),
      ("<html><table><tr><td>1</td></tr></table>", .webPage),
      ("<!DOCTYPE html><p>x", .webPage), ("\u{FEFF}<table>", .webPage),
      ("PK\u{3}\u{4}rest", .archive), ("%PDF-1.7", .document),
      ("BenefitID,Title\r\nB1,First\r\n", .text),
      ("<?xml version=\"1.0\"?><note xmlns=\"urn:x\"/>", .otherXML),
    ])
  func kinds(text: String, kind: FileKind) {
    let file = RegisterFile.read(Array(text.utf8))
    #expect(file.kind == kind)
    #expect(file.register == nil)
    #expect(file.problems.count == 1)
    #expect(file.problems.first?.mend.isEmpty == false)
  }

  @Test("WB-1 A binary workbook is refused with advice")
  func binaryWorkbook() {
    let file = RegisterFile.read([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0])
    #expect(file.kind == .binaryWorkbook)
    #expect(file.problems.first?.mend.contains("XML Spreadsheet 2003") == true)
  }

  private static let accents = "Ünïcode £ – “ok”"

  private func title(_ bytes: [UInt8]) -> String? {
    RegisterFile.read(bytes).register?.benefits.first?.title
  }

  private func workbook(_ declaration: String) -> String {
    var workbook = Workbook()
    workbook.prolog = declaration
    workbook.rows = [Workbook.row(["B1", HostileFileTests.accents, "Score"])]
    return workbook.text
  }

  @Test(
    "WB-2 UTF-8, UTF-16 and the Windows characters are read; a mark or space may stand in front")
  func encodings() {
    let plain = workbook("<?xml version=\"1.0\" encoding=\"UTF-8\"?>")
    #expect(title(Array(plain.utf8)) == HostileFileTests.accents)
    #expect(title([0xEF, 0xBB, 0xBF] + Array(plain.utf8)) == HostileFileTests.accents)
    #expect(title(Array("\r\n  \(plain)".utf8)) == HostileFileTests.accents)
    let utf16 = workbook("<?xml version=\"1.0\" encoding=\"UTF-16\"?>").utf16
    let little = utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let big = utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    #expect(title([0xFF, 0xFE] + little) == HostileFileTests.accents)
    #expect(title([0xFE, 0xFF] + big) == HostileFileTests.accents)
    for name in ["windows-1252", "ISO-8859-1"] {
      let windows: [Character: UInt8] = [
        "Ü": 0xDC, "ï": 0xEF, "£": 0xA3, "–": 0x96, "“": 0x93, "”": 0x94,
      ]
      let text = workbook("<?xml version=\"1.0\" encoding=\"\(name)\"?>")
      #expect(
        title(text.flatMap { windows[$0].map { [$0] } ?? Array($0.utf8) })
          == HostileFileTests.accents)
    }
  }

  @Test(
    "WB-2 Any other encoding is refused by name",
    arguments: ["UTF-7", "UTF-32", "EBCDIC-CP-US", "Shift_JIS", "IBM037", "UTF-16"])
  func otherEncodings(name: String) {
    let text = workbook("<?xml version=\"1.0\" encoding=\"\(name)\"?>")
    let file = RegisterFile.read(Array(text.utf8))
    #expect(file.register == nil)
    #expect(file.problems.map(\.found) == [name])
  }

  @Test("WB-2 Windows bytes in a file that says UTF-8 are refused with their offset")
  func wrongBytes() {
    var bytes = Array(Workbook().text.utf8)
    let offset = bytes.count - 40
    bytes[offset] = 0x93
    let file = RegisterFile.read(bytes)
    #expect(file.register == nil)
    #expect(file.problems.first?.found == "byte 0x93 at offset \(offset)")
  }

  @Test(
    "WB-3 A damaged file is refused with line and column, and nothing of it is imported",
    arguments: [
      { String($0.dropLast(20)) }, { $0 + "<Workbook/>" }, { $0 + "text" },
      { $0.replacing("First", with: "a\u{1}b") }, { $0.replacing("First", with: "&nbsp;") },
      { $0.replacing("First", with: "&#1;") }, { $0.replacing("First", with: "<b>") },
      { $0.replacing("First", with: "a & b") }, { $0.replacing("ss:Type", with: "nn:Type") },
    ] as [@Sendable (String) -> String])
  func damaged(change: @Sendable (String) -> String) throws {
    let file = RegisterFile.read(Array(change(Workbook().text).utf8))
    #expect(file.register == nil)
    let place = try #require(file.problems.first?.place)
    guard case .text(let line, let column) = place else {
      Issue.record("\(place)")
      return
    }
    #expect(line >= 1 && column >= 1)
  }

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

  @Test("WB-6 No cut and no flipped byte crashes, or gives a register together with an error")
  func fuzz() throws {
    let original = try Sample.twoExamples.bytes
    var random = SplitMix(seed: 2_005)
    for round in 0..<400 {
      var bytes = original
      if round.isMultiple(of: 4) {
        bytes.removeLast(random.below(bytes.count))
      } else {
        for _ in 0...random.below(4) { bytes[random.below(bytes.count)] = UInt8(random.below(256)) }
      }
      let file = RegisterFile.read(bytes)
      #expect((file.register == nil) == file.hasErrors)
    }
  }
}

/// A small random generator with a seed (S. Vigna's splitmix64), so that a failure can be repeated.
struct SplitMix {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(max(1, bound))) }

  mutating func pick<Item>(_ items: [Item]) -> Item { items[below(items.count)] }
}
