import Calculator
import Testing

@Suite("Tornado and switching values")
struct TornadoTests {
  /// 100 a year for years 0 and 1 without discounting, half of it cash, for a cost of 150.
  static let simple = Appraisal<Exact>(
    horizonYears: 1, schedule: .flat(0),
    benefits: [
      BenefitCase(
        id: "B1", inputs: Inputs(method: .amount, amount: 100, cashShare: 0.5), isCashable: true)
    ], costs: [CostLine(id: "C1", amount: 150, fromYear: 0, toYear: 0)])

  @Test("CALC-38: each bar moves one thing, the largest swing first; by hand")
  func bars() {
    let tornado = tornado(
      Self.simple,
      over: [
        VariableRange(.cost("C1", .amount), low: 140, high: 160),
        VariableRange(.benefit("B1", .amount), low: 80, high: 130),
        VariableRange(.benefit("B9", .amount), low: 80, high: 130),
        VariableRange(.benefit("B1", .deadweightShare), low: 0.5, high: 0),
      ], of: Target(.npv, in: .whole))
    #expect(tornado.base == .value(50))
    #expect(
      tornado.bars.map(\.range.variable.text) == [
        "benefit/B1/amount", "benefit/B1/deadweightShare", "cost/C1/amount", "benefit/B9/amount",
      ])
    #expect(tornado.bars.map(\.atLow.value) == [10, -50, 60, nil])
    #expect(tornado.bars.map(\.atHigh.value) == [110, 50, 40, nil])
    #expect(tornado.bars.map(\.swing.value) == [100, 100, -20, nil])
    #expect(tornado.bars.map(\.present.value) == [100, 0, 150, nil])
    #expect(tornado.bars[3].swing.reason == "the appraisal has no such row")
  }

  @Test("CALC-38: a bar whose result does not exist says why and stands last")
  func undefined() {
    let tornado = tornado(
      Self.simple,
      over: [
        VariableRange(.costLevel, low: 0, high: 1), VariableRange(.benefitLevel, low: 1, high: 2),
      ], of: Target(.bcr, in: .cash))
    #expect(tornado.bars.map(\.range.variable) == [.benefitLevel, .costLevel])
    #expect(
      tornado.bars[1].swing.reason == "the present value of the costs is not above 0")
    #expect(tornado.bars[1].atHigh == tornado.base)
  }

  @Test("CALC-38: a tornado's base is the figure, in both modes", arguments: Worth.allCases)
  func base(worth: Worth) {
    for seed in UInt64(1)...4 {
      var generator = Generator(seed: seed)
      let appraisal: Appraisal<Exact> = generator.appraisal(benefits: 12, horizon: 6)
      for view in View.allCases {
        let target = Target(worth, in: view)
        let tornado = tornado(appraisal, over: [], of: target)
        #expect(tornado.base == calculate(appraisal).outcome(of: target))
        let fast = Calculator.tornado(appraisal.inDoubles, over: [], of: target)
        #expect((fast.base.value == nil) == (tornado.base.value == nil))
      }
    }
  }

  @Test("CALC-38: the order of rows changes no bar")
  func orderOfRows() {
    var generator = Generator(seed: 5)
    let appraisal: Appraisal<Exact> = generator.appraisal(benefits: 10, horizon: 5)
    var turned = appraisal
    turned.benefits.reverse()
    turned.costs.reverse()
    let ranges = appraisal.ranges(by: 0.1)
    #expect(
      tornado(appraisal, over: ranges, of: Target())
        == tornado(turned, over: ranges.reversed(), of: Target()))
    #expect(Set(turned.ranges(by: 0.1)) == Set(ranges))
  }

  @Test("CALC-38: the ranges offered lie a share to each side; a share stays below the whole")
  func ranges() {
    var appraisal = Self.simple
    appraisal.benefits[0].inputs.startYear = 1
    appraisal.benefits[0].inputs.deadweightShare = 0
    let ranges = appraisal.ranges(by: 0.2).filter {
      if case .benefit = $0.variable { true } else { false }
    }
    #expect(
      ranges == [
        VariableRange(.benefit("B1", .amount), low: 80, high: 120),
        VariableRange(.benefit("B1", .cashShare), low: 0.4, high: 0.6),
      ])
  }

  /// By hand: benefits of 200 (100 in cash) against a cost of 150.
  static let switches: [(variable: Variable, view: View, value: Exact?, words: String?)] = [
    (.benefitLevel, .whole, 0.75, nil), (.benefitLevel, .cash, 1.5, nil),
    (.costLevel, .whole, Exact(4) / 3, nil), (.costLevel, .cash, Exact(2) / 3, nil),
    (.benefit("B1", .amount), .whole, 75, nil), (.benefit("B1", .amount), .cash, 150, nil),
    (.benefit("B1", .deadweightShare), .whole, 0.25, nil),
    (
      .benefit("B1", .deadweightShare), .cash, nil,
      "no value from 0 % to 100 % brings the net present value to 0"
    ),
    (.benefit("B1", .cashShare), .cash, 0.75, nil), (.cost("C1", .amount), .whole, 200, nil),
    (.benefit("B1", .cashShare), .whole, nil, "the net present value does not depend on it"),
    (.discountRate, .whole, 1, nil),
    (
      .discountRate, .cash, Exact(-1) / 2, nil
    ),
    (
      .benefit("B1", .years), .whole, nil, "only whole years can be set, so none need bring it to 0"
    ),
    (.benefit("B1", .volume), .whole, nil, "volume is blank"),
    (.benefit("B9", .volume), .whole, nil, "the appraisal has no such row"),
  ]

  @Test(
    "CALC-39: a switching value is where the net present value is 0, or words", arguments: switches)
  func switching(variable: Variable, view: View, value: Exact?, words: String?) throws {
    let found = switchingValue(of: variable, in: view, of: Self.simple)
    #expect(found.value.reason == words)
    if let value { #expect(agree(try #require(found.value.value).double, value.double)) }
  }

  @Test("CALC-39: the change is a share of the present value")
  func change() {
    let found = switchingValue(of: .benefit("B1", .amount), in: .whole, of: Self.simple)
    #expect(found.change == .value(-0.25) && found.present == .value(100))
    let none = switchingValue(of: .benefit("B1", .deadweightShare), in: .whole, of: Self.simple)
    #expect(none.change.reason == "the present value is 0")
  }

  @Test("CALC-39: several values and jumps over 0 are said in words")
  func several() {
    var appraisal = Self.simple
    // A contact's cost moves two ways: as the channel left behind and as the one reached, squared
    // by nothing; two rates are the plain case of several.
    appraisal.benefits = [
      BenefitCase(id: "B1", inputs: Inputs(method: .amount, amount: 10_000, startYear: 1, years: 1))
    ]
    appraisal.horizonYears = 2
    appraisal.costs = [
      CostLine(id: "C1", amount: 1_600, fromYear: 0, toYear: 0),
      CostLine(id: "C2", amount: 10_000, fromYear: 2, toYear: 2),
    ]
    let rates = switchingValue(of: .discountRate, in: .whole, of: appraisal)
    #expect(rates.value.reason == "2 rates bring the net present value to 0: 25 %, 400 %")
    var posts = Self.simple
    posts.postRule = .whole
    posts.benefits[0].inputs = Inputs(method: .fte, salary: 100, posts: 1, cashShare: 1)
    posts.assumptions.onCostShare = 0
    let jump = switchingValue(of: .benefit("B1", .posts), in: .cash, of: posts)
    #expect(jump.value.reason == "no value from 0 to 100 brings the net present value to 0")
  }

  @Test("CALC-39: a switching value put back brings the net present value to 0")
  func putBack() throws {
    var found = 0
    for seed in UInt64(1)...6 {
      var generator = Generator(seed: seed)
      let appraisal: Appraisal<Exact> = generator.appraisal(benefits: 10, horizon: 5)
      let size = calculate(appraisal).whole.pvBenefits.magnitude.double
      for variable in appraisal.variables where variable != .discountRate {
        let answer = switchingValue(of: variable, in: .whole, of: appraisal)
        guard let value = answer.value.value else {
          #expect(answer.value.reason?.isEmpty == false)
          continue
        }
        let back = calculate(try appraisal.setting([variable: value])).whole.npv.double
        #expect(abs(back) <= 1e-9 * max(size, 1), "\(seed) \(variable.text): \(back)")
        found += 1
      }
    }
    #expect(found > 60)
  }
}
