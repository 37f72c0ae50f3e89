import Calculator
import Foundation
import Testing

@Suite("Simulation")
struct SimulationTests {
  /// Random123, tests/kat_vectors, the lines "philox4x32 10": counter, key, result.
  @Test(
    "CALC-40: Philox 4x32-10 gives its authors' figures",
    arguments: [
      (
        SIMD4<UInt32>(0, 0, 0, 0), SIMD2<UInt32>(0, 0),
        SIMD4<UInt32>(0x6627_e8d5, 0xe169_c58d, 0xbc57_ac4c, 0x9b00_dbd8)
      ),
      (
        SIMD4(repeating: UInt32.max), SIMD2(repeating: UInt32.max),
        SIMD4(0x408f_276d, 0x41c8_3b0e, 0xa20b_c7c6, 0x6d54_51fd)
      ),
      (
        SIMD4(0x243f_6a88, 0x85a3_08d3, 0x1319_8a2e, 0x0370_7344), SIMD2(0xa409_3822, 0x299f_31d0),
        SIMD4(0xd16c_fe09, 0x94fd_cceb, 0x5001_e420, 0x2412_6ea1)
      ),
    ])
  func philox(counter: SIMD4<UInt32>, key: SIMD2<UInt32>, result: SIMD4<UInt32>) {
    #expect(Philox.block(counter, key: key) == result)
  }

  /// G. Fowler, L. C. Noll, K.-P. Vo: test vectors of the 64-bit FNV-1a.
  @Test(
    "CALC-40: a stream is the FNV-1a of a name",
    arguments: [
      ("", 0xcbf2_9ce4_8422_2325), ("a", 0xaf63_dc4c_8601_ec8c), ("foobar", 0x8594_4171_f739_67e8),
    ] as [(String, UInt64)])
  func streams(name: String, stream: UInt64) {
    #expect(Philox.stream(of: name) == stream)
  }

  static func appraisal() -> Appraisal<Double> {
    Appraisal(
      benefits: [
        BenefitCase(
          id: "B1", inputs: Inputs(method: .amount, amount: 15_000, cashShare: 0.5),
          isCashable: true),
        BenefitCase(
          id: "B2",
          inputs: Inputs(
            method: .unit, volume: 900, unitCostBefore: 125, unitCostAfter: 100,
            deadweightShare: 0.1, cashShare: 1, startYear: 1), isCashable: true),
        BenefitCase(
          id: "B3",
          inputs: Inputs(
            method: .time, volume: 100, hourlyRate: 20, hoursBefore: 1.5, hoursAfter: 1)
        ),
        BenefitCase(id: "B4", inputs: Inputs(method: .takeUp, volume: 9_000, amount: 9_000)),
      ],
      costs: [
        CostLine(id: "C1", amount: 120_000, fromYear: 0, toYear: 0, optimismBiasShare: 0.1)
      ])
  }

  static let triangles = [
    Triangle(.discountRate, low: 0.035, mode: 0.035, high: 0.035),
    Triangle(.benefit("B1", .amount), low: 10_000, mode: 15_000, high: 30_000),
    Triangle(.benefit("B2", .volume), low: 500, mode: 900, high: 1_000),
    Triangle(.benefit("B2", .deadweightShare), low: 0, mode: 0.1, high: 0.4),
    Triangle(.cost("C1", .amount), low: 120_000, mode: 120_000, high: 260_000),
  ]

  /// What an independent program gives: see Tests/Fixtures/simulation/simulation.py.
  struct Expected: Decodable {
    struct Run: Decodable { let cash, whole: Double }
    struct Summary: Decodable {
      let mean, standardDeviation, lowest, highest, shareBelowZero: Double
      let percentiles: [String: Double]
      let bins: [Int]
    }
    let seed: UInt64
    let runs: Int
    let first: [Run]
    let cash: Summary
    let whole: Summary
  }

  private func expected() throws -> Expected {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../Fixtures/simulation/simulation.expected.json")
    return try JSONDecoder().decode(Expected.self, from: Data(contentsOf: file))
  }

  @Test("CALC-40, CALC-41 and CALC-42: every figure is that of an independent program")
  func independent() throws {
    let expected = try expected()
    let simulation = try Simulation(
      of: Self.appraisal(), varying: Self.triangles, seed: expected.seed)
    let trials = simulation.run(0..<expected.runs)
    for (ours, theirs) in zip(trials.values, expected.first) {
      #expect(agree(ours.cash, theirs.cash) && agree(ours.whole, theirs.whole))
    }
    try compare(trials.distribution(in: .cash), expected.cash)
    try compare(trials.distribution(in: .whole), expected.whole)
  }

  private func compare(_ ours: Distribution?, _ theirs: Expected.Summary) throws {
    let ours = try #require(ours)
    #expect(agree(ours.mean, theirs.mean))
    #expect(agree(ours.standardDeviation, theirs.standardDeviation))
    #expect(agree(ours.lowest, theirs.lowest) && agree(ours.highest, theirs.highest))
    #expect(ours.shareBelowZero == theirs.shareBelowZero && ours.undefinedRuns == 0)
    for (percent, value) in theirs.percentiles {
      #expect(agree(ours.percentile(try #require(Double(percent)) / 100), value), "\(percent)")
    }
    #expect(ours.bins(theirs.bins.count).map(\.runs) == theirs.bins)
  }

  @Test("CALC-40: the same seed gives the same bytes, whatever the order of rows and of variables")
  func sameBytes() throws {
    let once = try Simulation(of: Self.appraisal(), varying: Self.triangles, seed: 7).run(0..<300)
    var turned = Self.appraisal()
    turned.benefits.reverse()
    turned.costs.reverse()
    let again = try Simulation(of: turned, varying: Self.triangles.reversed(), seed: 7).run(0..<300)
    #expect(once.values.map(\.bits) == again.values.map(\.bits))
    let other = try Simulation(of: Self.appraisal(), varying: Self.triangles, seed: 8).run(0..<300)
    #expect(zip(once.values, other.values).allSatisfy { $0.bits != $1.bits })
  }

  @Test("CALC-40: runs may be split and merged in any way")
  func splits() async throws {
    let simulation = try Simulation(of: Self.appraisal(), varying: Self.triangles, seed: 7)
    let whole = simulation.run(0..<300)
    var merged = Trials()
    for part in [200..<300, 0..<1, 1..<1, 1..<120, 120..<200] { merged.merge(simulation.run(part)) }
    #expect(merged.count == 300 && merged.values == whole.values)
    #expect(merged.distribution(in: .cash) == whole.distribution(in: .cash))
    let parallel = await withTaskGroup(of: Trials.self) { group in
      for part in 0..<10 { group.addTask { simulation.run(part * 30..<part * 30 + 30) } }
      return await group.reduce(into: Trials()) { $0.merge($1) }
    }
    #expect(parallel.values == whole.values)
  }

  @Test("CALC-40: a simulation in which nothing varies gives the figure itself")
  func constant() throws {
    for seed in UInt64(1)...6 {
      var generator = Generator(seed: seed)
      let appraisal: Appraisal<Double> = generator.appraisal(benefits: 30, horizon: 6)
      let constants = appraisal.variables.filter { !$0.isWhole }.map { variable in
        let value = appraisal.value(of: variable).value ?? .nan
        return Triangle(variable, low: value, mode: value, high: value)
      }
      let figures = calculate(appraisal)
      for triangles in [[], constants] {
        let trials = try Simulation(of: appraisal, varying: triangles, seed: seed).run(0..<2)
        #expect(trials.values[0] == trials.values[1])
        let size =
          1e-9 * max(figures.whole.pvBenefits.magnitude, figures.whole.pvCosts.magnitude, 1)
        #expect(abs(trials.values[0].whole - figures.whole.npv) <= size)
        #expect(abs(trials.values[0].cash - figures.cash.npv) <= size)
      }
    }
  }

  /// Share of the distribution and value for lowest 0, likeliest 2, highest 10; by hand from the
  /// areas: 0.2 lies left of the likeliest.
  @Test(
    "CALC-41: a triangle is drawn by the share of its area",
    arguments: [(0, 0), (0.05, 1), (0.2, 2), (0.8, 6), (0.95, 8), (1, 10)] as [(Double, Double)])
  func triangle(share: Double, value: Double) {
    #expect(agree(Triangle(.costLevel, low: 0, mode: 2, high: 10).value(at: share), value))
    #expect(Triangle(.costLevel, low: 4, mode: 4, high: 4).value(at: share) == 4)
    #expect(agree(Triangle(.costLevel, low: -10, mode: -2, high: 0).value(at: 1 - share), -value))
  }

  static let refusals: [(triangles: [Triangle], because: String)] = [
    ([Triangle(.costLevel, low: 2, mode: 1, high: 3)], order),
    ([Triangle(.costLevel, low: 0, mode: 4, high: 3)], order),
    ([Triangle(.costLevel, low: .nan, mode: 1, high: 3)], "the values are no numbers"),
    ([Triangle(.costLevel, low: 0, mode: 1, high: .infinity)], "the values are no numbers"),
    (
      [Triangle(.benefit("B1", .years), low: 1, mode: 2, high: 3)], "only whole years can be set"
    ),
    (
      [Triangle(.benefit("B9", .volume), low: 1, mode: 2, high: 3)],
      "the appraisal has no such row"
    ),
    (
      [
        Triangle(.costLevel, low: 1, mode: 1, high: 1),
        Triangle(.costLevel, low: 1, mode: 2, high: 3),
      ], "it stands twice"
    ),
  ]
  static let order = "the likeliest value does not lie between the lowest and the highest"

  @Test("CALC-41: a triangle that cannot be drawn is refused in words", arguments: refusals)
  func refuses(triangles: [Triangle], because: String) {
    let name = triangles[0].variable.text
    #expect(throws: VariableRefusal(variable: name, because: because)) {
      try Simulation(of: Self.appraisal(), varying: triangles, seed: 1)
    }
  }

  @Test("CALC-42: percentiles are inclusive, as a spreadsheet's PERCENTILE.INC")
  func percentiles() throws {
    // The spreadsheet references' own example, {1, 2, 3, 4} at 0.3, is 1.9.
    let four = try #require(Distribution(of: [3, 1, 4, 2]))
    #expect(agree(four.percentile(0.3), 1.9))
    #expect(four.percentile(-1) == 1 && four.percentile(0) == 1 && four.percentile(2) == 4)
    #expect(agree(four.standardDeviation, (5.0 / 3).squareRoot()))
    let one = try #require(Distribution(of: [-5]))
    #expect(one.percentile(0.3) == -5 && one.standardDeviation == 0 && one.shareBelowZero == 1)
    #expect(one.bins(9) == [HistogramBin(from: -5, to: -5, runs: 1)])
  }

  @Test("CALC-42: bars are equal, hold every run once, and end at the highest")
  func bins() throws {
    let distribution = try #require(Distribution(of: [0, 1, 2, 3, 4, 10, 10]))
    #expect(
      distribution.bins(5) == [
        HistogramBin(from: 0, to: 2, runs: 2), HistogramBin(from: 2, to: 4, runs: 2),
        HistogramBin(from: 4, to: 6, runs: 1), HistogramBin(from: 6, to: 8, runs: 0),
        HistogramBin(from: 8, to: 10, runs: 2),
      ])
    #expect(
      distribution.bins(.max).count == Limit.histogramBins && distribution.bins(-3).count == 1)
  }

  @Test("CALC-42: runs without a figure are counted and left out")
  func undefined() throws {
    let distribution = try #require(Distribution(of: [1, .nan, 3, .infinity]))
    #expect(distribution.runs == 2 && distribution.undefinedRuns == 2 && distribution.mean == 2)
    #expect(Distribution(of: []) == nil && Distribution(of: [.nan]) == nil)
    var refused = Self.appraisal()
    refused.prices.flows = .nominal
    let simulation = try Simulation(of: refused, varying: [], seed: 1)
    #expect(simulation.refusal != nil && simulation.run(0..<3).distribution(in: .cash) == nil)
  }

  @Test("CALC-40: runs beyond the limit are left out, and nothing traps")
  func limits() throws {
    let simulation = try Simulation(of: Self.appraisal(), varying: [], seed: 1)
    #expect(simulation.run(-5..<3).count == 3)
    #expect(simulation.run(Int.max - 5..<Int.max).count == 0)
  }
}

extension NetPresentValue {
  fileprivate var bits: [UInt64] { [cash.bitPattern, whole.bitPattern] }
}
