import Programme
import Testing

@testable import Exchange

@Suite("What a file really is")
struct SniffingTests {
  @Test(
    "WB-1 A file is known by its content, and the wrong kind is refused with advice",
    arguments: [
      ("", FileKind.empty), (" \n ", .empty), ("\u{FEFF}\r\n", .empty),
      ("<html><table><tr><td>1</td></tr></table>", .webPage),
      ("<!DOCTYPE html><p>x", .webPage), ("\u{FEFF}<table>", .webPage),
      ("<?xml version=\"1.0\"?><x:html xmlns:x=\"urn:x\"/>", .webPage),
      ("%PDF-1.7", .document), ("{\\rtf1\\ansi B001}", .richText),
      ("{\"benefits\": []}", .json), ("\n[1, 2]", .json),
      ("ID;PWXL;N;E\r\nP;PGeneral\r\nC;Y1;X1;K\"BenefitID\"\r\nE\r\n", .tableExchange),
      ("TABLE\r\n0,1\r\n\"EXCEL\"\r\n", .tableExchange), ("TABLE\r\nof benefits", .text),
      ("ID;Project;Title\r\n1;P1;First\r\n", .text), ("ID;Title\r\nC;2\r\n", .text),
      ("BenefitID,Title\r\nB1,First\r\n", .text),
      ("<?xml version=\"1.0\"?><note xmlns=\"urn:x\"/>", .otherXML),
      ("<Workbook/>", .otherXML), ("PK is no archive", .text),
    ])
  func kinds(text: String, kind: FileKind) {
    check(Array(text.utf8), kind)
    if kind != .document, kind != .empty {
      check([0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }, kind)
    }
  }

  @Test(
    "WB-1 Packed files and data are known by their first bytes",
    arguments: [
      ([0x1F, 0x8B, 8, 0], FileKind.packed), ([0x37, 0x7A, 0xBC, 0xAF, 0x27], .packed),
      ([0xFD, 0x37, 0x7A, 0x58, 0x5A], .packed), ([0x28, 0xB5, 0x2F, 0xFD], .packed),
      (Array("BZh91AY".utf8), .packed), (Array("Rar!".utf8), .packed),
      ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0], .unknown),
      ([0, 1, 2, 3], .unknown),
    ])
  func signatures(bytes: [UInt8], kind: FileKind) { check(bytes, kind) }

  private func check(_ bytes: [UInt8], _ kind: FileKind) {
    let file = RegisterFile.read(bytes)
    #expect(file.kind == kind)
    #expect(file.register == nil)
    #expect(file.problems.count == 1)
    #expect(file.problems.first?.mend.isEmpty == false)
  }

  @Test("WB-1 A binary workbook is refused with advice, one with a password with other advice")
  func binaryWorkbook() {
    let start: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0]
    let file = RegisterFile.read(start)
    #expect(file.kind == .binaryWorkbook)
    #expect(file.problems.first?.mend.contains("XML Spreadsheet 2003") == true)
    // The directory may stand anywhere: here its name lies across two pieces of the reading.
    let name = "EncryptedPackage".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let room = [UInt8](repeating: 0, count: ByteSource.pieceBytes - start.count - 7)
    let protected = RegisterFile.read(start + room + name + [0, 0])
    #expect(protected.kind == .protectedWorkbook)
    #expect(protected.problems.first?.mend.contains("without a password") == true)
  }

  private func archive(_ parts: [(String, String)]) throws -> ImportedFile {
    RegisterFile.read(
      try ArchiveWriter.write(
        parts.map { ArchiveWriter.Entry(name: $0.0, bytes: Array($0.1.utf8)) }))
  }

  @Test(
    "WB-1 An archive is what its parts say, and only workbooks are read",
    arguments: [
      ("vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml", FileKind.openXML),
      ("vnd.openxmlformats-officedocument.spreadsheetml.template.main+xml", .openXML),
      ("vnd.ms-excel.template.macroEnabled.main+xml", .openXML),
      ("vnd.ms-excel.sheet.binary.macroEnabled.main", .binaryOpenXML),
      ("vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml", .otherDocument),
      ("vnd.openxmlformats-officedocument.presentationml.slideshow.main+xml", .otherDocument),
      ("vnd.ms-word.document.macroEnabled.main+xml", .otherDocument), ("octet-stream", .archive),
    ])
  func openXMLKinds(type: String, kind: FileKind) throws {
    var book = OpenXMLBook()
    book.type = "application/\(type)"
    let file = try book.read()
    #expect(file.kind == kind)
    #expect((file.register != nil) == (kind == .openXML))
  }

  @Test("WB-1 Other archives are refused with advice")
  func otherArchives() throws {
    let family = "application/vnd.oasis.opendocument."
    #expect(try archive([("mimetype", "\(family)text")]).kind == .otherDocument)
    #expect(try archive([("mimetype", "application/epub+zip")]).kind == .archive)
    #expect(try archive([("readme.txt", "x")]).kind == .archive)
    #expect(try archive([]).kind == .archive)
    let inner = try archive([("workbook.xml", Workbook().text)])
    #expect(inner.kind == .archive)
    #expect(inner.problems.map(\.mend) == ["Unpack it and choose the workbook in it."])
  }
}
