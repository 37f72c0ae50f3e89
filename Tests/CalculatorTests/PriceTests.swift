import Calculator
import Testing

@Suite("Prices")
struct PriceTests {
  /// Made up: 10 % inflation to 2006/07, then 25 %.
  static let table = DeflatorTable<Exact>(
    name: "An index", source: "made up", published: "May 2006",
    indexes: [2004: 90, 2005: 100, 2006: 110, 2007: 137.5])

  private func appraisal(_ prices: Prices<Exact>, horizon: Int = 2) -> Appraisal<Exact> {
    Appraisal(
      horizonYears: horizon, schedule: .flat(0.25),
      benefits: [
        BenefitCase(id: "B1", inputs: Inputs(method: .amount, amount: 1_100), isCashable: true)
      ], costs: [CostLine(id: "C1", amount: 550, fromYear: 1, toYear: 1)], prices: prices)
  }

  @Test("CALC-43: nominal money is turned into that of the base year, then discounted; by hand")
  func deflates() throws {
    let figures = calculate(
      appraisal(Prices(flows: .nominal, baseYear: 2005, deflator: Self.table)))
    #expect(figures.priceFactors.map { $0.rounded(places: 6) } == [1, 0.909091, 0.727273])
    // As stated by year; worth at the prices of 2005/06: 1,100, 1,000 and 800, discounted at 25 %.
    #expect(figures.benefitTotal == [1_100, 1_100, 1_100])
    #expect(figures.netCashFlow == [1_100, 550, 1_100])
    #expect(agree(figures.whole.pvBenefits.double, 1_100 + 800 + 512))
    #expect(agree(figures.whole.pvCosts.double, 400))
    #expect(agree(try #require(figures.whole.bcr.value).double, 2_412 / 400))
    #expect(figures.refusal == nil && !figures.remarks.contains { $0.code == .deflatorExtended })
  }

  @Test("CALC-43 and CALC-32: the working names the index, its vintage and both its values")
  func working() throws {
    let figures = calculate(
      appraisal(Prices(flows: .nominal, baseYear: 2005, deflator: Self.table)))
    let working = try #require(figures.working(ofPriceFactor: 2))
    #expect(working.formula == "index of the base year ÷ index of the year")
    #expect(working.inputs.map(\.value) == ["100", "137.5"])
    #expect(working.inputs.allSatisfy { $0.source == "An index, made up, May 2006" })
    for view in View.allCases {
      for worth in Worth.allCases { _ = try Formula.check(figures.working(of: worth, in: view)) }
      for year in figures.years {
        _ = try Formula.check(#require(figures.working(ofYear: year, in: view)))
      }
    }
    #expect(figures.working(ofPriceFactor: 3) == nil)
    #expect(calculate(appraisal(Prices())).working(ofPriceFactor: 1) == nil)
  }

  @Test("CALC-43: beyond the table the last growth is held, and a remark says so")
  func extends() throws {
    // 137.5 × 1.25 = 171.875 in 2008/09.
    let held = Self.table.converted(171.875, fromPricesOf: 2008, to: 2005)
    #expect(held == .value(100))
    let figures = calculate(
      appraisal(Prices(flows: .nominal, baseYear: 2005, deflator: Self.table), horizon: 3))
    let remark = try #require(figures.remarks.first { $0.code == .deflatorExtended })
    #expect(
      remark.words == "the deflator ends with 2007/08: its last growth was held for the years after"
    )
  }

  static let gaps: [(indexes: [Int: Exact], year: Int, because: String)] = [
    ([2005: 1, 2006: 1], 2004, "the deflator has no index for 2004/05"),
    ([2005: 1, 2007: 1], 2006, "the deflator has no index for 2006/07"),
    ([2005: 1], 2006, "the deflator has no index for 2006/07"),
    ([:], 1999, "the deflator has no index for 1999/00"),
    ([2005: 0], 2005, "the index of 2005/06 is not above 0"),
    ([2005: 0, 2006: 1], 2007, "the index of 2005/06 is not above 0"),
    ([2005: .notFinite], 2005, "the index of 2005/06 is not above 0"),
    ([Int.min: 1, 2005: 1], .max, "\(Int.max) is no year of a deflator"),
    ([Int.max: 1], 2005, "the deflator has no index for 2005/06"),
  ]

  @Test(
    "CALC-43: a year without an index leaves the figure undefined, with its name", arguments: gaps)
  func gap(indexes: [Int: Exact], year: Int, because: String) {
    let table = DeflatorTable(name: "", source: "", published: "", indexes: indexes)
    #expect(table.converted(1, fromPricesOf: year, to: year).reason == because)
  }

  static let refusals: [(prices: Prices<Exact>, schedule: RateSchedule<Exact>?, because: String)] =
    [
      (
        Prices(flows: .nominal), nil,
        "money at the prices of each year cannot be discounted at a real rate: it needs a deflator, "
          + "or a nominal rate"
      ),
      (
        Prices(flows: .nominal, deflator: table), nil,
        "the base year is not known, so money cannot be deflated"
      ),
      (
        Prices(flows: .nominal, baseYear: 2003, deflator: table), nil,
        "the deflator has no index for 2003/04"
      ),
      (
        Prices(flows: .nominal, baseYear: .max, deflator: table), nil,
        "\(Int.max) is no year of a deflator"
      ),
      (
        Prices(rate: .nominal), nil,
        "money at the prices of the base year cannot be discounted at a nominal rate"
      ),
      (
        Prices(flows: .nominal, rate: .nominal), .standard,
        "the published discount rates are real, not nominal"
      ),
    ]

  @Test("CALC-44: money and rate that do not go together are refused in words", arguments: refusals)
  func refuses(
    prices: Prices<Exact>, schedule: RateSchedule<Exact>?, because: String
  ) throws {
    var appraisal = appraisal(prices)
    if let schedule { appraisal.schedule = schedule }
    let figures = calculate(appraisal)
    #expect(figures.refusal == because)
    #expect(
      figures.remarks.filter { $0.benefitID == nil }.map(\.words)
        == ["nothing can be discounted: \(because)"])
    for view in View.allCases {
      for worth in Worth.allCases {
        #expect(figures.outcome(of: Target(worth, in: view)).reason == because)
        #expect(figures.working(of: worth, in: view).shown == "undefined, because \(because)")
      }
    }
    #expect(figures.benefitTotal == [1_100, 1_100, 1_100], "what is stated stays")
    let switching = switchingValue(of: .benefitLevel, in: .cash, of: appraisal)
    #expect(switching.value.reason == because)
    _ = figures.working(ofPriceFactor: 1)
  }

  @Test("CALC-44: nominal money at the nominal rate is worth what real money is at the real one")
  func equivalence() {
    let rate = nominalRate(real: Exact(0.25), inflation: 0.1)
    #expect(rate == 0.375 && realRate(nominal: rate, inflation: 0.1) == 0.25)
    var real = appraisal(Prices())
    real.benefits[0].inputs.amount = 1_000
    // The same benefit with 10 % inflation a year, as a benefit that "drops off" by −10 %.
    var nominal = appraisal(Prices(flows: .nominal, rate: .nominal))
    nominal.benefits[0].inputs.amount = 1_000
    nominal.benefits[0].inputs.dropOffShare = -0.1
    nominal.schedule = .flat(rate)
    #expect(agree(calculate(real).whole.pvBenefits.double, 2_440))
    #expect(agree(calculate(nominal).whole.pvBenefits.double, 2_440))
  }
}
