extension Variable {
  /// What it is, for people: "volume of B001".
  public var label: String {
    switch self {
    case .discountRate: "discount rate"
    case .benefitLevel: "all benefits"
    case .costLevel: "all costs"
    case .assumption(let input): input.label
    case .channel(let name): "cost of a contact by \(name)"
    case .benefit(let id, let input): "\(input.label) of \(id)"
    case .cost(let id, let input): "\(input.label) of \(id)"
    }
  }

  /// What it is counted in; "share" is a fraction, to be shown as a percentage, and "level" is 1
  /// where things are as stated.
  public var unit: String { kind.rawValue }

  /// Whole numbers only.
  public var isWhole: Bool {
    if case .benefit(_, let input) = self { input.isWhole } else { false }
  }

  /// A value with its unit, rounded for showing.
  public func shown(_ value: some Number) -> String { kind.shown(value) }

  var kind: Unit {
    switch self {
    case .discountRate: .share
    case .benefitLevel, .costLevel: .level
    case .assumption(let input): input.unit
    case .channel: .poundsEach
    case .benefit(_, let input): input.unit
    case .cost(_, let input): input == .amount ? .poundsPerYear : .share
    }
  }
}

extension CostInput {
  /// Its name in the workings.
  public var label: String { self == .amount ? "amount" : "optimism bias" }
}

extension BenefitInput {
  /// Its name in the workings.
  public var label: String {
    switch self {
    case .volume: "volume"
    case .salary: "salary"
    case .hourlyRate: "hourly rate"
    case .hoursBefore: "hours before"
    case .hoursAfter: "hours after"
    case .unitCostBefore: "unit cost before"
    case .unitCostAfter: "unit cost after"
    case .avoidableShare: "avoidable share"
    case .posts: "posts"
    case .amount: "amount"
    case .startYear: "first year"
    case .years: "years it lasts"
    default: shareLabel
    }
  }

  private var shareLabel: String {
    switch self {
    case .affectedShare: "affected share"
    case .engagementShare: "engagement"
    case .retentionShare: "retention"
    case .impactShare: "impact"
    case .deadweightShare: "deadweight"
    case .claimShare: "claim share"
    case .optimismBiasShare: "optimism bias"
    case .cashShare: "cash share"
    case .dropOffShare: "drop-off"
    default: rampPlace.map { "ramp share \($0 + 1)" } ?? rawValue
    }
  }

  var unit: Unit {
    switch self {
    case .volume: .perYear
    case .salary, .amount: .poundsPerYear
    case .hourlyRate: .poundsPerHour
    case .hoursBefore, .hoursAfter: .hours
    case .unitCostBefore, .unitCostAfter: .poundsEach
    case .posts: .posts
    case .startYear: .year
    case .years: .years
    default: .share
    }
  }
}
