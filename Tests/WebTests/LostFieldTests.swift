import Calculator
import Exchange
import Programme
import Testing

@testable import Web

@Suite("What rows lose for want of a column")
struct LostFieldTests {
  /// A workbook of one sheet of benefits, and one of costs where it has rows.
  private func file(_ benefits: [[String]], costs: [[String]] = []) -> ImportedFile {
    func sheet(_ name: String, _ rows: [[String]]) -> String {
      let lines = rows.map { cells in
        "<Row>" + cells.map { "<Cell><Data ss:Type=\"String\">\($0)</Data></Cell>" }.joined()
          + "</Row>"
      }
      return "<Worksheet ss:Name=\"\(name)\"><Table>\(lines.joined())</Table></Worksheet>"
    }
    let space = "urn:schemas-microsoft-com:office:spreadsheet"
    let text =
      "<?xml version=\"1.0\"?><Workbook xmlns=\"\(space)\" xmlns:ss=\"\(space)\">"
      + sheet("Benefits", benefits) + (costs.isEmpty ? "" : sheet("Costs", costs)) + "</Workbook>"
    return RegisterFile.read(Array(text.utf8))
  }

  private func lost(_ after: ImportedFile, from before: ImportedFile?) throws -> LostFields {
    let register = try #require(after.register, "\(after.problems.map(\.message))")
    return LostFields(
      after.headings, register, RegisterDifference(from: before?.register, to: register))
  }

  /// The headings of a file, its row B1, and what is lost when B1 is stored with a volume and an
  /// owner, and when nothing is stored.
  static let cases: [([String], [String], stored: String, new: String)] = [
    (["Volume", "Amount", "Owner"], ["6", "2", "ICT"], "", ""),
    (["Cases", "Amount", "Owner"], ["5", "2", "ICT"], "volume", "volume"),
    (["Cases", "Amount", "Whose job"], ["5", "2", "ICT"], "volume and owner", "volume"),
    (["Amount", "Owner"], ["2", "ICT"], "", ""),
    (["Volume", "Amount", "Owner", "Sponsor"], ["6", "2", "ICT", "x"], "", ""),
    (["Volume", "How much", "Owner"], ["6", "2", "ICT"], "amount", "amount"),
    (["Volume", "Amount", "Whose job"], ["5", "2", "ICT"], "owner", ""),
  ]

  @Test(
    "WB-68 A stored or needed field without a column is lost only beside a column of no field",
    arguments: cases)
  func table(headings: [String], row: [String], stored: String, new: String) throws {
    let before = file([
      ["BenefitID", "Title", "Method", "Volume", "Amount", "Owner"],
      ["B1", "First", "TakeUp", "5", "2", "ICT"],
    ])
    let after = file([
      ["BenefitID", "Title", "Method"] + headings, ["B1", "First", "TakeUp"] + row,
    ])
    #expect(
      try lost(after, from: before).names.split(separator: " and ").sorted()
        == stored.split(separator: " and ").sorted())
    #expect(try lost(after, from: nil).names == new)
  }

  @Test(
    "WB-68 A method needs what its formula has no other way to get",
    arguments: [
      ("Time", ["HoursBefore", "HoursAfter", "Salary"], "volume"),
      ("Time", ["Volume", "HoursBefore", "HoursAfter", "Salary"], ""),
      ("Time", ["Volume", "HoursBefore", "HoursAfter"], "salary and hourly rate"),
      ("FTE", ["FTE"], "salary"), ("Amount", ["Amount"], ""), ("Score", ["Owner"], ""),
    ])
  func methods(method: String, headings: [String], names: String) throws {
    let after = file([
      ["BenefitID", "Title", "Method", "Sponsor"] + headings,
      ["B1", "First", method, "x"] + headings.map { _ in "1" },
    ])
    #expect(try lost(after, from: nil).names == names)
  }

  @Test("WB-68 Every sheet has its own columns, and rows are counted")
  func sheets() throws {
    let costs = [["CostID", "Description", "Kind", "Year", "Amount", "Optimism"]]
    let heads = ["BenefitID", "Title", "Method", "Amount"]
    let rows = [["B1", "First", "Amount", "5"], ["B2", "Second", "Amount", "5"]]
    let before = file([heads] + rows)
    let after = file([["BenefitID", "Title", "Method", "Sum of money"]] + rows, costs: costs)
    let lost = try lost(after, from: before)
    #expect(lost.words == "2 benefits would lose their amount")
    #expect(lost.fields == [LostFields.Field(row: "benefit", name: "amount", count: 2)])
  }

  @Test("WB-68 An unknown column is a warning beside a loss, and a note without one")
  func raised() throws {
    let full = file([["BenefitID", "Title", "Method", "Sponsor"], ["B1", "First", "Score", "x"]])
    let kept = try lost(full, from: nil).raising(full.problems)
    #expect(kept.contains { $0.found == "Sponsor" && $0.severity == .note })
    let short = file([["BenefitID", "Title", "Method", "Cases"], ["B1", "First", "Amount", "5"]])
    let raised = try lost(short, from: nil).raising(short.problems)
    #expect(raised.contains { $0.found == "Cases" && $0.severity == .warning })
    #expect(raised.count == short.problems.count)
  }
}

@Suite("Problems of a file on its page")
struct FaultTests {
  private func problem(
    _ severity: Problem.Severity, _ sheet: String, _ row: Int, _ column: Int, _ found: String = "x"
  ) -> Problem {
    Problem(
      severity, at: .cell(sheet: sheet, row: row, column: column, header: nil), subject: "Share",
      found: found, expected: "a share", mend: "Look.")
  }

  @Test("WB-69 Problems come by severity, then sheet, row and column")
  func order() {
    let rows = ImportCheckPage.Fault.rows(of: [
      problem(.note, "A", 1, 1), problem(.error, "A", 10, 2), problem(.error, "A", 2, 9),
      problem(.error, "B", 1, 1), problem(.warning, "A", 3, 3), problem(.error, "A", 2, 4),
      problem(.error, "A", 4, 1),
    ])
    #expect(
      rows.map { "\($0.severity.text) \($0.sheet)\($0.row):\($0.column)" } == [
        "Error A2:4", "Error A2:9", "Error A4:1", "Error A10:2", "Error B1:1", "Warning A3:3",
        "Note A1:1",
      ])
  }

  @Test("WB-69 Many equal warnings of a column are one line; errors and other words are not")
  func groups() {
    let warnings = (2...25).reversed().map { problem(.warning, "A", $0, 7) }
    let others = [problem(.warning, "A", 3, 7, "y"), problem(.warning, "A", 9, 8)]
    let rows = ImportCheckPage.Fault.rows(of: warnings + others)
    #expect(rows.map(\.row) == ["24 rows, first at row 2", "3", "9"])
    let errors = (2...25).map { problem(.error, "A", $0, 7) }
    #expect(ImportCheckPage.Fault.rows(of: errors).count == 24)
    #expect(ImportCheckPage.Fault.rows(of: Array(warnings.prefix(3))).count == 3)
  }
}
