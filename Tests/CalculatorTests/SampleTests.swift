import Calculator
import Testing

@Suite("Sample workbooks")
struct SampleTests {
  static let names = ["two-examples", "west-lothian-90"]

  @Test("Every figure of a sample is the published one, exactly", arguments: names)
  func exactFigures(name: String) throws {
    let sample = try Sample(name)
    try compare(calculate(try sample.appraisal(Exact.self)), sample.expected)
  }

  @Test("Every figure of a sample is the published one, in doubles", arguments: names)
  func doubleFigures(name: String) throws {
    let sample = try Sample(name)
    try compare(calculate(try sample.appraisal(Double.self)), sample.expected)
  }

  private func compare<N: Number>(_ figures: Figures<N>, _ expected: Sample.Expected) throws {
    same(figures.productiveHours.value, expected.productiveHours, "productive hours")
    #expect(figures.years == expected.years)
    #expect(figures.benefits.count == expected.benefits.count)
    for benefit in figures.benefits {
      let wanted = try #require(expected.benefits[benefit.id])
      same(benefit.hourlyCost.value, wanted.hourlyCost, "\(benefit.id) hourly cost")
      same(benefit.gross.value, wanted.gross, "\(benefit.id) gross")
      same(benefit.net, wanted.net, "\(benefit.id) net")
      same(benefit.cashable, wanted.cashable, "\(benefit.id) cashable")
      same(benefit.score.value?.value, expected.scores[benefit.id], "\(benefit.id) score")
    }
    same(figures.benefitTotal, expected.benefitTotal, "benefit total")
    same(figures.cashableTotal, expected.cashableTotal, "cashable total")
    same(figures.nonCashableTotal, expected.nonCashableTotal, "non-cashable total")
    same(figures.costTotal, expected.costTotal, "cost total")
    same(figures.netCashFlow, expected.netCashFlow, "net cash flow")
    same(figures.discountFactors, expected.discountFactors, "discount factors")
    compareWorth(figures, expected)
    comparePivot(figures, expected)
  }

  private func compareWorth<N: Number>(_ figures: Figures<N>, _ expected: Sample.Expected) {
    same(figures.whole.pvBenefits, expected.pvBenefits, "present value of benefits")
    same(figures.whole.pvCosts, expected.pvCosts, "present value of costs")
    same(figures.whole.npv, expected.npv, "net present value")
    same(figures.whole.bcr.value, expected.bcr, "benefit-cost ratio")
    same(figures.whole.roi.value, expected.roi, "return on investment")
    same(figures.whole.paybackYears.value, expected.paybackYears, "payback")
    same(figures.whole.irr.value, expected.irr.map(\.description), "rate of return")
    same(figures.whole.irrRoots, expected.irrRoots.map(\.description), "rates")
    same(figures.cash.net, expected.cashView.net, "cash view net")
    same(figures.cash.npv, expected.cashView.npv, "cash view net present value")
    same(figures.cash.bcr.value, expected.cashView.bcr, "cash view ratio")
    same(figures.cash.paybackYears.value, expected.cashView.paybackYears, "cash view payback")
  }

  private func comparePivot<N: Number>(_ figures: Figures<N>, _ expected: Sample.Expected) {
    var rows: [String: [N]] = [:]
    for dimension in [Dimension.council, .service, .tangibility, .cashability] {
      for row in figures.pivot([dimension]) {
        rows["\(dimension.rawValue)=\(row.labels[0])"] = row.withTransfers
      }
    }
    #expect(rows.keys.sorted() == expected.pivot.keys.sorted())
    for (label, flows) in expected.pivot { same(rows[label], flows, label) }
  }

  private func same<N: Number>(_ ours: [N]?, _ theirs: [String]?, _ name: String) {
    #expect(ours?.count == theirs?.count, "\(name)")
    for (year, pair) in zip(ours ?? [], theirs ?? []).enumerated() {
      same(pair.0, pair.1, "\(name), year \(year)")
    }
  }

  private func same<N: Number>(_ ours: N?, _ theirs: String?, _ name: String) {
    guard let ours, let theirs, let wanted = Double(theirs) else {
      #expect(ours == nil && theirs == nil, "\(name)")
      return
    }
    #expect(agree(ours.double, wanted), "\(name): \(ours) is not \(theirs)")
  }
}

/// Within a thousand-millionth of the larger one, or of a pound near nothing.
func agree(_ left: Double, _ right: Double) -> Bool {
  abs(left - right) <= 1e-9 * max(abs(left), abs(right), 1)
}
