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

  @Test("WB-31 A result that follows from another one that differs says so")
  func follows() throws {
    var text = String(decoding: try Sample.twoExamples.bytes, as: UTF8.self)
    for (from, to) in [
      (">0.966183574879227<", ">1<"), (">208989.287186328<", ">1<"), (">5328<", ">99<"),
      (">22674.4458701692<", ">7<"), (">17674.4458701692<", ">8<"),
    ] {
      text = text.replacing(from, with: to)
    }
    let file = RegisterFile.read(Array(text.utf8))
    let figures = calculate(try #require(file.register).appraisal())
    let reasons = Dictionary(
      FigureComparison(file.carried, with: figures).differences.map { ($0.figure, $0.reason) },
      uniquingKeysWith: { first, _ in first })
    #expect(reasons[.worth(.npv)] == "It follows from the discount factors.")
    #expect(reasons[.flow(.net, year: 1)] == "It follows from the costs and benefits of that year.")
    #expect(reasons[.flow(.benefits, year: 1)] == FigureComparison.unexplained)
    #expect(reasons[.gross(benefit: "B002")] == FigureComparison.unexplained)
  }

  @Test(
    "WB-31 Each result names what it rests on",
    arguments: [
      (Figure.productiveHours, Figure.hourlyCost(benefit: "B1"), "the productive hours"),
      (.hourlyCost(benefit: "B1"), .gross(benefit: "B1"), "the hourly cost"),
      (.hourlyCost(benefit: "B2"), .gross(benefit: "B1"), nil),
      (.gross(benefit: "B1"), .net(benefit: "B1", year: 2), "the gross benefit"),
      (.net(benefit: "B1", year: 2), .flow(.benefits, year: 2), "the net benefits of that year"),
      (
        .net(benefit: "B1", year: 2), .summary(.council, label: "A", year: 2),
        "the net benefits of that year"
      ),
      (.net(benefit: "B1", year: 2), .flow(.benefits, year: 3), nil),
      (.flow(.costs, year: 0), .worth(.npv), "the cash flow"),
      (.worth(.npv), .worth(.bcr), nil),
    ] as [(Figure, Figure, String?)])
  func causes(differing: Figure, figure: Figure, cause: String?) {
    let words = FigureCauses([differing, figure]).words(for: figure)
    #expect(words == cause.map { "It follows from \($0)." })
  }

  @Test("WB-31 Results are never read as data: without them the register is the same")
  func notData() throws {
    let text = String(decoding: try Sample.twoExamples.bytes, as: UTF8.self)
    let spoilt = text.replacing("127304.874968426", with: "1").replacing("5328", with: "2")
    #expect(RegisterFile.read(Array(spoilt.utf8)).register == (try Sample.twoExamples.register()))
  }
}
