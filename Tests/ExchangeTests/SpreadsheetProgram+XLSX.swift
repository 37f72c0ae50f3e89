import Calculator
import Foundation
import Programme
import Testing

@testable import Exchange

extension SpreadsheetProgram {
  /// Recalculates an Excel workbook. Its stored results are overwritten first, and the program is
  /// told to work everything out when it loads a file.
  static func recalculateXLSX(_ workbook: [UInt8]) throws -> [String: [[String]]] {
    try withFolder { folder in
      try Data(workbook).write(to: folder.appending(path: "book.xlsx"))
      try run(
        "/usr/bin/python3",
        [
          "-c",
          """
          import re, zipfile
          old = zipfile.ZipFile('book.xlsx')
          parts = [(i.filename, old.read(i)) for i in old.infolist()]
          new = zipfile.ZipFile('spoilt.xlsx', 'w', zipfile.ZIP_DEFLATED)
          for name, text in parts:
            text, count = re.subn(rb'</f><v>[^<]*</v>', b'</f><v>777</v>', text)
            new.writestr(name, text.replace(b' t="str"><f>', b'><f>'))
          new.close()
          """,
        ], in: folder)
      try convert("spoilt.xlsx", in: folder)
      return try Dictionary(
        uniqueKeysWithValues: ["Benefits", "CashFlow", "CashView", "Summary", "Assumptions"].map {
          ($0, try rows(ofFile: folder.appending(path: "spoilt-\($0).csv")))
        })
    }
  }

  /// The cells of the one sheet of a workbook, as the program reads them.
  static func read(_ workbook: [UInt8], sheet: String) throws -> [[String]] {
    try withFolder { folder in
      try Data(workbook).write(to: folder.appending(path: "book.xlsx"))
      try convert("book.xlsx", in: folder)
      return try rows(ofFile: folder.appending(path: "book-\(sheet).csv"))
    }
  }

  private static func withFolder<T>(_ work: (URL) throws -> T) throws -> T {
    let folder = FileManager.default.temporaryDirectory.appending(path: "lo-\(UUID())")
    let profile = folder.appending(path: "profile/user")
    try FileManager.default.createDirectory(at: profile, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let settings = """
      <?xml version="1.0" encoding="UTF-8"?>
      <oor:items xmlns:oor="http://openoffice.org/2001/registry"><item
        oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode"
        oor:op="fuse"><value>0</value></prop></item></oor:items>
      """
    try Data(settings.utf8).write(to: profile.appending(path: "registrymodifications.xcu"))
    return try work(folder)
  }

  private static func convert(_ file: String, in folder: URL) throws {
    try run(
      "/usr/bin/soffice",
      [
        "-env:UserInstallation=file://\(folder.path(percentEncoded: false))/profile", "--headless",
        "--convert-to",
        "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1", file,
      ], in: folder)
  }

  private static func run(_ program: String, _ arguments: [String], in folder: URL) throws {
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.currentDirectoryURL = folder
    process.arguments = arguments
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
  }

  private static func rows(ofFile file: URL) throws -> [[String]] {
    rows(try String(contentsOf: file, encoding: .utf8))
  }
}

@Suite(
  "A spreadsheet program reads our Excel workbooks",
  .enabled(if: SpreadsheetProgram.isThere, "needs LibreOffice; left out in a quick run"),
  .serialized)
struct SpreadsheetProgramXLSXTests {
  @Test("OUT-3 It recalculates both samples to the engine's figures", arguments: Sample.allCases)
  func samples(sample: Sample) throws {
    let register = try sample.register()
    let figures = calculate(register.appraisal())
    try RecalculationTests.check(
      figures,
      SpreadsheetProgram.recalculateXLSX(
        WorkbookWriter.writeXLSX(register, figures: figures).bytes))
  }

  @Test("OUT-3 It recalculates a register made by chance to the engine's figures")
  func generated() throws {
    var generator = GeneratedRegister(seed: 11)
    let register = generator.register(benefits: 60)
    let figures = calculate(register.appraisal())
    try RecalculationTests.check(
      figures,
      SpreadsheetProgram.recalculateXLSX(
        WorkbookWriter.writeXLSX(register, figures: figures).bytes))
  }

  @Test("OUT-2 A table that it reads is the table that we write as CSV")
  func table() throws {
    let register = try Sample.westLothian.register()
    let table = RegisterCSV.table(register, figures: calculate(register.appraisal()))
    let csv = String(
      decoding: TableWriter.write(table, as: .csv(byteOrderMark: false)), as: UTF8.self)
    let ours = SpreadsheetProgram.rows(csv.replacing("\r\n", with: "\n"))
    let theirs = try SpreadsheetProgram.read(
      TableWriter.workbook(table, sheet: "Benefits"), sheet: "Benefits")
    try #require(ours.count == 91 && theirs.count == ours.count)
    for (own, other) in zip(ours, theirs) {
      for (left, right) in zip(own, other) where left != right {
        #expect(
          Double(left) != nil && Agreement.agree(Double(left), SpreadsheetProgram.number(right)))
      }
    }
  }
}
