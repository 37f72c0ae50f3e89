/// What a person typed for one benefit. `nil` is a blank, which is not the same as 0.
public struct Inputs<N: Number>: Sendable, Hashable {
  /// How the benefit is measured.
  public var method: Method
  /// Cases, units, contacts or claimants a year.
  public var volume: N?
  /// Salary of the post, pounds a year.
  public var salary: N?
  /// Cost of an hour, pounds; replaces the one worked out from the salary.
  public var hourlyRate: N?
  /// Hours for each case before the change.
  public var hoursBefore: N?
  /// Hours for each case after the change.
  public var hoursAfter: N?
  /// Cost of a unit before the change, pounds.
  public var unitCostBefore: N?
  /// Cost of a unit after the change, pounds.
  public var unitCostAfter: N?
  /// Share of contacts that can be avoided, a fraction.
  public var avoidableShare: N?
  /// Posts released, full-time equivalents.
  public var posts: N?
  /// Pounds a year; for take-up, pounds for each claimant.
  public var amount: N?
  /// Channel that contacts leave (or that avoided contacts would have used).
  public var fromChannel: String?
  /// Channel that contacts move to.
  public var toChannel: String?
  /// How what would have happened anyway is taken out.
  public var additionality: Additionality
  /// Share of the population that the change touches, a fraction; blank is the whole.
  public var affectedShare: N?
  /// Share of those touched who take part, a fraction; blank is the whole.
  public var engagementShare: N?
  /// Share of those taking part who stay, a fraction; blank is the whole.
  public var retentionShare: N?
  /// Share of those who stay for whom it works, a fraction.
  public var impactShare: N?
  /// Share that would have happened anyway, a fraction; blank is 0.
  public var deadweightShare: N?
  /// Share this council claims, a fraction; blank is the whole.
  public var claimShare: N?
  /// Correction for optimism, a fraction; blank is that of the confidence grade, else 0.
  public var optimismBiasShare: N?
  /// How sure the figures are, from 1 (surest): a row of the appraisal's ``ConfidenceTable``.
  public var confidenceGrade: Int?
  /// Share of a cashable benefit that really leaves a budget; blank is the whole, with a remark.
  public var cashShare: N?
  /// Share lost each year after the first, a fraction; blank is 0.
  public var dropOffShare: N?
  /// First year of the benefit, counted from the base year; blank is 0.
  public var startYear: Int?
  /// How many years it lasts; blank is to the horizon.
  public var years: Int?
  /// Shares reached in the first, second, ... year; the last one holds on.
  public var ramp: [N?]
  /// What a scored benefit might be worth, pounds a year: shown apart, in no total.
  public var proxyValue: N?

  /// Everything but the method is blank unless given.
  public init(
    method: Method, volume: N? = nil, salary: N? = nil, hourlyRate: N? = nil,
    hoursBefore: N? = nil, hoursAfter: N? = nil, unitCostBefore: N? = nil,
    unitCostAfter: N? = nil, avoidableShare: N? = nil, posts: N? = nil, amount: N? = nil,
    fromChannel: String? = nil, toChannel: String? = nil,
    additionality: Additionality = .proportional, affectedShare: N? = nil,
    engagementShare: N? = nil, retentionShare: N? = nil, impactShare: N? = nil,
    deadweightShare: N? = nil, claimShare: N? = nil, optimismBiasShare: N? = nil,
    confidenceGrade: Int? = nil, cashShare: N? = nil, dropOffShare: N? = nil,
    startYear: Int? = nil, years: Int? = nil, ramp: [N?] = [], proxyValue: N? = nil
  ) {
    self.method = method
    self.volume = volume
    self.salary = salary
    self.hourlyRate = hourlyRate
    self.hoursBefore = hoursBefore
    self.hoursAfter = hoursAfter
    self.unitCostBefore = unitCostBefore
    self.unitCostAfter = unitCostAfter
    self.avoidableShare = avoidableShare
    self.posts = posts
    self.amount = amount
    self.fromChannel = fromChannel
    self.toChannel = toChannel
    self.additionality = additionality
    self.affectedShare = affectedShare
    self.engagementShare = engagementShare
    self.retentionShare = retentionShare
    self.impactShare = impactShare
    self.deadweightShare = deadweightShare
    self.claimShare = claimShare
    self.optimismBiasShare = optimismBiasShare
    self.confidenceGrade = confidenceGrade
    self.cashShare = cashShare
    self.dropOffShare = dropOffShare
    self.startYear = startYear
    self.years = years
    self.ramp = ramp
    self.proxyValue = proxyValue
  }
}
