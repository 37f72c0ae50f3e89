import Calculator
import Testing

/// One benefit in an appraisal of its own.
func figures(
  _ inputs: Inputs<Exact>, isCashable: Bool = false, accruesToOthers: Bool = false,
  criteria: [Criterion<Exact>] = [], costs: [CostLine<Exact>] = []
) throws -> (benefit: BenefitFigures<Exact>, all: Figures<Exact>) {
  let all = calculate(
    Appraisal(
      channelCosts: [
        ChannelCost(name: "Face to face", cost: 7.4), ChannelCost(name: "Web", cost: 0.32),
        ChannelCost(name: " web ", cost: 99),
      ],
      benefits: [
        BenefitCase(
          id: "B1", inputs: inputs, isCashable: isCashable, accruesToOthers: accruesToOthers,
          criteria: criteria)
      ], costs: costs))
  return (try #require(all.benefits.first), all)
}

@Suite("Methods")
struct MethodTests {
  /// Gross figures worked out by hand.
  static let grosses: [(rule: String, inputs: Inputs<Exact>, gross: Exact)] = [
    (
      "CALC-6", Inputs(method: .time, volume: 100, hourlyRate: 20, hoursBefore: 1.5, hoursAfter: 1),
      1_000
    ),
    (
      "CALC-6, an hourly rate of 0 is a rate",
      Inputs(
        method: .time, volume: 100, salary: 24_000, hourlyRate: 0, hoursBefore: 2, hoursAfter: 1), 0
    ),
    (
      "CALC-6, a dis-benefit keeps its sign",
      Inputs(method: .time, volume: 10, hourlyRate: 20, hoursBefore: 1, hoursAfter: 3), -400
    ),
    ("CALC-7", Inputs(method: .unit, volume: 40, unitCostBefore: 12.5, unitCostAfter: 10), 100),
    (
      "CALC-8, names match trimmed and without case",
      Inputs(method: .channel, volume: 1_000, fromChannel: "face TO face ", toChannel: "WEB"), 7_080
    ),
    (
      "CALC-9",
      Inputs(method: .contact, volume: 18_000, avoidableShare: 0.04, fromChannel: "Face to face"),
      5_328
    ),
    ("CALC-10, without overhead", Inputs(method: .fte, salary: 24_000, posts: 1.5), 45_000),
    ("CALC-11", Inputs(method: .amount, amount: -12.34), -12.34),
    ("CALC-12", Inputs(method: .takeUp, volume: 500, amount: 1_000), 500_000),
  ]

  @Test(
    "CALC-6, CALC-7, CALC-8, CALC-9, CALC-10, CALC-11 and CALC-12: gross is as worked out by hand",
    arguments: grosses)
  func gross(rule: String, inputs: Inputs<Exact>, gross: Exact) throws {
    #expect(try figures(inputs).benefit.gross == .value(gross), "\(rule)")
  }

  @Test(
    "CALC-4 and CALC-5: an hour costs the salary with on-cost and overhead, over the hours worked")
  func hourlyCost() throws {
    let (benefit, all) = try figures(
      Inputs(method: .time, volume: 12_000, salary: 24_000, hoursBefore: 1.25, hoursAfter: 0.75))
    #expect(all.productiveHours == .value(1_583.6))
    // 24,000 × 1.4 ÷ 1,583.6
    #expect(benefit.hourlyCost.value?.rounded(places: 12) == 21.217479161404)
  }

  @Test("CALC-4: without productive hours there is no hourly cost")
  func noHours() throws {
    var appraisal = Appraisal<Exact>(benefits: [
      BenefitCase(
        id: "B1",
        inputs: Inputs(
          method: .time, volume: 1, salary: 24_000, hoursBefore: 2, hoursAfter: 1))
    ])
    appraisal.assumptions.leaveDays = 242
    let result = calculate(appraisal)
    let reason = "no productive hours are left in a year"
    #expect(result.productiveHours.reason == reason)
    #expect(result.benefits[0].hourlyCost.reason == reason)
    #expect(result.benefits[0].gross.reason == reason)
  }

  /// What is left blank, and the words that say so.
  static let blanks: [(inputs: Inputs<Exact>, reason: String)] = [
    (Inputs(method: .time, hourlyRate: 1, hoursBefore: 1, hoursAfter: 1), "volume is blank"),
    (Inputs(method: .time, volume: 1, hourlyRate: 1, hoursAfter: 1), "hours before is blank"),
    (Inputs(method: .time, volume: 1, hourlyRate: 1, hoursBefore: 1), "hours after is blank"),
    (
      Inputs(method: .time, volume: 1, hoursBefore: 1, hoursAfter: 1),
      "hourly rate and salary are both blank"
    ),
    (Inputs(method: .unit, unitCostBefore: 1, unitCostAfter: 1), "volume is blank"),
    (Inputs(method: .unit, volume: 1, unitCostAfter: 1), "unit cost before is blank"),
    (Inputs(method: .unit, volume: 1, unitCostBefore: 1), "unit cost after is blank"),
    (Inputs(method: .channel, fromChannel: "Web", toChannel: "Web"), "volume is blank"),
    (Inputs(method: .channel, volume: 1, toChannel: "Web"), "from channel is blank"),
    (
      Inputs(method: .channel, volume: 1, fromChannel: "Web", toChannel: " "), "to channel is blank"
    ),
    (
      Inputs(method: .channel, volume: 1, fromChannel: "Web", toChannel: " Fax "),
      "there is no cost for the channel \"Fax\""
    ),
    (Inputs(method: .contact, avoidableShare: 1, fromChannel: "Web"), "volume is blank"),
    (Inputs(method: .contact, volume: 1, fromChannel: "Web"), "avoidable share is blank"),
    (Inputs(method: .contact, volume: 1, avoidableShare: 1), "from channel is blank"),
    (Inputs(method: .fte, salary: 1), "posts is blank"),
    (Inputs(method: .fte, posts: 1), "salary is blank"),
    (Inputs(method: .amount), "amount is blank"),
    (Inputs(method: .takeUp, amount: 1), "volume is blank"),
    (Inputs(method: .takeUp, volume: 1), "amount is blank"),
    (Inputs(method: .score), "a scored benefit has no money"),
  ]

  @Test("CALC-14: a needed blank leaves the gross undefined, with its name", arguments: blanks)
  func blank(inputs: Inputs<Exact>, reason: String) throws {
    let (benefit, all) = try figures(inputs)
    #expect(benefit.gross == .undefined(because: reason))
    #expect(benefit.net == nil && benefit.cashable == nil && benefit.nonCashable == nil)
    #expect(all.benefitTotal.allSatisfy { $0 == 0 })
    #expect(all.pivot([.council]).map(\.benefitCount) == [1], "it still counts as a benefit")
    #expect(all.remarks.contains { $0.code == .noGross } == (inputs.method != .score))
  }

  /// (weight, score) pairs and the answer; scores worked out by hand.
  static let scores: [(criteria: [(Exact, Exact?)], value: Exact?, words: String)] = [
    ([(60, 8), (40, 6)], 7.2, "2 of 2 scored"),
    ([(60, 8), (40, nil)], 8, "1 of 2 scored"),
    ([(1, 0), (1, 10), (2, nil), (2, 4)], 4.5, "3 of 4 scored"),
    ([(60, nil)], nil, "no criterion is scored"),
    ([], nil, "no criterion is scored"),
    ([(0, 8)], nil, "the weights do not add up to more than 0"),
  ]

  @Test(
    "CALC-13: a score is the weighted mean of what is scored; a blank is not a nought",
    arguments: scores)
  func score(criteria: [(Exact, Exact?)], value: Exact?, words: String) throws {
    let (benefit, all) = try figures(
      Inputs(method: .score),
      criteria: criteria.map { Criterion(name: "C", weight: $0.0, score: $0.1) })
    #expect(benefit.score.value?.value == value)
    #expect((benefit.score.value?.words ?? benefit.score.reason) == words)
    let isPartly = value != nil && criteria.contains { $0.1 == nil }
    #expect(all.remarks.map(\.code) == (isPartly ? [.partlyScored] : []))
    #expect(try Formula.check(#require(all.working(ofBenefit: "B1"))) >= (value == nil ? 0 : 3))
  }
}
