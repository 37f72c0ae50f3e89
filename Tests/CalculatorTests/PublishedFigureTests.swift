import Calculator
import Testing

/// Figures that others have published; the source stands at each.
@Suite("Published figures")
struct PublishedFigureTests {
  /// HM Treasury, Green Book supplementary guidance on discounting.
  @Test("CALC-24: discount factors at 3.5 % are the Green Book's, to four places")
  func standardFactors() {
    let published = """
      1 .9662 .9335 .9019 .8714 .8420 .8135 .7860 .7594 .7337 .7089 .6849 .6618 .6394 .6178 .5969 \
      .5767 .5572 .5384 .5202 .5026 .4856 .4692 .4533 .4380 .4231 .4088 .3950 .3817 .3687 .3563
      """.split(separator: " ").compactMap { Exact(text: String($0)) }
    for schedule in [RateSchedule<Exact>.flat(0.035), .standard] {
      let factors = schedule.factors(horizon: 30, convention: .yearZero)
      #expect(factors.map { $0.rounded(places: 4) } == published)
    }
  }

  /// The same guidance for health; Northern Ireland Guide to Expenditure Appraisal, table 1.
  @Test(
    "CALC-24: the schedules' long tails are the published ones",
    arguments: [
      (RateSchedule<Exact>.health, 10, "0.8617"), (.health, 20, "0.7425"), (.health, 30, "0.6398"),
      (.standard, 40, "0.2651"), (.standard, 50, "0.1973"), (.standard, 60, "0.1468"),
      (.standard, 75, "0.0942"), (.standard, 80, "0.0833"), (.standard, 100, "0.0508"),
      (.standard, 125, "0.0274"), (.standard, 200, "0.0062"), (.standard, 300, "0.0014"),
      (.standard, 500, "0.0002"),
    ])
  func longTail(schedule: RateSchedule<Exact>, year: Int, factor: String) {
    let factors = schedule.factors(horizon: year, convention: .yearZero)
    #expect(factors.last?.rounded(places: 4).text == factor)
  }

  /// The same guide, A4.6 and A4.10.
  @Test("CALC-28: net present and equivalent annual cost are the appraisal guide's")
  func annualCost() {
    let flows: [Exact] = [100, 35, 35, 35, 35]
    #expect(netPresentValue(of: flows, rate: 0.035).rounded(places: 2) == 228.56)
    let annual = equivalentAnnual(Exact(2_000), rate: 0.035, years: 7)
    #expect(annual.value?.rounded(places: 2) == 327.09)
    let figures = calculate(
      Appraisal<Exact>(
        horizonYears: 7, costs: [CostLine(id: "C1", amount: 2_000, fromYear: 0, toYear: 0)]))
    #expect(figures.whole.equivalentAnnualCost.value?.rounded(places: 2) == 327.09)
  }

  /// Spreadsheet function references: NPV, IRR and MIRR.
  @Test("CALC-33: NPV, IRR and MIRR give the spreadsheet references' figures")
  func spreadsheetFunctions() throws {
    let npv = spreadsheetNetPresentValue(of: [-10_000, 3_000, 4_200, 6_800] as [Exact], rate: 0.1)
    #expect(npv.rounded(places: 6) == 1_188.443412)
    let shop = [-70_000.0, 12_000, 15_000, 18_000, 21_000]
    #expect(agree(try #require(InternalRate(of: shop).outcome.value), -0.021244848273410905))
    #expect(agree(try #require(InternalRate(of: shop + [26_000]).outcome.value), 0.086630948036531))
    let loan = [-120_000.0, 39_000, 30_000, 21_000, 37_000, 46_000]
    let modified = modifiedInternalRate(of: loan, financing: 0.1, reinvesting: 0.12)
    #expect(Shown.percentage(try #require(modified.value), places: 4) == "12.6094 %")
  }

  @Test("CALC-30: a flow with two rates has both, one with none has none")
  func severalRates() {
    let two = InternalRate(of: [-1_600, 10_000, -10_000])
    #expect(two.roots.count == 2 && agree(two.roots[0], 0.25) && agree(two.roots[1], 4))
    #expect(two.outcome.reason == "2 rates bring the net present value to 0: 25 %, 400 %")
    let none = InternalRate(of: [1_000, -3_000, 2_500])
    #expect(none.roots.isEmpty)
    #expect(
      none.outcome.reason == "no rate from -100 % to 1,000 % brings the net present value to 0")
  }

  @Test("CALC-29: payback and discounted payback are the textbooks'")
  func payback() throws {
    let project: [Exact] = [-10_000, 4_000, 3_500, 3_000, 2_500]
    let discounted = zip(
      project, RateSchedule<Exact>.flat(0.1).factors(horizon: 4, convention: .yearZero)
    )
    .map { $0 * $1 }
    let years = try #require(Payback.of(discounted).value)
    #expect(years.years.rounded(places: 4) == 3.7128 && years.wholeYears == 4)
    let simple = Payback.of([-1_000, 400, 250, 200, 175, 75, 250] as [Exact])
    #expect(simple.value?.years.rounded(places: 3) == 3.857)
  }

  @Test("CALC-18: a social return with deadweight, attribution and drop-off is the published one")
  func socialReturn() throws {
    let inputs = Inputs<Exact>(
      method: .unit, volume: 60, unitCostBefore: 8_500, unitCostAfter: 0, deadweightShare: 0.4,
      claimShare: 0.7, dropOffShare: 0.3, years: 2)
    let figures = calculate(
      Appraisal<Exact>(
        benefits: [BenefitCase(id: "B1", inputs: inputs)],
        costs: [CostLine(id: "C1", amount: 250_000, fromYear: 0, toYear: 0)]))
    #expect(figures.benefitTotal[0] == 214_200)
    #expect(
      (figures.whole.benefits[1] * figures.discountFactors[1]).rounded(places: 2) == 144_869.57)
    #expect(figures.whole.bcr.value?.rounded(places: 5) == 1.43628)
  }

  /// HM Treasury, "GDP deflators: a user's guide", Annex A: 91.031 is 1998-99, 102.789 is 2003-04;
  /// the ratio of the two is given as 1.13, inflation from 1997-98 (88.480) to 2002-03 as 13.02 %.
  @Test("CALC-43: £7.4m between the indexes 91.031 and 102.789 is £8.36m")
  func deflator() {
    let table = DeflatorTable<Exact>(
      name: "GDP deflator at market prices", source: "HM Treasury", published: "",
      indexes: [1997: 88.48, 1998: 91.031, 2002: 100, 2003: 102.789])
    let amount = table.converted(7.4, fromPricesOf: 1998, to: 2003)
    #expect(amount.value?.rounded(places: 2) == 8.36)
    #expect(table.converted(1, fromPricesOf: 1998, to: 2003).value?.rounded(places: 2) == 1.13)
    #expect(table.converted(1, fromPricesOf: 1997, to: 2002).value?.rounded(places: 4) == 1.1302)
  }

  /// A press figure: £79m spent, £27.732m a year "after year two". By hand: running net is
  /// −79 + 27.732 × 2 = −23.536 at the end of year 4, and 23.536 ÷ 27.732 = 0.8487.
  @Test("CALC-29: £79m for £27.732m a year from the third year pays back in 4.85 years")
  func largeProgramme() throws {
    let inputs = Inputs<Exact>(method: .amount, amount: 27_732_000, startYear: 3)
    let figures = calculate(
      Appraisal<Exact>(
        benefits: [BenefitCase(id: "B1", inputs: inputs, isCashable: true)],
        costs: [CostLine(id: "C1", amount: 79_000_000, fromYear: 0, toYear: 0)]))
    #expect(figures.cash.paybackYears.value?.rounded(places: 4) == 4.8487)
    // 27.732 × (1/1.035³ + 1/1.035⁴ + 1/1.035⁵) − 79, worked out beside the engine.
    let present = 27_732_000 * (1 / 1.108717875 + 1 / 1.147523000625 + 1 / 1.187686305646875)
    #expect(agree(figures.cash.npv.double, present - 79_000_000))
    let working = figures.working(of: .payback, in: .cash)
    #expect(working.formula == "last year below 0 + |running net| ÷ net in year 5")
    #expect(working.shown == "4.85 years")
  }
}
