import Calculator
import Testing

@Suite("Benefits by year")
struct YearTests {
  /// An amount of 1,000 a year with these terms, and its net in years 0 to 5 by hand.
  struct Case: Sendable {
    let sentence: String
    let change: @Sendable (inout Inputs<Exact>) -> Void
    let net: [Exact]
  }

  static let cases: [Case] = [
    Case(
      sentence: "CALC-15: all blank is the whole in every year", change: { _ in },
      net: [1_000, 1_000, 1_000, 1_000, 1_000, 1_000]),
    Case(
      sentence: "CALC-15: it starts in its year and lasts its years",
      change: {
        $0.startYear = 2
        $0.years = 3
      }, net: [0, 0, 1_000, 1_000, 1_000, 0]),
    Case(
      sentence: "CALC-15: blank years last to the horizon", change: { $0.startYear = 4 },
      net: [0, 0, 0, 0, 1_000, 1_000]),
    Case(
      sentence: "CALC-15: no years is no benefit", change: { $0.years = 0 },
      net: [0, 0, 0, 0, 0, 0]),
    Case(
      sentence: "CALC-15: a start before the base counts the years that went by",
      change: {
        $0.startYear = -1
        $0.years = 3
        $0.ramp = [0.1, 0.2, 0.3]
      }, net: [200, 300, 0, 0, 0, 0]),
    Case(
      sentence: "CALC-15: a start after the horizon is no benefit yet",
      change: { $0.startYear = 6 },
      net: [0, 0, 0, 0, 0, 0]),
    Case(
      sentence: "CALC-16: a ramp climbs from the start year and its last share holds on",
      change: {
        $0.startYear = 1
        $0.ramp = [0.25, 0.75, 1]
      }, net: [0, 250, 750, 1_000, 1_000, 1_000]),
    Case(
      sentence: "CALC-16: blanks at the end hold the last share",
      change: { $0.ramp = [0.25, 0.5, nil, nil, nil] },
      net: [250, 500, 500, 500, 500, 500]),
    Case(
      sentence: "CALC-16: a blank between holds the share before, a blank before is 0",
      change: { $0.ramp = [nil, 0.5, nil, 1] }, net: [0, 500, 500, 1_000, 1_000, 1_000]),
    Case(
      sentence: "CALC-16: a ramp of blanks is the whole", change: { $0.ramp = [nil, nil] },
      net: [1_000, 1_000, 1_000, 1_000, 1_000, 1_000]),
    Case(
      sentence: "CALC-17: drop-off takes its share each year after the first",
      change: {
        $0.startYear = 1
        $0.dropOffShare = 0.1
      }, net: [0, 1_000, 900, 810, 729, 656.1]),
    Case(
      sentence: "CALC-17: a drop-off of everything leaves the first year",
      change: { $0.dropOffShare = 1 }, net: [1_000, 0, 0, 0, 0, 0]),
    Case(
      sentence: "CALC-18: deadweight and the claim share are taken in turn",
      change: {
        $0.deadweightShare = 0.4
        $0.claimShare = 0.7
        $0.years = 1
      }, net: [420, 0, 0, 0, 0, 0]),
    Case(
      sentence: "CALC-18: a claim of nothing is not a blank", change: { $0.claimShare = 0 },
      net: [0, 0, 0, 0, 0, 0]),
    Case(
      sentence: "CALC-19: optimism lowers a benefit",
      change: {
        $0.optimismBiasShare = 0.2
        $0.years = 1
      }, net: [800, 0, 0, 0, 0, 0]),
    Case(
      sentence: "CALC-19: optimism makes a dis-benefit larger",
      change: {
        $0.amount = -1_000
        $0.optimismBiasShare = 0.2
        $0.years = 1
      }, net: [-1_200, 0, 0, 0, 0, 0]),
  ]

  @Test(
    "CALC-15, CALC-16, CALC-17, CALC-18 and CALC-19: net by year is as worked out by hand",
    arguments: cases)
  func net(example: Case) throws {
    var inputs = Inputs<Exact>(method: .amount, amount: 1_000)
    example.change(&inputs)
    let (benefit, all) = try figures(inputs)
    #expect(benefit.net == example.net, "\(example.sentence)")
    #expect(all.benefitTotal == example.net, "\(example.sentence)")
    _ = try Formula.check(#require(all.working(ofBenefit: "B1")))
  }

  /// Cash share typed, cashable or not, and what is counted of 1,000.
  @Test(
    "CALC-20: cash is the stated share of a cashable benefit; a blank is the whole, with a remark",
    arguments: [
      (true, nil, 1_000, Remark.Code.blankCashShare), (true, 0.25, 250, nil), (true, 0, 0, nil),
      (false, nil, 0, nil), (false, 0, 0, nil), (false, 0.5, 0, .unusedCashShare),
    ] as [(Bool, Exact?, Exact, Remark.Code?)])
  func cash(isCashable: Bool, share: Exact?, cash: Exact, code: Remark.Code?) throws {
    let (benefit, all) = try figures(
      Inputs(method: .amount, amount: 1_000, cashShare: share, ramp: [1]), isCashable: isCashable)
    #expect(benefit.cashable?.first == cash)
    #expect(benefit.nonCashable?.first == 1_000 - cash)
    #expect(all.remarks.map(\.code) == [code].compactMap { $0 })
    _ = try Formula.check(#require(all.working(ofCashable: "B1", inYear: 0)))
  }

  @Test("CALC-20: overhead counted as cash is remarked, unless the rate is given")
  func overheadAsCash() throws {
    var inputs = Inputs<Exact>(
      method: .time, volume: 1, salary: 24_000, hoursBefore: 2, hoursAfter: 1, cashShare: 1,
      ramp: [1])
    #expect(try figures(inputs, isCashable: true).all.remarks.map(\.code) == [.overheadAsCash])
    #expect(try figures(inputs).all.remarks.map(\.code) == [.unusedCashShare])
    inputs.hourlyRate = 20
    #expect(try figures(inputs, isCashable: true).all.remarks.isEmpty)
  }

  @Test("CALC-12 and CALC-21: what reaches others has its own line and is in no other total")
  func transfers() throws {
    for (method, others) in [(Method.takeUp, false), (.amount, true)] {
      let (benefit, all) = try figures(
        Inputs(method: method, volume: 1, amount: 1_000, cashShare: 1, ramp: [1]), isCashable: true,
        accruesToOthers: others)
      #expect(benefit.isTransfer && benefit.net?.first == 1_000 && benefit.cashable?.first == 0)
      #expect(all.transferTotal == Array(repeating: 1_000, count: 6))
      #expect(all.benefitTotal.allSatisfy { $0 == 0 } && all.whole.npv == 0 && all.cash.npv == 0)
      #expect(all.pivot([.service]).map(\.transfers) == [all.transferTotal])
      #expect(all.remarks.map(\.code) == [.unusedCashShare])
    }
  }

  @Test("CALC-16 and CALC-18: odd ramps and shares outside 0 to 1 are remarked, and used as typed")
  func remarks() throws {
    let odd = try figures(
      Inputs(
        method: .amount, amount: 1, deadweightShare: -0.5, claimShare: 2, startYear: 9,
        ramp: [0.5, nil, 1.5]))
    #expect(
      odd.all.remarks.map(\.code)
        == [.blankRampShare, .outsideHorizon, .shareOutOfRange, .shareOutOfRange, .shareOutOfRange])
    #expect(odd.all.remarks.last?.words == "ramp share 3 is not between 0 and 1: 1.5")
  }
}
