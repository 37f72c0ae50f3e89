import Calculator
import Testing

@Suite("Whether it is worth it, at any date")
struct TrackingTests {
  static let seeds = Array(UInt64(1)...40)

  private struct Case {
    let figures: Figures<Exact>
    let known: KnownMoney<Exact>
    var tracked: TrackedWorth<Exact> { figures.tracked(known) }
    var horizon: Int { figures.years.count - 1 }
  }

  /// A random appraisal of which something is known in some years, perhaps of a part of the year.
  private func make(_ seed: UInt64) -> Case {
    var generator = Generator(seed: seed)
    let appraisal: Appraisal<Exact> = generator.appraisal(
      benefits: 20, horizon: 1 + Int(seed % 9))
    let figures = calculate(appraisal)
    var known = KnownMoney<Exact>()
    for benefit in appraisal.benefits {
      known.benefits[benefit.id] = someYears(figures.years, &generator)
    }
    for cost in appraisal.costs { known.costs[cost.id] = someYears(figures.years, &generator) }
    return Case(figures: figures, known: known)
  }

  private func someYears(
    _ years: [Int], _ generator: inout Generator
  ) -> [Int: KnownFigure<Exact>] {
    var known: [Int: KnownFigure<Exact>] = [:]
    for year in years where generator.chance(40) {
      let share = generator.chance(70) ? Exact.one : Exact(generator.whole(1...11)) / Exact(12)
      known[year] = KnownFigure(generator.hundredths(-9_000_00...90_000_00), share: share)
    }
    return known
  }

  private func lines(_ standing: Standing<Exact>) -> [LineStanding<Exact>] {
    [standing.cashable, standing.nonCashable, standing.transfers, standing.costs]
  }

  @Test("COST-8: to date and remaining make the outlook, whole and by year", arguments: seeds)
  func outlook(seed: UInt64) {
    let made = make(seed)
    for year in -1...made.horizon + 1 {
      let standing = made.tracked.standing(asAt: year, weighedBy: made.figures.appraisal)
      for line in lines(standing) {
        #expect(line.actualToDate + line.remaining == line.outlook)
        #expect(line.outlookByYear.reduce(.zero, +) == line.outlook)
        #expect(line.knownCount <= line.expectedCount)
      }
    }
  }

  @Test("COST-9: before the first year the outlook is the plan, and worth what the plan is")
  func beforeItBegins() {
    for seed in Self.seeds {
      let made = make(seed)
      let standing = made.tracked.standing(asAt: -1, weighedBy: made.figures.appraisal)
      for line in lines(standing) {
        #expect(line.outlook == line.planned)
        #expect(line.actualToDate == .zero && line.plannedToDate == .zero)
      }
      #expect(standing.netToDate(in: .whole).value == nil)
      #expect(standing.outlook.cash.npv == made.figures.cash.npv)
      #expect(standing.planned.whole.npv == made.figures.whole.npv)
      #expect(standing.outlook(.cash).paybackYears == made.figures.cash.paybackYears)
    }
  }

  @Test("COST-9: as at the last year the outlook is the outturn of forecast and actual")
  func atTheEnd() {
    for seed in Self.seeds {
      let made = make(seed)
      var outturn = Exact.zero
      var actual = Exact.zero
      for (benefit, figures) in zip(made.figures.appraisal.benefits, made.figures.benefits)
      where !figures.isTransfer {
        var known = made.known.benefits[benefit.id] ?? [:]
        known = known.filter { $0.value.share == .one }
        let forecast = figures.net ?? made.figures.years.map { _ in .zero }
        let realisation = Realisation(
          forecast: forecast, actual: made.figures.years.map { known[$0]?.value })
        outturn = outturn + realisation.outturn
        actual = actual + realisation.actualToDate
      }
      var whole = made.known
      whole.benefits = whole.benefits.mapValues { $0.filter { $0.value.share == .one } }
      let standing = made.figures.tracked(whole)
        .standing(asAt: made.horizon, weighedBy: made.figures.appraisal)
      #expect(standing.cashable.outlook + standing.nonCashable.outlook == outturn)
      #expect(standing.cashable.actualToDate + standing.nonCashable.actualToDate == actual)
    }
  }

  @Test("COST-10: parts foot to the totals of the calculator, and registers to their sum")
  func foots() {
    for seed in Self.seeds {
      let made = make(seed)
      let tracked = made.tracked
      #expect(
        zip(tracked.cashable.planned, tracked.nonCashable.planned).map { $0 + $1 }
          == made.figures.benefitTotal)
      #expect(tracked.transfers.planned == made.figures.transferTotal)
      #expect(tracked.costs.planned == made.figures.costTotal)
      var halves = [made.figures.appraisal, made.figures.appraisal]
      halves[0].benefits = Array(halves[0].benefits.prefix(9))
      halves[1].benefits = Array(halves[1].benefits.dropFirst(9))
      halves[1].costs = []
      let parts = halves.map { calculate($0).tracked(made.known) }
      #expect(parts[0] + parts[1] == tracked)
      let later = tracked.shifted(by: 2, horizon: made.horizon + 3)
      #expect(later.costs.planned == [.zero, .zero] + tracked.costs.planned + [.zero])
    }
  }

  @Test(
    "COST-12: what came is cash by the share of the forecast, and what is not known stays planned")
  func example() {
    var inputs = Inputs<Exact>(method: .amount)
    inputs.amount = Exact(100)
    inputs.cashShare = Exact(25) / Exact(100)
    let appraisal = Appraisal(
      horizonYears: 2, benefits: [BenefitCase(id: "B1", inputs: inputs, isCashable: true)],
      costs: [
        CostLine(id: "C1", amount: Exact(30), fromYear: 0, toYear: 1, optimismBiasShare: .zero)
      ])
    let known = KnownMoney<Exact>(
      benefits: ["B1": [0: KnownFigure(Exact(80))]], costs: ["C1": [0: KnownFigure(Exact(50))]])
    let standing = calculate(appraisal).tracked(known).standing(asAt: 1, weighedBy: appraisal)
    #expect(standing.cashable.actualToDate == Exact(20))
    #expect(standing.nonCashable.actualToDate == Exact(60))
    #expect(standing.cashable.plannedOfKnown == Exact(25))
    #expect(standing.cashable.plannedToDate == Exact(50))
    #expect(standing.cashable.outlookByYear == [Exact(20), Exact(25), Exact(25)])
    #expect(standing.costs.outlookByYear == [Exact(50), Exact(30), .zero])
    #expect(standing.netToDate(in: .cash).value == Exact(-30))
    #expect(standing.netToDate(in: .whole).value == Exact(30))
    #expect(standing.costs.variance.value == Exact(20))
    #expect(standing.transfers.variance.value == nil)
    #expect((standing.cashable.knownCount, standing.cashable.expectedCount) == (1, 2))
    let unpaid = KnownMoney<Exact>(benefits: known.benefits, costs: [:])
    let early = calculate(appraisal).tracked(unpaid).standing(asAt: 1, weighedBy: appraisal)
    #expect(early.netToDate(in: .cash).reason == "no actual cost is recorded")
    let unearned = KnownMoney<Exact>(benefits: [:], costs: known.costs)
    let late = calculate(appraisal).tracked(unearned).standing(asAt: 1, weighedBy: appraisal)
    #expect(late.netToDate(in: .whole).reason == "no actual benefit is recorded")
  }
}
