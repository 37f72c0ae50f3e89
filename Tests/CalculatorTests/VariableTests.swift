import Calculator
import Testing

@Suite("What can be varied")
struct VariableTests {
  static let texts: [(text: String, variable: Variable)] = [
    ("discountRate", .discountRate), ("level/benefits", .benefitLevel),
    ("level/costs", .costLevel), ("assumption/onCostShare", .assumption(.onCostShare)),
    ("channel/Face to face", .channel("Face to face")), ("channel/a/b", .channel("a/b")),
    ("benefit/B001/volume", .benefit("B001", .volume)),
    ("benefit/B/1/ramp5", .benefit("B/1", .ramp5)),
    ("benefit/é\u{301}/posts", .benefit("é\u{301}", .posts)),
    ("cost/C1/amount", .cost("C1", .amount)),
  ]

  @Test("CALC-37: a variable has one text, which reads back as itself", arguments: texts)
  func reads(text: String, variable: Variable) throws {
    #expect(variable.text == text)
    #expect(try Variable(text: text) == variable)
  }

  @Test(
    "CALC-37: text that names nothing is refused",
    arguments: [
      "", "/", "benefit", "benefit/", "benefit/B1", "benefit/B1/", "benefit/B1/colour",
      "benefit/volume", "benefit//volume", "cost/C1/volume", "assumption/discountRate", "channel/",
      "level/all",
      "discountrate", "DiscountRate", "benefit/B1/volume ", "Benefit/B1/volume",
    ])
  func unknown(text: String) {
    #expect(throws: VariableRefusal(variable: text, because: "this is nothing that can be varied"))
    {
      try Variable(text: text)
    }
  }

  @Test("CALC-37: every variable of an appraisal has a value, a text and words, and can be set")
  func everyVariable() throws {
    for seed in UInt64(1)...3 {
      var generator = Generator(seed: seed)
      let appraisal: Appraisal<Exact> = generator.appraisal(benefits: 8, horizon: 3)
      let figures = calculate(appraisal)
      #expect(Set(appraisal.variables).count == appraisal.variables.count)
      for variable in appraisal.variables {
        let value = try #require(appraisal.value(of: variable).value, "\(variable.text)")
        #expect(try Variable(text: variable.text) == variable)
        #expect(!variable.label.isEmpty && !variable.unit.isEmpty)
        var changed = appraisal
        try changed.set(variable, to: value)
        #expect(
          calculate(changed).benefitTotal == figures.benefitTotal, "\(variable.text)")
        try changed.set(variable, to: variable.isWhole ? 3 : 0.25)
        #expect(changed.value(of: variable).value == (variable.isWhole ? 3 : 0.25))
      }
    }
  }

  /// An amount of 1,000 for 3 years; what is set, and the net in years 0 to 3 by hand.
  static let settings: [(values: [Variable: Exact], net: [Exact])] = [
    ([:], [1_000, 1_000, 1_000, 0]), ([.benefitLevel: 1.5], [1_500, 1_500, 1_500, 0]),
    ([.benefit("B1", .amount): 400], [400, 400, 400, 0]),
    ([.benefit("B1", .startYear): 2, .benefit("B1", .years): 1], [0, 0, 1_000, 0]),
    ([.benefit("B1", .ramp1): 0.5], [500, 1_000, 1_000, 0]),
    ([.benefit("B1", .ramp2): 0.5], [1_000, 500, 1_000, 0]),
    ([.benefit("B1", .ramp1): 0.2, .benefit("B1", .ramp3): 0.5], [200, 1_000, 500, 0]),
    ([.benefit("B1", .claimShare): 0.1, .benefitLevel: 2], [200, 200, 200, 0]),
  ]

  @Test("CALC-37: setting a variable changes that and nothing else", arguments: settings)
  func sets(values: [Variable: Exact], net: [Exact]) throws {
    let changed = try Self.simple.setting(values)
    #expect(calculate(changed).benefitTotal == net)
    _ = try Formula.check(#require(calculate(changed).working(ofBenefit: "B1")))
  }

  static let simple = Appraisal<Exact>(
    horizonYears: 3,
    benefits: [BenefitCase(id: "B1", inputs: Inputs(method: .amount, amount: 1_000, years: 3))],
    costs: [CostLine(id: "C1", amount: 100, fromYear: 0, toYear: 0, optimismBiasShare: 0.5)])

  @Test("CALC-37: costs scale by line and as a whole, and the working says so")
  func costs() throws {
    let changed = try Self.simple.setting([.costLevel: 2, .cost("C1", .amount): 300])
    #expect(calculate(changed).costTotal == [900, 0, 0, 0])
    _ = try Formula.check(#require(calculate(changed).working(ofYear: 0)))
  }

  @Test("CALC-37: a rate that is set makes the schedule flat")
  func rate() throws {
    var appraisal = Self.simple
    appraisal.schedule = .standard
    #expect(appraisal.value(of: .discountRate).value == 0.035)
    try appraisal.set(.discountRate, to: 0.25)
    #expect(calculate(appraisal).discountFactors == [1, 0.8, 0.64, 0.512])
  }

  static let refusals: [(variable: Variable, value: Exact, because: String)] = [
    (.benefit("B9", .amount), 1, "the appraisal has no such row"),
    (.cost("B1", .amount), 1, "the appraisal has no such row"),
    (.channel("Web"), 1, "the appraisal has no such row"),
    (.benefit("B1", .startYear), 1.5, "only whole years can be set"),
    (.benefit("B1", .years), Exact(10).power(19), "only whole years can be set"),
    (.discountRate, .notFinite, "the value is no number"),
  ]

  @Test("CALC-37: what cannot be set is refused in words", arguments: refusals)
  func refuses(variable: Variable, value: Exact, because: String) {
    var appraisal = Self.simple
    #expect(throws: VariableRefusal(variable: variable.text, because: because)) {
      try appraisal.set(variable, to: value)
    }
    #expect(appraisal == Self.simple)
  }

  @Test("CALC-37: a blank has its reading where that is safe, and else says that it is blank")
  func blanks() {
    let value = { (input: BenefitInput) in Self.simple.value(of: .benefit("B1", input)) }
    #expect(value(.deadweightShare) == .value(0) && value(.claimShare) == .value(1))
    #expect(value(.ramp4) == .value(1) && value(.startYear) == .value(0))
    #expect(value(.volume).reason == "volume is blank")
    #expect(value(.impactShare).reason == "impact is blank")
  }

  @Test("CALC-37: a result is named by view and worth", arguments: View.allCases)
  func targets(view: View) {
    for worth in Worth.allCases {
      let target = Target(worth, in: view)
      #expect(Target(text: target.text) == target && !worth.label.isEmpty)
    }
    for text in ["", "npv", "cash/", "cash/NPV", "cash/npv/", "all/npv"] {
      #expect(Target(text: text) == nil)
    }
  }
}
