import Calculator

/// A stream of numbers from a seed (SplitMix64): the same seed gives the same appraisals.
struct Generator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A whole number in a range.
  mutating func whole(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }

  /// True in so many cases of a hundred.
  mutating func chance(_ percent: Int) -> Bool { whole(1...100) <= percent }

  /// Whole hundredths in a range, as a number.
  mutating func hundredths<N: Number>(_ range: ClosedRange<Int>) -> N {
    N(whole(range)) / N(100)
  }

  /// A share in hundredths, or a blank.
  mutating func share<N: Number>() -> N? { chance(30) ? nil : hundredths(0...100) }
}

extension Generator {
  mutating func appraisal<N: Number>(benefits: Int, horizon: Int) -> Appraisal<N> {
    Appraisal(
      horizonYears: horizon,
      channelCosts: [
        ChannelCost(name: "Telephone", cost: hundredths(1...900)),
        ChannelCost(name: "Web", cost: hundredths(1...900)),
      ],
      benefits: (0..<benefits).map { benefit("B\($0)", horizon: horizon) },
      costs: (0..<whole(0...4)).map { number in
        let from = whole(0...horizon)
        return CostLine(
          id: "C\(number)", amount: hundredths(-10_000_00...90_000_00), fromYear: from,
          toYear: from + whole(0...3), optimismBiasShare: hundredths(0...50))
      }, postRule: PostRule.allCases[whole(0...PostRule.allCases.count - 1)])
  }

  private mutating func benefit<N: Number>(_ id: String, horizon: Int) -> BenefitCase<N> {
    BenefitCase(
      id: id, inputs: inputs(horizon: horizon), isCashable: chance(50), accruesToOthers: chance(10),
      labels: Dictionary(
        uniqueKeysWithValues: Dimension.allCases.map { dimension in
          (dimension, (0..<whole(0...3)).map { _ in "label \(whole(1...4))" })
        }))
  }

  private mutating func inputs<N: Number>(horizon: Int) -> Inputs<N> {
    var inputs = Inputs<N>(method: Method.allCases[whole(0...Method.allCases.count - 1)])
    inputs.volume = N(whole(0...20_000))
    inputs.salary = hundredths(15_000_00...60_000_00)
    inputs.hourlyRate = chance(30) ? hundredths(0...40_00) : nil
    inputs.hoursBefore = hundredths(0...500)
    inputs.hoursAfter = hundredths(0...500)
    inputs.unitCostBefore = hundredths(0...90_00)
    inputs.unitCostAfter = hundredths(0...90_00)
    inputs.fromChannel = "Telephone"
    inputs.toChannel = chance(95) ? "Web" : "Fax"
    inputs.avoidableShare = hundredths(0...100)
    inputs.posts = chance(95) ? hundredths(0...900) : nil
    inputs.amount = hundredths(-9_000_00...90_000_00)
    inputs.deadweightShare = share()
    inputs.claimShare = share()
    inputs.optimismBiasShare = share()
    inputs.cashShare = share()
    inputs.dropOffShare = chance(50) ? nil : hundredths(0...30)
    population(&inputs)
    inputs.startYear = chance(20) ? nil : whole(-1...horizon + 1)
    inputs.years = chance(60) ? nil : whole(0...horizon)
    inputs.ramp = (0..<whole(0...5)).map { _ in share() }
    inputs.proxyValue = chance(20) ? hundredths(0...9_000_00) : nil
    return inputs
  }

  private mutating func population<N: Number>(_ inputs: inout Inputs<N>) {
    inputs.confidenceGrade = chance(30) ? whole(0...7) : nil
    guard chance(20) else { return }
    inputs.additionality = .percentagePoint
    inputs.affectedShare = share()
    inputs.engagementShare = share()
    inputs.retentionShare = share()
    inputs.impactShare = chance(90) ? hundredths(0...100) : nil
  }
}
