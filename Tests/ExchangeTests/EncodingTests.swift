import Programme
import Testing

@testable import Exchange

@Suite("How the characters of a file are stored")
struct EncodingTests {
  private static let accents = "Ünïcode £ – “ok”"

  private func title(_ bytes: [UInt8]) -> String? {
    RegisterFile.read(bytes).register?.benefits.first?.title
  }

  private func workbook(_ declaration: String) -> String {
    var workbook = Workbook()
    workbook.prolog = declaration
    workbook.rows = [Workbook.row(["B1", EncodingTests.accents, "Score"])]
    return workbook.text
  }

  @Test(
    "WB-2 UTF-8, UTF-16 and the Windows characters are read; a mark or space may stand in front")
  func encodings() {
    let plain = workbook("<?xml version=\"1.0\" encoding=\"UTF-8\"?>")
    #expect(title(Array(plain.utf8)) == EncodingTests.accents)
    #expect(title([0xEF, 0xBB, 0xBF] + Array(plain.utf8)) == EncodingTests.accents)
    #expect(title(Array("\r\n  \(plain)".utf8)) == EncodingTests.accents)
    let utf16 = workbook("<?xml version=\"1.0\" encoding=\"UTF-16\"?>").utf16
    let little = utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let big = utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    #expect(title([0xFF, 0xFE] + little) == EncodingTests.accents)
    #expect(title([0xFE, 0xFF] + big) == EncodingTests.accents)
    for name in ["windows-1252", "ISO-8859-1"] {
      let windows: [Character: UInt8] = [
        "Ü": 0xDC, "ï": 0xEF, "£": 0xA3, "–": 0x96, "“": 0x93, "”": 0x94,
      ]
      let text = workbook("<?xml version=\"1.0\" encoding=\"\(name)\"?>")
      #expect(
        title(text.flatMap { windows[$0].map { [$0] } ?? Array($0.utf8) })
          == EncodingTests.accents)
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
    "WB-2 UTF-7, UTF-32 and EBCDIC are refused by what they are, whatever they declare",
    arguments: [
      (Array("+/v8-+ADw-?xml".utf8), "UTF-7"), ([0x4C, 0x6F, 0xA7, 0x94, 0x93], "EBCDIC"),
      ([0xFF, 0xFE, 0, 0, 0x3C, 0, 0, 0], "UTF-32"), ([0, 0, 0xFE, 0xFF, 0, 0, 0, 0x3C], "UTF-32"),
      ([0x3C, 0, 0, 0, 0x3F], "UTF-32"), ([0, 0, 0, 0x3C, 0], "UTF-32"),
      ([0x3C, 0, 0x3F, 0], "UTF-16 without a byte order mark"),
      ([0, 0x3C, 0, 0x3F], "UTF-16 without a byte order mark"),
    ])
  func signatures(bytes: [UInt8], name: String) {
    let file = RegisterFile.read(bytes)
    #expect(file.register == nil)
    #expect(file.problems.map(\.found) == [name])
  }
}
