import Calculator
import Testing

@Suite("Additionality, confidence, posts and proxies")
struct TermTests {
  @Test("CALC-45: percentage points take population, reach, engagement, retention and impact")
  func percentagePoint() throws {
    // 1,000 × 0.5 × 0.4 × 0.8 × (0.3 − 0.1) × £250, by hand.
    let inputs = Inputs<Exact>(
      method: .unit, volume: 1_000, unitCostBefore: 250, unitCostAfter: 0,
      additionality: .percentagePoint, affectedShare: 0.5, engagementShare: 0.4,
      retentionShare: 0.8, impactShare: 0.3, deadweightShare: 0.1, years: 1)
    let (benefit, all) = try figures(inputs)
    #expect(benefit.gross == .value(250_000) && benefit.net?.first == 8_000)
    let year = try #require(all.working(ofBenefit: "B1", inYear: 0))
    #expect(
      year.formula.contains("affected share × engagement × retention × (impact − deadweight)"))
    #expect(try Formula.check(#require(all.working(ofBenefit: "B1"))) > 2)
  }

  @Test("CALC-45: blank shares of a population are the whole; a blank impact has no reading")
  func blanks() throws {
    var inputs = Inputs<Exact>(
      method: .amount, amount: 100, additionality: .percentagePoint, impactShare: 0.25, years: 1)
    #expect(try figures(inputs).benefit.net?.first == 25)
    inputs.impactShare = nil
    let (benefit, all) = try figures(inputs)
    #expect(benefit.gross.reason == "impact is blank" && benefit.net == nil)
    #expect(all.remarks.contains { $0.code == .noGross })
  }

  @Test("CALC-45 and CALC-19: an impact below the deadweight is a dis-benefit, and bias raises it")
  func disbenefit() throws {
    let inputs = Inputs<Exact>(
      method: .amount, amount: 100, additionality: .percentagePoint, impactShare: 0.1,
      deadweightShare: 0.3, optimismBiasShare: 0.5, years: 1)
    let (benefit, all) = try figures(inputs)
    #expect(benefit.net?.first == -30)
    _ = try Formula.check(#require(all.working(ofBenefit: "B1")))
  }

  @Test("CALC-45: shares of a population beside a proportional benefit are not used, and remarked")
  func unused() throws {
    let (benefit, all) = try figures(
      Inputs(method: .amount, amount: 100, impactShare: 0.5, ramp: [1]))
    #expect(benefit.net?.first == 100 && all.remarks.map(\.code) == [.unusedPopulation])
  }

  /// Grade, typed bias, and what is left of 100.
  @Test(
    "CALC-46: a confidence grade stands for a blank optimism bias",
    arguments: [
      (1, nil, 100), (2, nil, 95), (3, nil, 90), (4, nil, 85), (5, nil, 75), (6, nil, 60),
      (6, 0.5, 50), (6, 0, 100), (nil, nil, 100), (7, 0.5, 50),
    ] as [(Int?, Exact?, Exact)])
  func confidence(grade: Int?, bias: Exact?, net: Exact) throws {
    let (benefit, all) = try figures(
      Inputs(
        method: .amount, amount: 100, optimismBiasShare: bias, confidenceGrade: grade, ramp: [1]))
    #expect(benefit.net?.first == net)
    let isUnused = grade != nil && bias != nil
    #expect(all.remarks.map(\.code) == (isUnused ? [.unusedConfidence] : []))
    let working = try #require(all.working(ofBenefit: "B1", inYear: 0))
    _ = try Formula.check(working)
    let source = working.inputs.first { $0.name == "optimism bias" }?.source
    if let grade, bias == nil { #expect(source == "confidence grade \(grade)") }
  }

  @Test("CALC-46: the grades are the appraisal's; one that is not there has no figure")
  func ownGrades() throws {
    var appraisal = Appraisal<Exact>(benefits: [
      BenefitCase(id: "B1", inputs: Inputs(method: .amount, amount: 100, confidenceGrade: 2))
    ])
    appraisal.confidence = ConfidenceTable(shares: [0, 0.5])
    #expect(calculate(appraisal).benefitTotal[0] == 50)
    for grade in [0, 3, -1, Int.min, Int.max] {
      appraisal.benefits[0].inputs.confidenceGrade = grade
      #expect(
        calculate(appraisal).benefits[0].gross.reason
          == "confidence grade \(grade) is not one of 1 to 2")
    }
  }

  /// Posts, rule, posts released.
  static let posts: [(posts: Exact, rule: PostRule, released: Exact)] = [
    (2.75, .any, 2.75), (2.75, .tenths, 2.7), (2.75, .whole, 2), (0.9, .whole, 0), (3, .whole, 3),
    (0.04, .tenths, 0), (-1.5, .whole, -1.5), (0, .whole, 0),
  ]

  @Test(
    "CALC-47: only posts that are really released count as cash; the rest is time", arguments: posts
  )
  func released(posts: Exact, rule: PostRule, released: Exact) throws {
    var appraisal = Appraisal<Exact>(
      benefits: [
        BenefitCase(
          id: "B1",
          inputs: Inputs(method: .fte, salary: 1_000, posts: posts, cashShare: 0.5, ramp: [1]),
          isCashable: true)
      ], postRule: rule)
    appraisal.assumptions.onCostShare = 0
    let figures = calculate(appraisal)
    #expect(figures.benefitTotal[0] == posts * 1_000)
    #expect(figures.cashableTotal[0].rounded(places: 9) == released * 500)
    #expect(figures.nonCashableTotal[0] == figures.benefitTotal[0] - figures.cashableTotal[0])
    _ = try Formula.check(#require(figures.working(ofCashable: "B1", inYear: 0)))
    #expect(
      figures.remarks.filter { $0.code == .postsHeldBack }.map(\.words)
        == (posts == released
          ? [] : ["of \(posts.text) posts \(released.text) count as released, for cash"]))
    #expect(agree(calculate(appraisal.inDoubles).cashableTotal[0], (released * 500).double))
  }

  @Test("CALC-47: tenths are tenths in doubles too")
  func tenths() {
    for tenth in 1...20_000 {
      let inputs = Inputs<Double>(method: .fte, salary: 1, posts: Double(tenth) / 10, cashShare: 1)
      let appraisal = Appraisal(
        horizonYears: 1,
        benefits: [BenefitCase(id: "B1", inputs: inputs, isCashable: true)], postRule: .tenths)
      #expect(calculate(appraisal).benefits[0].cashShare == 1, "\(tenth)")
    }
  }

  @Test("CALC-47: the rule holds for posts only, and for cash only")
  func otherMethods() throws {
    for (method, isCashable) in [(Method.amount, true), (.fte, false)] {
      let inputs = Inputs<Exact>(
        method: method, salary: 1, posts: 1.5, amount: 1, cashShare: isCashable ? 1 : nil, ramp: [1]
      )
      let figures = calculate(
        Appraisal<Exact>(
          benefits: [BenefitCase(id: "B1", inputs: inputs, isCashable: isCashable)],
          postRule: .whole))
      #expect(figures.cashableTotal[0] == (isCashable ? 1 : 0) && figures.remarks.isEmpty)
    }
  }

  @Test("CALC-48: a scored benefit's proxy value is told apart and is in no total")
  func proxy() throws {
    let (benefit, all) = try figures(
      Inputs(method: .score, proxyValue: 5_000),
      criteria: [Criterion(name: "C", weight: 1, score: 7)])
    #expect(benefit.proxyValue == 5_000 && benefit.net == nil)
    for total in [all.benefitTotal, all.cashableTotal, all.transferTotal] {
      #expect(total.allSatisfy { $0 == 0 })
    }
    #expect(
      try figures(Inputs(method: .amount, amount: 1, proxyValue: 5)).benefit.proxyValue == nil)
  }
}
