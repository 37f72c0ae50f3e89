import Calculator
import Testing

@Suite("What holds for any appraisal")
struct PropertyTests {
  static let seeds = Array(UInt64(1)...40)

  private func figures(_ seed: UInt64) -> Figures<Exact> {
    var generator = Generator(seed: seed)
    return calculate(generator.appraisal(benefits: 25, horizon: 1 + Int(seed % 12)))
  }

  private func sum(_ rows: [[Exact]], _ years: [Int]) -> [Exact] {
    rows.reduce(years.map { _ in 0 }) { zip($0, $1).map { $0 + $1 } }
  }

  @Test(
    "CALC-20 and CALC-26: totals foot, and cashable and non-cashable make the net, exactly",
    arguments: seeds)
  func foots(seed: UInt64) {
    let all = figures(seed)
    for benefit in all.benefits {
      guard let net = benefit.net, let cash = benefit.cashable, let rest = benefit.nonCashable
      else { continue }
      #expect(sum([cash, rest], all.years) == net)
    }
    let own = all.benefits.filter { !$0.isTransfer }
    #expect(sum(own.compactMap(\.net), all.years) == all.benefitTotal)
    #expect(sum(own.compactMap(\.cashable), all.years) == all.cashableTotal)
    #expect(sum(own.compactMap(\.nonCashable), all.years) == all.nonCashableTotal)
    #expect(sum([all.cashableTotal, all.nonCashableTotal], all.years) == all.benefitTotal)
    #expect(
      sum(all.benefits.filter(\.isTransfer).compactMap(\.net), all.years) == all.transferTotal)
    #expect(sum([all.netCashFlow, all.costTotal], all.years) == all.benefitTotal)
    #expect(all.whole.pvBenefits - all.whole.pvCosts == all.whole.npv)
  }

  @Test("CALC-20, CALC-26 and CALC-31: the parts of 10,000 random rows foot to the totals, exactly")
  func tenThousandRows() {
    var generator = Generator(seed: 10_000)
    let all: Figures<Exact> = calculate(generator.appraisal(benefits: 10_000, horizon: 4))
    for benefit in all.benefits {
      guard let net = benefit.net, let cash = benefit.cashable, let rest = benefit.nonCashable
      else { continue }
      #expect(zip(cash, rest).map { $0 + $1 } == net)
    }
    let own = all.benefits.filter { !$0.isTransfer }
    #expect(sum(own.compactMap(\.net), all.years) == all.benefitTotal)
    #expect(sum(own.compactMap(\.cashable), all.years) == all.cashableTotal)
    #expect(sum([all.cashableTotal, all.nonCashableTotal], all.years) == all.benefitTotal)
    for dimensions in [[], [Dimension.council], [.service, .status]] {
      let rows = all.pivot(dimensions)
      #expect(sum(rows.map(\.net), all.years) == all.benefitTotal)
      #expect(sum(rows.map(\.cashable), all.years) == all.cashableTotal)
      #expect(sum(rows.map(\.nonCashable), all.years) == all.nonCashableTotal)
      #expect(sum(rows.map(\.transfers), all.years) == all.transferTotal)
    }
  }

  @Test("CALC-2: the order of rows changes no figure, exactly", arguments: seeds)
  func orderOfRows(seed: UInt64) {
    var generator = Generator(seed: seed)
    let appraisal: Appraisal<Exact> = generator.appraisal(benefits: 25, horizon: 6)
    var shuffled = appraisal
    shuffled.benefits.shuffle(using: &generator)
    shuffled.costs.shuffle(using: &generator)
    let (first, second) = (calculate(appraisal), calculate(shuffled))
    #expect(first.benefitTotal == second.benefitTotal)
    #expect(first.cashableTotal == second.cashableTotal)
    #expect(first.transferTotal == second.transferTotal)
    #expect(first.costTotal == second.costTotal)
    for view in View.allCases {
      for worth in Worth.allCases {
        let target = Target(worth, in: view)
        #expect(first.outcome(of: target) == second.outcome(of: target))
      }
    }
    let rows = { (figures: Figures<Exact>) in Set(figures.pivot([.service, .status])) }
    let labels = { (rows: Set<PivotRow<Exact>>) in
      Set(rows.map { $0.labels.map { $0.lowercased() } })
    }
    #expect(labels(rows(first)) == labels(rows(second)))
  }

  @Test("CALC-31: a pivot by any dimensions adds up to the totals, exactly", arguments: seeds)
  func pivotsReconcile(seed: UInt64) {
    let all = figures(seed)
    var generator = Generator(seed: seed)
    for _ in 0..<6 {
      let dimensions = Dimension.allCases.filter { _ in generator.chance(30) }
      let rows = all.pivot(dimensions)
      #expect(Set(rows.map(\.labels)).count == rows.count)
      #expect(sum(rows.map(\.net), all.years) == all.benefitTotal)
      #expect(sum(rows.map(\.cashable), all.years) == all.cashableTotal)
      #expect(sum(rows.map(\.nonCashable), all.years) == all.nonCashableTotal)
      #expect(sum(rows.map(\.transfers), all.years) == all.transferTotal)
    }
  }

  @Test("CALC-2: exact and double figures agree to nine digits", arguments: seeds)
  func modesAgree(seed: UInt64) {
    var generator = Generator(seed: seed)
    let horizon = 1 + Int(seed % 12)
    let fast: Figures<Double> = calculate(generator.appraisal(benefits: 25, horizon: horizon))
    let exact = figures(seed)
    for (ours, theirs) in zip(exact.benefits, fast.benefits) {
      #expect(ours.gross.reason == theirs.gross.reason)
      #expect(zip(ours.net ?? [], theirs.net ?? []).allSatisfy { agree($0.double, $1) })
    }
    #expect(zip(exact.netCashFlow, fast.netCashFlow).allSatisfy { close($0.double, $1) })
    #expect(close(exact.whole.npv.double, fast.whole.npv))
    #expect(close(exact.cash.npv.double, fast.cash.npv))
    #expect(exact.remarks.map(\.code) == fast.remarks.map(\.code))
  }

  @Test("CALC-2: an appraisal turned into doubles loses nothing but digits", arguments: seeds)
  func turnsIntoDoubles(seed: UInt64) throws {
    var (exact, fast) = (Generator(seed: seed), Generator(seed: seed))
    var appraisal: Appraisal<Exact> = exact.appraisal(benefits: 25, horizon: 5)
    var wanted: Appraisal<Double> = fast.appraisal(benefits: 25, horizon: 5)
    try appraisal.set(.benefitLevel, to: 0.5)
    try wanted.set(.benefitLevel, to: 0.5)
    try appraisal.set(.costLevel, to: 2)
    try wanted.set(.costLevel, to: 2)
    appraisal.confidence.shares = [0.25]
    wanted.confidence.shares = [0.25]
    appraisal.prices = Prices(
      flows: .nominal, baseYear: 2005,
      deflator: DeflatorTable(name: "a", source: "b", published: "c", indexes: [2005: 0.5]))
    wanted.prices = Prices(
      flows: .nominal, baseYear: 2005,
      deflator: DeflatorTable(name: "a", source: "b", published: "c", indexes: [2005: 0.5]))
    #expect(isSame(appraisal.inDoubles, wanted))
  }

  /// Compares every stored property, numbers to nine digits.
  private func isSame(_ left: Any, _ right: Any) -> Bool {
    if let left = left as? Double, let right = right as? Double { return agree(left, right) }
    let (ours, theirs) = (Mirror(reflecting: left).children, Mirror(reflecting: right).children)
    guard !ours.isEmpty, ours.count == theirs.count else {
      return "\(left)" == "\(right)"
    }
    if left is [Dimension: [String]] { return true }
    return zip(ours, theirs).allSatisfy { isSame($0.value, $1.value) }
  }

  /// Differences of large sums: a millionth of a pound is the limit.
  private func close(_ left: Double, _ right: Double) -> Bool {
    agree(left, right) || abs(left - right) < 1e-6
  }

  @Test("CALC-11 and CALC-22: four times the money is four times every figure", arguments: seeds)
  func scales(seed: UInt64) {
    var generator = Generator(seed: seed)
    var appraisal: Appraisal<Exact> = generator.appraisal(benefits: 25, horizon: 6)
    appraisal.benefits = appraisal.benefits.filter { $0.inputs.method == .amount }
    let once = calculate(appraisal)
    for place in appraisal.benefits.indices {
      appraisal.benefits[place].inputs.amount = appraisal.benefits[place].inputs.amount.map {
        $0 * 4
      }
    }
    for place in appraisal.costs.indices {
      appraisal.costs[place].amount = appraisal.costs[place].amount * 4
    }
    let fourfold = calculate(appraisal)
    #expect(
      zip(once.netCashFlow, fourfold.netCashFlow).allSatisfy { agree(($0 * 4).double, $1.double) })
    #expect(agree((once.whole.npv * 4).double, fourfold.whole.npv.double))
    #expect(agree(once.whole.bcr.value?.double ?? 0, fourfold.whole.bcr.value?.double ?? 0))
    #expect(once.whole.irrRoots.count == fourfold.whole.irrRoots.count)
  }

  @Test("CALC-32: every working of any appraisal holds", arguments: seeds)
  func workingsHold(seed: UInt64) throws {
    let all = figures(seed)
    for benefit in all.benefits {
      _ = try Formula.check(#require(all.working(ofBenefit: benefit.id)))
    }
    for view in View.allCases {
      for year in all.years { _ = try Formula.check(#require(all.working(ofYear: year, in: view))) }
      for worth in Worth.allCases { _ = try Formula.check(all.working(of: worth, in: view)) }
    }
  }
}

@Suite("Hostile input")
struct HostileTests {
  static let numbers: [Exact] = [
    0, -1, Exact(Int.max), Exact(Int.min), Exact(10).power(15), Exact(10).power(19),
    -Exact(10).power(20), .notFinite, Exact(text: "0.000000000000000001") ?? 0,
  ]
  static let wholes = [0, 1, -1, 5, 500, Int.max, Int.min, Int.max - 1, Int.min + 1]

  @Test(
    "CALC-2 and CALC-15: no number and no year traps, and what exists is finite",
    arguments: Method.allCases)
  func nothingTraps(method: Method) {
    for number in Self.numbers {
      for whole in Self.wholes {
        let exact = calculate(appraisal(method, number, whole))
        let fast = calculate(appraisal(method, number.double, whole))
        for benefit in exact.benefits {
          for flows in [benefit.net, benefit.cashable, benefit.nonCashable] {
            #expect(flows?.allSatisfy(\.isFinite) != false)
          }
          #expect(benefit.hourlyCost.value?.isFinite != false)
          #expect(benefit.gross.value?.isFinite != false)
        }
        #expect(fast.benefits.allSatisfy { $0.net?.allSatisfy(\.isFinite) != false })
        _ = exact.pivot(Dimension.allCases)
        _ = exact.working(ofBenefit: "B1")
        for worth in Worth.allCases {
          #expect(!exact.working(of: worth, in: .cash).shown.isEmpty)
        }
      }
    }
  }

  private func appraisal<N: Number>(_ method: Method, _ number: N, _ whole: Int) -> Appraisal<N> {
    let inputs = Inputs<N>(
      method: method, volume: number, salary: number, hourlyRate: whole == 1 ? number : nil,
      hoursBefore: number, hoursAfter: -number, unitCostBefore: number, unitCostAfter: -number,
      avoidableShare: number, posts: number, amount: number, fromChannel: "a", toChannel: "b",
      deadweightShare: number, claimShare: number, optimismBiasShare: number, cashShare: number,
      dropOffShare: number, startYear: whole, years: whole == 5 ? nil : whole,
      ramp: [number, nil, number])
    return Appraisal(
      horizonYears: 3, schedule: .flat(number),
      channelCosts: [ChannelCost(name: "a", cost: number), ChannelCost(name: "b", cost: -number)],
      benefits: [
        BenefitCase(
          id: "B1", inputs: inputs, isCashable: true,
          criteria: [Criterion(name: "c", weight: number, score: number)])
      ],
      costs: [
        CostLine(
          id: "C1", amount: number, fromYear: whole, toYear: Int.max, optimismBiasShare: number)
      ])
  }

  @Test("CALC-2: a benefit too large to hold is left out of the totals, with a remark")
  func tooLarge() throws {
    let vast = Inputs<Exact>(
      method: .unit, volume: Exact(10).power(19), unitCostBefore: 100, unitCostAfter: 0)
    let all = try figures(vast).all
    #expect(all.benefits[0].gross.reason?.hasPrefix("it is too large") == true)
    #expect(all.benefitTotal.allSatisfy { $0 == 0 })
    #expect(all.remarks.contains { $0.code == .noGross })
    let growing = Inputs<Exact>(method: .amount, amount: Exact(10).power(19), dropOffShare: -9)
    #expect(try figures(growing).all.remarks.contains { $0.code == .tooLarge })
    let split = Inputs<Exact>(method: .amount, amount: Exact(10).power(19), cashShare: 1_000)
    let result = try figures(split, isCashable: true)
    #expect(result.benefit.net == nil && result.benefit.cashable == nil)
    #expect(result.all.benefitTotal.allSatisfy { $0 == 0 })
  }
}
