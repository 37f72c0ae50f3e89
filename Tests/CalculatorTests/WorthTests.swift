import Calculator
import Testing

@Suite("Costs and worth")
struct WorthTests {
  private func appraisal(
    benefit: Exact = 0, costs: [CostLine<Exact>], horizon: Int = 5
  ) -> Figures<Exact> {
    calculate(
      Appraisal(
        horizonYears: horizon,
        benefits: [
          BenefitCase(id: "B1", inputs: Inputs(method: .amount, amount: benefit), isCashable: true)
        ], costs: costs))
  }

  /// Amount, first and last year, optimism bias; costs in years 0 to 5 by hand.
  @Test(
    "CALC-22: a cost falls in each of its years and optimism raises it; a residual value shrinks",
    arguments: [
      (100, 0, 0, 0, [100, 0, 0, 0, 0, 0]), (100, 1, 3, 0, [0, 100, 100, 100, 0, 0]),
      (100, 4, 9, 0.2, [0, 0, 0, 0, 120, 120]), (-100, 5, 5, 0.2, [0, 0, 0, 0, 0, -80]),
      (100, 3, 1, 0, [0, 0, 0, 0, 0, 0]), (100, -5, 0, 0, [100, 0, 0, 0, 0, 0]),
      (100, Int.min, Int.max, 0, [100, 100, 100, 100, 100, 100]),
    ] as [(Exact, Int, Int, Exact, [Exact])])
  func costs(amount: Exact, from: Int, to: Int, bias: Exact, byYear: [Exact]) throws {
    let line = CostLine(
      id: "C1", amount: amount, fromYear: from, toYear: to, optimismBiasShare: bias)
    let figures = appraisal(costs: [line, line])
    #expect(figures.costTotal == byYear.map { $0 * 2 })
    for year in figures.years {
      _ = try Formula.check(#require(figures.working(ofYear: year)))
    }
  }

  @Test("CALC-36: a benefit that was withdrawn has no figure and is in no total")
  func withdrawn() {
    let stands = BenefitCase<Exact>(id: "B1", inputs: Inputs(method: .amount, amount: 50))
    var gone = BenefitCase<Exact>(id: "B2", inputs: Inputs(method: .amount, amount: 100))
    gone.isWithdrawn = true
    let figures = calculate(Appraisal(horizonYears: 1, benefits: [stands, gone]))
    #expect(figures.benefitTotal == [50, 50])
    #expect(figures.benefits.map(\.gross.reason) == [nil, "it was withdrawn"])
    #expect(figures.benefits.last?.net == nil)
  }

  @Test(
    "CALC-23: the horizon is 1 to 500 years, and a remark says when it was brought in",
    arguments: [
      (1, 1), (5, 5), (500, 500), (0, 1), (-3, 1), (501, 500), (Int.max, 500), (Int.min, 1),
    ])
  func horizon(asked: Int, given: Int) {
    let figures = calculate(Appraisal<Double>(horizonYears: asked))
    #expect(figures.years == Array(0...given))
    #expect(figures.discountFactors.count == given + 1)
    #expect(figures.remarks.map(\.code) == (asked == given ? [] : [.horizonLimited]))
  }

  @Test("CALC-25: the middle of a year lies half a year on, its end a whole one")
  func conventions() {
    let factors = { (convention: Convention) in
      RateSchedule<Double>.flat(0.21).factors(horizon: 2, convention: convention)
    }
    // 1.21 is 1.1 squared, so half years are powers of 1.1.
    #expect(zip(factors(.yearZero), [1, 1 / 1.21, 1 / 1.4641]).allSatisfy(agree))
    #expect(zip(factors(.midYear), [1 / 1.1, 1 / 1.331, 1 / 1.61051]).allSatisfy(agree))
    #expect(zip(factors(.endYear), [1 / 1.21, 1 / 1.4641, 1 / 1.771561]).allSatisfy(agree))
  }

  @Test(
    "CALC-24: a rate of -100 % or less has no factors, and nothing traps",
    arguments: ["-1", "-1.5", "-100"])
  func impossibleRate(text: String) throws {
    let rate: Exact = try #require(Exact(text: text))
    var appraisal = Appraisal<Exact>(schedule: .flat(rate))
    appraisal.costs = [CostLine(id: "C1", amount: 1, fromYear: 0, toYear: 5)]
    let figures = calculate(appraisal)
    #expect(figures.discountFactors[0] == 1 && !figures.discountFactors[1].isFinite)
    #expect(figures.whole.bcr.reason?.hasPrefix("it is too large") == true)
    #expect(figures.remarks.map(\.code) == [.tooLarge])
  }

  @Test("CALC-26: each view has its own name, benefits and worth; the cash view leaves out time")
  func views() {
    let cash = BenefitCase<Exact>(
      id: "B1", inputs: Inputs(method: .amount, amount: 100, cashShare: 0.5, years: 1),
      isCashable: true)
    let time = BenefitCase<Exact>(id: "B2", inputs: Inputs(method: .amount, amount: 30, years: 1))
    let cost = CostLine<Exact>(id: "C1", amount: 40, fromYear: 0, toYear: 0)
    let figures = calculate(Appraisal(benefits: [cash, time], costs: [cost]))
    #expect(figures.worth(in: .whole).npv == 90 && figures.worth(in: .cash).npv == 10)
    #expect(figures.nonCashableTotal[0] == 80 && figures.netCashFlow[0] == 90)
  }

  @Test("CALC-27: without costs there is no ratio, only the words")
  func noCosts() {
    let figures = appraisal(benefit: 100, costs: [])
    for ratio in [figures.whole.bcr, figures.whole.roi, figures.cash.bcr, figures.cash.roi] {
      #expect(ratio.reason == "the present value of the costs is not above 0")
    }
    #expect(figures.whole.equivalentAnnualCost == .value(0))
  }

  /// By hand: 100 a year for six years undiscounted is 600; with costs of 240 the ratio is 2.5.
  @Test("CALC-27: the ratio is benefits over costs, the return gain over costs")
  func ratios() {
    let line = CostLine<Exact>(id: "C1", amount: 240, fromYear: 0, toYear: 0)
    var appraisal = Appraisal<Exact>(schedule: .flat(0), costs: [line])
    appraisal.benefits = [BenefitCase(id: "B1", inputs: Inputs(method: .amount, amount: 100))]
    let worth = calculate(appraisal).whole
    #expect(worth.bcr == .value(2.5) && worth.roi == .value(1.5) && worth.npv == 360)
  }

  /// Net flows and payback in years, first and sustained, by hand; nil is never.
  @Test(
    "CALC-29: payback is where the running net first reaches 0; sustained, where it stays",
    arguments: [
      ([-100, 50, 50, 50], 2, 2), ([-100, 40, 80], 1.75, 1.75), ([0, 0], 0, 0), ([10, -5], 0, 0),
      ([-100, 10], nil, nil), ([-100, 160, -80, 80], 0.625, 2.25),
      ([-100, 160, -80], 0.625, nil), ([5, -10, 20], 0, 1.25),
    ] as [([Exact], Exact?, Exact?)])
  func payback(flows: [Exact], first: Exact?, sustained: Exact?) {
    #expect(Payback.of(flows).value?.years == first)
    let lasting = Payback.of(flows, sustained: true)
    #expect(lasting.value?.years == sustained)
    if sustained == nil { #expect(lasting.reason == "it is never reached within the horizon") }
  }

  /// Flows whose rates are known: products of (growth − root) written out.
  @Test(
    "CALC-30: every rate above -100 % and up to 1,000 % is found",
    arguments: [
      ([-100, 110], [0.1]), ([100, -110], [0.1]), ([-1, 11], [10]), ([-1, 11.1], []),
      ([-100, 1], [-0.99]), ([0, 0, -100, 110, 0, 0], [0.1]), ([-100, 0, 0, 100], [0]),
      // (g − 1.1)(g − 1.2)(g − 1.3)
      ([1, -3.6, 4.31, -1.716], [0.1, 0.2, 0.3]),
      // (g − 1.1)², which touches 0 and does not cross it
      ([-100, 220, -121], [0.1]), ([100, 100], []), ([0, 0, 0], []), ([], []), ([-5], []),
      ([.nan, 1], []), ([.infinity, -1], []),
    ] as [([Double], [Double])])
  func rates(flows: [Double], rates: [Double]) {
    let found = InternalRate(of: flows).roots
    #expect(found.count == rates.count, "\(found)")
    // A double root is only as good as the square root of the last place.
    #expect(zip(found, rates).allSatisfy { abs($0 - $1) < ($1 == 0.1 ? 1e-6 : 1e-9) }, "\(found)")
  }

  @Test("CALC-30: no rate and several rates are said in words")
  func rateWords() {
    #expect(InternalRate(of: [1, 2]).outcome.reason == "the net flows never change sign")
    #expect(InternalRate(of: [0, 0]).outcome.reason == "every net flow is 0")
    #expect(InternalRate(of: [-1, 1]).outcome.reason == nil)
  }

  @Test(
    "CALC-33: MIRR needs money paid and money received",
    arguments: [[], [-1], [1, 2], [-1, -2], [0, 0]] as [[Double]])
  func noModifiedRate(flows: [Double]) {
    #expect(modifiedInternalRate(of: flows, financing: 0.1, reinvesting: 0.1).value == nil)
  }

  @Test(
    "CALC-28: an equivalent annual sum needs 1 to 500 years", arguments: [0, -1, 501, Int.max])
  func noAnnual(years: Int) {
    #expect(equivalentAnnual(Exact(1), rate: 0.035, years: years).value == nil)
  }

  @Test(
    "CALC-34: a ratio falls in one value-for-money band",
    arguments: [
      (-1, .poor), (0.999, .poor), (1, .low), (1.499, .low), (1.5, .medium), (2, .high),
      (4, .high), (4.001, .veryHigh),
    ] as [(Exact, ValueBand)])
  func bands(ratio: Exact, band: ValueBand) {
    #expect(ValueBand(ratio: ratio) == band)
    #expect(ValueBand(ratio: ratio.double) == band)
  }
}
