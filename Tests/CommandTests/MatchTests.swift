import Foundation
import Testing

@Suite("The command and headings of a council's own")
struct MatchTests {
  /// A sample whose key heading is another word.
  private func renamed() throws -> String {
    let text = try String(contentsOfFile: CommandTests.sample("two-examples"), encoding: .utf8)
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID()).xml")
    try text.replacing(">BenefitID<", with: ">Our code<", maxReplacements: 1)
      .write(to: file, atomically: true, encoding: .utf8)
    return file.path
  }

  @Test("WB-57 --match says what a heading means, for calculate, validate and convert")
  func match() throws {
    let file = try renamed()
    defer { try? FileManager.default.removeItem(atPath: file) }
    let without = try CommandTests.run("validate", file)
    #expect(without.code == 1)
    #expect(without.output.contains("expected a column BenefitID"))
    let usual = try CommandTests.run("calculate", CommandTests.sample("two-examples"))
    for word in ["Reference", "BenefitID", "reference", "benefit ref"] {
      let matched = try CommandTests.run("calculate", file, "--match", "our code=\(word)")
      #expect(matched.code == 0, "\(matched.complaints)")
      #expect(matched.output == usual.output)
    }
    let valid = try CommandTests.run("validate", file, "--match", "Benefits!Our code=Reference")
    #expect(valid.code == 0)
    let converted = try CommandTests.run(
      "convert", file, "--to", "csv", "--match", "Our code=Reference", "--match",
      "Owner=leave out")
    #expect(converted.output.contains("B001"))
  }

  @Test(
    "WB-57 A match that cannot be read is wrong usage",
    arguments: ["Our code", "=Reference", "Our code=", "Our code=Nothing", "Nowhere!A=Title"])
  func wrong(match: String) throws {
    let outcome = try CommandTests.run(
      "validate", CommandTests.sample("two-examples"), "--match", match)
    #expect(outcome.code == 2, "\(outcome.code) \(outcome.complaints)")
    #expect(outcome.complaints.contains("--match"))
  }
}
