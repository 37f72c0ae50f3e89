import Calculator
import Foundation
import Programme
import Testing

@testable import Exchange

@Suite(
  "A spreadsheet program recalculates our workbooks to the engine's figures",
  .enabled(if: SpreadsheetProgram.isThere, "needs LibreOffice; left out in a quick run"),
  .serialized)
struct RecalculationTests {
  @Test("WB-41 Both samples", arguments: Sample.allCases)
  func samples(sample: Sample) throws { try check(sample.register()) }

  @Test("WB-41 Registers made by chance, every method, blank and sign", arguments: [7, 8, 9])
  func generated(seed: UInt64) throws {
    var generator = GeneratedRegister(seed: seed)
    try check(generator.register(benefits: 60))
  }

  @Test(
    "WB-70 The cash view counts the posts that are released",
    arguments: [(PostRule.any, "2.77"), (.tenths, "2.7"), (.whole, "2")])
  func posts(rule: PostRule, released: String) throws {
    var generator = GeneratedRegister(seed: 10)
    var register = generator.register(benefits: 60)
    register.cover.postRule = rule
    let posts = try #require(Exact(text: "2.77"))
    var benefit = Benefit(
      reference: "FTE", title: "Posts", council: "Inverclyde Council",
      inputs: Inputs(method: .fte, salary: Exact(10_000_000), posts: posts))
    benefit.cashability = .cashable
    register.benefits[0] = benefit
    let share = try #require(Exact(text: released)) / posts
    #expect(calculate(register.appraisal()).benefits[0].cashShare == share)
    try check(register)
  }

  private func check(_ register: Register) throws {
    let figures = calculate(register.appraisal())
    try RecalculationTests.check(
      figures,
      SpreadsheetProgram.recalculate(WorkbookWriter.write(register, figures: figures).bytes))
  }

  /// The cells that a spreadsheet program worked out, beside the engine's figures.
  static func check(_ figures: Figures<Exact>, _ sheets: [String: [[String]]]) throws {
    try checkBenefits(figures, #require(sheets["Benefits"]))
    try checkCashFlow(figures, #require(sheets["CashFlow"]))
    try checkCashView(figures, #require(sheets["CashView"]))
    try checkSummary(figures, #require(sheets["Summary"]))
  }

  private static func checkBenefits(_ figures: Figures<Exact>, _ rows: [[String]]) throws {
    let headings = try #require(rows.first)
    let first = try #require(headings.firstIndex(of: "Net0"))
    let gross = try #require(headings.firstIndex(of: "Gross"))
    try #require(rows.count == figures.benefits.count + 1)
    for (benefit, row) in zip(figures.benefits, rows.dropFirst()) {
      same(benefit.hourlyCost.value, row[gross - 1], "\(benefit.id) hourly cost")
      same(benefit.gross.value, row[gross], "\(benefit.id) gross")
      for year in 0...5 { same(benefit.net?[year], row[first + year], "\(benefit.id) net \(year)") }
    }
  }

  private static func checkCashFlow(_ figures: Figures<Exact>, _ rows: [[String]]) throws {
    try #require(rows.count == 11)
    for year in 0...5 {
      same(figures.costTotal[year], rows[1][year + 1], "costs \(year)")
      same(figures.benefitTotal[year], rows[2][year + 1], "benefits \(year)")
      same(figures.netCashFlow[year], rows[3][year + 1], "net \(year)")
      same(figures.discountFactors[year], rows[4][year + 1], "factor \(year)")
    }
    let whole = figures.whole
    same(whole.pvBenefits, rows[5][1], "PVB")
    same(whole.pvCosts, rows[6][1], "PVC")
    same(whole.npv, rows[7][1], "NPV")
    same(whole.bcr.value, rows[8][1], "BCR")
    same(whole.roi.value, rows[9][1], "ROI")
    if whole.irrRoots.count == 1 { same(whole.irr.value.map { Exact($0) }, rows[10][1], "IRR") }
  }

  private static func checkCashView(_ figures: Figures<Exact>, _ rows: [[String]]) throws {
    try #require(rows.count == 15)
    let cash = figures.cash
    for year in 0...5 {
      same(figures.cashableTotal[year], rows[1][year + 1], "cashable \(year)")
      same(figures.costTotal[year], rows[2][year + 1], "cash view costs \(year)")
      same(cash.net[year], rows[3][year + 1], "cash net \(year)")
      same(figures.discountFactors[year], rows[4][year + 1], "cash factor \(year)")
    }
    for (row, value) in [
      ("PV benefits, cash view", cash.pvBenefits), ("PV costs", cash.pvCosts),
      ("NPV, cash view", cash.npv), ("BCR, cash view", cash.bcr.value),
      ("ROI, cash view", cash.roi.value), ("Payback in years, cash view", cash.paybackYears.value),
    ] { same(value, try #require(rows.first { $0[0] == row })[1], row) }
    if cash.irrRoots.count == 1 { same(cash.irr.value.map { Exact($0) }, rows[14][1], "cash IRR") }
  }

  private static func checkSummary(_ figures: Figures<Exact>, _ rows: [[String]]) throws {
    var dimension: Calculator.Dimension?
    for row in rows {
      if let found = Calculator.Dimension(rawValue: row[0].lowercased()) {
        dimension = found
        continue
      }
      let pivot = figures.pivot([try #require(dimension)])
      let line = pivot.first { $0.labels == [row[0]] }
      for year in 0...5 {
        same(line?.withTransfers[year] ?? .zero, row[year + 1], "\(row[0]) \(year)")
      }
    }
  }

  private static func same(_ ours: Exact?, _ theirs: String, _ what: String) {
    guard let ours else {
      #expect(theirs.isEmpty || theirs == "n/a", "\(what): undefined, \(theirs)")
      return
    }
    #expect(
      Agreement.agree(ours.double, SpreadsheetProgram.number(theirs)),
      "\(what): \(ours.text), \(theirs)")
  }
}
