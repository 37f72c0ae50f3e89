/// Everything worked out from an ``Appraisal``. Nothing here is rounded.
public struct Figures<N: Number>: Sendable {
  /// What the figures were worked out from.
  public let appraisal: Appraisal<N>
  /// Hours a post really works in a year.
  public let productiveHours: Outcome<N>
  /// 0 to the horizon.
  public let years: [Int]
  /// Each benefit, in the appraisal's order.
  public let benefits: [BenefitFigures<N>]
  /// The council's benefits by year, cashable and not; transfers are left out.
  public let benefitTotal: [N]
  /// The cashable part by year.
  public let cashableTotal: [N]
  /// The rest by year.
  public let nonCashableTotal: [N]
  /// Value that reaches others, by year; in no other total.
  public let transferTotal: [N]
  /// Costs by year, with optimism bias.
  public let costTotal: [N]
  /// Benefits less costs by year (the whole view).
  public let netCashFlow: [N]
  /// What a pound in each year is worth at the base.
  public let discountFactors: [N]
  /// What turns the money of each year into that of the base year; 1 where it already is.
  public let priceFactors: [N]
  /// Why nothing can be discounted: money and rate do not go together. Nil when they do.
  public let refusal: String?
  /// Worth with all the council's benefits.
  public let whole: ValueView<N>
  /// Worth with cashable benefits only: the one to lead with.
  public let cash: ValueView<N>
  /// What the reader should know about how blanks and oddities were read.
  public let remarks: [Remark]
}

/// One benefit worked out.
public struct BenefitFigures<N: Number>: Sendable {
  /// Reference of the benefit.
  public let id: String
  /// Pounds an hour; defined for the Time method only.
  public let hourlyCost: Outcome<N>
  /// Pounds a year before ramp, shares and bias.
  public let gross: Outcome<N>
  /// Pounds by year; nil when there is no gross.
  public let net: [N]?
  /// The part of net that leaves a budget.
  public let cashable: [N]?
  /// The rest of net.
  public let nonCashable: [N]?
  /// The share of net counted as cash: the cash share × the part of the posts that counts as
  /// released; 0 for a non-cashable benefit or a transfer.
  public let cashShare: N
  /// The weighted score; defined for scored benefits only.
  public let score: Outcome<Score<N>>
  /// What a scored benefit might be worth, pounds a year; in no total.
  public let proxyValue: N?
  /// The value reaches others and is in no total of the council.
  public let isTransfer: Bool
}

/// A weighted score and how much of it is there.
public struct Score<N: Number>: Sendable, Hashable {
  /// Weighted mean of the scored criteria, 0 to 10.
  public let value: N
  /// How many criteria are scored.
  public let scoredCount: Int
  /// How many there are.
  public let criterionCount: Int
  /// "3 of 4 scored".
  public var words: String { "\(scoredCount) of \(criterionCount) scored" }
}

/// What the benefits of one view are worth against the costs, at the prices of the base year.
public struct ValueView<N: Number>: Sendable {
  /// Benefits by year.
  public let benefits: [N]
  /// Benefits less costs by year.
  public let net: [N]
  /// Present value of the benefits.
  public let pvBenefits: N
  /// Present value of the costs.
  public let pvCosts: N
  /// Present value of benefits less that of costs.
  public let npv: N
  /// Benefits for each pound of cost, in present values.
  public let bcr: Outcome<N>
  /// Gain for each pound of cost, in present values.
  public let roi: Outcome<N>
  /// Years until the running net first reaches 0.
  public let paybackYears: Outcome<N>
  /// The same with discounted flows.
  public let discountedPaybackYears: Outcome<N>
  /// Years until the running net reaches 0 and stays there to the horizon.
  public let sustainedPaybackYears: Outcome<N>
  /// The yearly sum over years 1 to the horizon with the same present value as the costs.
  public let equivalentAnnualCost: Outcome<N>
  /// The one rate at which the net present value is 0; undefined when none or several.
  public let irr: Outcome<Double>
  /// Every such rate above -100 % and up to 1,000 %, rising.
  public let irrRoots: [Double]
}
