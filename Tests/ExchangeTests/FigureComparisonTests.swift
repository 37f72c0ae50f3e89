import Calculator
import Programme
import Testing

@testable import Exchange

@Suite("Our figures beside those a file carries")
struct FigureComparisonTests {
  @Test("WB-30 Both samples agree in every cell", arguments: Sample.allCases)
  func samples(sample: Sample) throws {
    let file = RegisterFile.read(path: sample.path)
    let figures = calculate(try #require(file.register).appraisal())
    let comparison = FigureComparison(file.carried, with: figures)
    #expect(comparison.differences.isEmpty, "\(comparison.differences.prefix(5))")
    #expect(comparison.comparedCount == file.carried.cells.count)
  }

  @Test(
    "WB-31 A changed result is told with both values, its place and a likely reason",
    arguments: [
      (">22674.4458701692<", ">22674.45<", "rounded to pence"),
      (">22674.4458701692<", ">522674.445870169<", "take up"),
      (">0.966183574879227<", ">1<", "convention or rate"),
      (">127304.874968426<", ">99<", "was changed"),
    ])
  func changed(from: String, to: String, reason: String) throws {
    let text = String(decoding: try Sample.twoExamples.bytes, as: UTF8.self)
    let file = RegisterFile.read(Array(text.replacing(from, with: to).utf8))
    let figures = calculate(try #require(file.register).appraisal())
    let differences = FigureComparison(file.carried, with: figures).differences
    #expect(differences.count == 1)
    #expect(differences.first?.reason.contains(reason) == true, "\(differences)")
    #expect(differences.first?.carried == String(to.dropFirst().dropLast()))
  }

  @Test("WB-31 Results are never read as data: without them the register is the same")
  func notData() throws {
    let text = String(decoding: try Sample.twoExamples.bytes, as: UTF8.self)
    let spoilt = text.replacing("127304.874968426", with: "1").replacing("5328", with: "2")
    #expect(RegisterFile.read(Array(spoilt.utf8)).register == (try Sample.twoExamples.register()))
  }
}
