/// How an appraisal's money and its discount rate are stated. The two never mix: real money is
/// discounted at a real rate, nominal money at a nominal one or after the deflator.
public struct Prices<N: Number>: Sendable, Hashable {
  /// How benefits and costs are stated.
  public var flows: PriceTerms
  /// What the flat discount rate is; the published schedules are always real.
  public var rate: PriceTerms
  /// The calendar year in which year 0 begins: 2005 is 2005/06.
  public var baseYear: Int?
  /// What takes the inflation out of nominal money.
  public var deflator: DeflatorTable<N>?

  /// All real unless given.
  public init(
    flows: PriceTerms = .real, rate: PriceTerms = .real, baseYear: Int? = nil,
    deflator: DeflatorTable<N>? = nil
  ) {
    self.flows = flows
    self.rate = rate
    self.baseYear = baseYear
    self.deflator = deflator
  }
}

extension Appraisal {
  /// True when nominal money is turned into that of the base year before it is discounted.
  var isDeflated: Bool { prices.flows == .nominal && prices.rate == .real }

  /// What a pound of each year 0 to the horizon is at the prices of the base year, or why money
  /// and rate do not go together.
  func priceFactors(horizon: Int) throws(Undefined) -> [N] {
    if prices.rate == .nominal, schedule.isPublished {
      throw Undefined(because: "the published discount rates are real, not nominal")
    }
    guard isDeflated else {
      guard prices.flows == prices.rate else {
        throw Undefined(
          because: "money at the prices of the base year cannot be discounted at a nominal rate")
      }
      return Array(repeating: .one, count: horizon + 1)
    }
    guard let deflator = prices.deflator else {
      throw Undefined(
        because: "money at the prices of each year cannot be discounted at a real rate: it needs "
          + "a deflator, or a nominal rate")
    }
    guard let baseYear = prices.baseYear else {
      throw Undefined(because: "the base year is not known, so money cannot be deflated")
    }
    return try deflator.factors(baseYear: baseYear, horizon: horizon)
  }
}

extension RateSchedule {
  /// True for the schedules that the Treasury publishes, which are real.
  var isPublished: Bool { if case .flat = self { false } else { true } }
}
