import Calculator
import Foundation
import Programme
import Testing

@testable import Exchange

@Suite("Excel workbooks that are written")
struct XLSXTests {
  private func write(_ register: Register) throws -> [UInt8] {
    try WorkbookWriter.writeXLSX(register, figures: calculate(register.appraisal())).bytes
  }

  @Test("OUT-2 A table's cells have types: numbers, pounds, days and texts that are never formulas")
  func cells() throws {
    let table = Table(
      headings: ["Text", "=Number"],
      rows: [
        [.text("=1+1"), .number(-Exact(5))], [.text("+44\r\n\u{7}"), .blank],
        [.money(try #require(Exact(text: "-1234.565"))), .money(.notFinite)],
        [.day(try #require(Day(text: "2010-01-15"))), .day(try #require(Day(text: "1899-12-31")))],
        [.text(" _x0041_ a&b<c> "), .number(try #require(Exact(text: "9.3")))],
      ])
    let parts = try Parts(TableWriter.workbook(table, sheet: "Benefits"))
    let sheet = parts["xl/worksheets/sheet1.xml"]
    let text = "t=\"inlineStr\"><is><t"
    for part in [
      "<c r=\"A1\" s=\"1\" \(text)>Text<", "<c r=\"B1\" s=\"1\" \(text)>=Number<",
      "<c r=\"A2\" \(text)>=1+1<", "<c r=\"B2\"><v>-5</v>", "\(text)>+44_x000D_\n_x0007_<",
      "<c r=\"A4\" s=\"2\"><v>-1234.57</v>", "<c r=\"A5\" s=\"3\"><v>40193</v>",
      "\(text)>1899-12-31<", "xml:space=\"preserve\"> _x005F_x0041_ a&amp;b&lt;c&gt; <",
      "<pane ySplit=\"1\" topLeftCell=\"A2\"", "<autoFilter ref=\"A1:B6\"/>",
    ] { #expect(sheet.contains(part), "\(part)\n\(sheet)") }
    #expect(!sheet.contains("<f>") && !sheet.contains("B3") && !sheet.contains("B4"))
    #expect(parts["xl/styles.xml"].contains("#,##0.00"))
    #expect(
      parts["xl/styles.xml"].contains("yyyy\\-mm\\-dd")
        || parts["xl/styles.xml"].contains("yyyy-mm-dd"))
  }

  @Test("OUT-2 The same table gives the same bytes")
  func same() throws {
    let register = try Sample.twoExamples.register()
    let table = RegisterCSV.table(register, figures: calculate(register.appraisal()))
    let bytes = try TableWriter.workbook(table, sheet: "Benefits")
    #expect(try TableWriter.workbook(table, sheet: "Benefits") == bytes)
    let parts = try Parts(bytes)
    #expect(parts["docProps/core.xml"].contains(">1980-01-01T00:00:00Z</dcterms:created>"))
    #expect(parts.dates == ["1980-01-01"])
    #expect(throws: WorkbookFailure.self) { try TableWriter.workbook(table, sheet: "a/b") }
  }

  @Test("OUT-3 A register written as an Excel workbook is read back as the same register")
  func roundTrip() throws {
    for seed in 1...25 {
      var generator = GeneratedRegister(seed: UInt64(seed))
      let register = generator.register(benefits: 20)
      let bytes = try write(register)
      let file = RegisterFile.read(bytes)
      #expect(file.kind == .openXML)
      let back = try #require(file.register, "seed \(seed): \(file.told.prefix(5))")
      #expect(RegisterDifference(from: register, to: back).rows.isEmpty, "seed \(seed)")
      #expect(back == register, "seed \(seed)")
      #expect(try write(back) == bytes, "seed \(seed)")
    }
  }

  @Test(
    "OUT-3 It carries the engine's figures, names, hidden lists and styles",
    arguments: Sample.allCases)
  func carried(sample: Sample) throws {
    let register = try sample.register()
    let bytes = try write(register)
    let file = RegisterFile.read(bytes)
    #expect(file.register == register)
    let comparison = FigureComparison(file.carried, with: calculate(register.appraisal()))
    #expect(comparison.differences.isEmpty, "\(comparison.differences.prefix(3))")
    #expect(comparison.comparedCount > 40 + 8 * register.benefits.count)
    let book = try Parts(bytes)["xl/workbook.xml"]
    #expect(book.contains("<definedName name=\"DiscountRate\">Assumptions!$B$2</definedName>"))
    #expect(book.contains("<sheet name=\"Lists\" sheetId=\"11\" state=\"hidden\""))
  }

  @Test("OUT-3 What a cell cannot hold is said")
  func losses() throws {
    var register = try Sample.twoExamples.register()
    let figures = calculate(register.appraisal())
    let plain = try WorkbookWriter.writeXLSX(register, figures: figures).notCarried
    register.benefits[0].inputs.amount = Exact(text: "1234567.123456789")
    register.benefits[1].additional = ["Long": String(repeating: "🏴", count: 20_000)]
    let more = try WorkbookWriter.writeXLSX(register, figures: figures).notCarried
    let reference = register.benefits[0].reference
    #expect(more.filter { !plain.contains($0) }.count == 2)
    #expect(more.contains("\(reference): the digits of Amount after the fifteenth."))
  }
}

/// The parts of a workbook, as Python's own zip module unpacks them.
struct Parts {
  private let texts: [String: String]
  let dates: Set<String>

  init(_ bytes: [UInt8]) throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).xlsx")
    try Data(bytes).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/python3")
    process.arguments = [
      "-c",
      """
      import json, sys, zipfile
      archive = zipfile.ZipFile(sys.argv[1])
      assert archive.testzip() is None
      json.dump([{i.filename: archive.read(i).decode() for i in archive.infolist()},
        ['%d-%02d-%02d' % i.date_time[:3] for i in archive.infolist()]], sys.stdout)
      """, file.path(percentEncoded: false),
    ]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    let both = try #require(try JSONSerialization.jsonObject(with: data) as? [Any])
    texts = try #require(both.first as? [String: String])
    dates = Set(try #require(both.last as? [String]))
  }

  subscript(name: String) -> String { texts[name] ?? "" }
}
