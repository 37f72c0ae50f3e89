/// Which discount rate holds in which year.
public enum RateSchedule<N: Number>: Sendable, Hashable {
  /// One rate for every year, a fraction.
  case flat(N)
  /// The Green Book's standard rates, falling from 3.5 %.
  case standard
  /// The rates for health, falling from 1.5 %.
  case health
  /// The reduced rates for sensitivity over long horizons, falling from 3 %.
  case reduced
}

/// Everything the engine needs to work out a council's figures.
public struct Appraisal<N: Number>: Sendable, Hashable {
  /// Last year, counted from the base year 0; 1 to ``Limit/horizonYears``.
  public var horizonYears: Int
  /// When flows fall.
  public var convention: Convention
  /// The discount rates.
  public var schedule: RateSchedule<N>
  /// What all benefits share.
  public var assumptions: Assumptions<N>
  /// What a contact costs by each channel.
  public var channelCosts: [ChannelCost<N>]
  /// The benefits, in the order they will be reported.
  public var benefits: [BenefitCase<N>]
  /// What it costs.
  public var costs: [CostLine<N>]
  /// Whether money and rate carry inflation, and the deflator that takes it out.
  public var prices: Prices<N>
  /// The corrections that confidence grades stand for.
  public var confidence: ConfidenceTable<N>
  /// Which part of a post counts as released, for cash.
  public var postRule: PostRule
  /// All benefits times this; 1 is as stated.
  public var benefitLevel: N
  /// All costs times this; 1 is as stated.
  public var costLevel: N

  /// Five years, Green Book convention and the assumptions' flat rate unless given.
  public init(
    horizonYears: Int = 5, convention: Convention = .yearZero,
    schedule: RateSchedule<N>? = nil, assumptions: Assumptions<N> = .standard,
    channelCosts: [ChannelCost<N>] = [], benefits: [BenefitCase<N>] = [],
    costs: [CostLine<N>] = [], prices: Prices<N> = Prices(),
    confidence: ConfidenceTable<N> = .standard, postRule: PostRule = .any
  ) {
    self.horizonYears = horizonYears
    self.convention = convention
    self.schedule = schedule ?? .flat(assumptions.discountRate)
    self.assumptions = assumptions
    self.channelCosts = channelCosts
    self.benefits = benefits
    self.costs = costs
    self.prices = prices
    self.confidence = confidence
    self.postRule = postRule
    benefitLevel = .one
    costLevel = .one
  }
}
