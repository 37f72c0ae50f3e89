import Foundation
import Programme
import Testing

@testable import Exchange

@Suite("What a file really is, as evidence")
struct EvidenceSniffTests {
  @Test(
    "APP-15 Files are known by their content; what could run or show itself as a page is refused",
    arguments: [
      ("%PDF-1.4\n…", EvidenceKind.pdf), ("Month,Amount\r\n2010-04,1", .text),
      ("Zählung – £ 5", .text), ("", nil), (" \n", nil), ("<html>", nil), ("\u{FEFF}<svg/>", nil),
      ("  <?xml version='1.0'?>", nil), ("#!/bin/sh", nil), ("MZ\u{90}", nil), ("a\u{0}b", nil),
      ("{\\rtf1}", nil), ("PK\u{3}\u{4}rubbish", nil), ("%!PS-Adobe", nil),
    ] as [(String, EvidenceKind?)])
  func texts(content: String, kind: EvidenceKind?) {
    #expect(EvidenceKind.sniff(Array(content.utf8)) == kind)
  }

  @Test(
    "APP-15 Images and binary content are known by their first bytes",
    arguments: [
      ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0], EvidenceKind.png),
      ([0xFF, 0xD8, 0xFF, 0xE0], .jpeg), ([0x47, 0x49, 0x46, 0x38, 0x39, 0x61, 0x00], nil),
      ([0xFF, 0xD8], nil), ([0xD0, 0xCF, 0x11, 0xE0, 0xA1], nil), ([0xC3, 0x28], nil),
    ] as [([UInt8], EvidenceKind?)])
  func binary(bytes: [UInt8], kind: EvidenceKind?) {
    #expect(EvidenceKind.sniff(bytes) == kind)
  }

  @Test(
    "APP-15 Office documents are known by their parts, and refused with macros",
    arguments: [
      (["[Content_Types].xml", "word/document.xml"], EvidenceKind.word),
      (["[Content_Types].xml", "xl/workbook.xml"], .excel),
      (["[Content_Types].xml", "ppt/presentation.xml"], .powerPoint),
      (["[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"], nil),
      (["[Content_Types].xml", "xl/workbook.bin"], nil), (["readme.txt"], nil),
    ] as [([String], EvidenceKind?)])
  func documents(parts: [String], kind: EvidenceKind?) throws {
    #expect(EvidenceKind.sniff(try Self.archive(parts.map { ($0, "x") })) == kind)
  }

  @Test("APP-15 OpenDocument is known by its type, and refused with macros")
  func openDocument() throws {
    for kind in [EvidenceKind.openText, .openSpreadsheet, .openPresentation] {
      let plain = [("mimetype", kind.mediaType), ("content.xml", "x")]
      #expect(EvidenceKind.sniff(try Self.archive(plain)) == kind)
      let macros = plain + [("Basic/Standard/Module1.xml", "x")]
      #expect(EvidenceKind.sniff(try Self.archive(macros)) == nil)
    }
    let other = [("mimetype", "application/vnd.oasis.opendocument.graphics")]
    #expect(EvidenceKind.sniff(try Self.archive(other)) == nil)
  }

  private static func archive(_ parts: [(String, String)]) throws -> [UInt8] {
    try ArchiveWriter.write(
      parts.map { ArchiveWriter.Entry(name: $0.0, bytes: Array($0.1.utf8)) })
  }
}
