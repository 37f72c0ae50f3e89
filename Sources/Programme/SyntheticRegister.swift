import Calculator

/// Makes registers of any size from a seed, like those that councils really keep, for benchmarks and
/// tests. The same seed gives the same register.
public struct SyntheticRegister: Sendable {
  private var random: SeededGenerator

  /// A maker that begins at a seed.
  public init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  /// A register of one council with so many benefits.
  public mutating func register(council: String, benefitCount: Int) -> Register {
    var register = Register()
    register.cover.council = council
    register.cover.project = "Customer Relationship Management"
    register.cover.version = "1.0"
    register.cover.author = "Benefits lead"
    register.cover.date = Day(year: 2010, month: 1, day: 15)
    register.cover.baseYear = FinancialYear(firstYear: 2009)
    register.channelCosts = Self.channelCosts
    register.benefits = (0..<max(0, benefitCount)).map { benefit(number: $0 + 1, council: council) }
    register.costs = costs(council: council)
    register.actuals = register.benefits.enumerated().compactMap { index, benefit in
      index.isMultiple(of: 5) ? actual(of: benefit) : nil
    }
    return register
  }

  private static let channelCosts = [
    ChannelCost<Exact>(name: "Face to face", cost: hundredths(740), source: "Survey", year: "2009"),
    ChannelCost<Exact>(name: "Telephone", cost: hundredths(290), source: "Survey", year: "2009"),
    ChannelCost<Exact>(name: "Post", cost: hundredths(410), source: "Survey", year: "2009"),
    ChannelCost<Exact>(name: "Web", cost: hundredths(32), source: "Survey", year: "2009"),
  ]

  private mutating func benefit(number: Int, council: String) -> Benefit {
    let method = pick(Method.allCases)
    var benefit = Benefit(
      reference: "B" + Self.padded(number), title: "\(pick(Self.titles)) \(number)",
      council: council, inputs: inputs(method))
    benefit.description = pick(Self.descriptions)
    benefit.service = pick(Self.services)
    benefit.objective = pick(Self.objectives)
    benefit.category = pick(Self.categories)
    benefit.stakeholders = [pick(Self.stakeholders)]
    benefit.owner = chance(percent: 90) ? pick(Self.owners) : ""
    benefit.status = pick(BenefitStatus.allCases)
    benefit.tangibility = method == .score ? .intangible : pick(Tangibility.allCases)
    let mayBeCashable = method != .score && method != .takeUp
    benefit.cashability = mayBeCashable && chance(percent: 40) ? .cashable : .nonCashable
    if benefit.cashability == .cashable {
      benefit.inputs.cashShare = pick([25, 50, 100].map { Self.hundredths($0) })
    }
    if method == .score { benefit.criteria = criteria() }
    return benefit
  }

  private mutating func inputs(_ method: Method) -> Inputs<Exact> {
    var inputs = Inputs<Exact>(method: method)
    switch method {
    case .time:
      inputs.volume = whole(500...50_000)
      inputs.salary = whole(20...36, times: 1_000)
      inputs.hoursBefore = hundredths(50...150)
      inputs.hoursAfter = hundredths(20...80)
    case .unit:
      inputs.volume = whole(500...50_000)
      inputs.unitCostBefore = hundredths(200...2_000)
      inputs.unitCostAfter = hundredths(100...1_200)
    case .channel:
      inputs.volume = whole(1_000...90_000)
      inputs.fromChannel = pick(["Face to face", "Telephone", "Post"])
      inputs.toChannel = "Web"
    case .contact:
      inputs.volume = whole(1_000...120_000)
      inputs.avoidableShare = hundredths(1...30)
      inputs.fromChannel = pick(["Face to face", "Telephone"])
    case .fte:
      inputs.posts = hundredths(50...600)
      inputs.salary = whole(20...36, times: 1_000)
    case .amount: inputs.amount = hundredths(100_000...6_000_000)
    case .takeUp:
      inputs.volume = whole(10...900)
      inputs.amount = hundredths(20_000...300_000)
    case .score: break
    }
    if method != .score { profile(&inputs) }
    return inputs
  }

  private mutating func profile(_ inputs: inout Inputs<Exact>) {
    inputs.deadweightShare = hundredths(0...20)
    inputs.claimShare = chance(percent: 30) ? nil : hundredths(25...100)
    inputs.optimismBiasShare = pick([0, 5, 10, 15, 25, 40].map { Self.hundredths($0) })
    inputs.startYear = Int.random(in: 0...2, using: &random)
    inputs.years = chance(percent: 20) ? Int.random(in: 1...5, using: &random) : nil
    inputs.dropOffShare = chance(percent: 20) ? hundredths(5...30) : nil
    inputs.ramp = [hundredths(5...60), hundredths(40...90), .one, .one, .one]
  }

  private mutating func criteria() -> [Criterion<Exact>] {
    zip(["Customer experience", "Staff experience", "Reputation"], [50, 30, 20]).map {
      name, weight in
      Criterion(
        name: name, weight: Exact(weight), score: chance(percent: 85) ? whole(0...10) : nil)
    }
  }

  private mutating func costs(council: String) -> [Cost] {
    [
      Cost(
        reference: "C1", council: council, description: "Implementation",
        amount: hundredths(5_000_000...40_000_000), fromYear: 0, toYear: 0,
        optimismBiasShare: Self.hundredths(20)),
      Cost(
        reference: "C2", council: council, description: "Licences and support",
        amount: hundredths(1_000_000...8_000_000), fromYear: 1, toYear: 5,
        optimismBiasShare: .zero),
    ]
  }

  private mutating func actual(of benefit: Benefit) -> Actual? {
    guard benefit.inputs.method != .score, let year = FinancialYear(firstYear: 2010)
    else { return nil }
    return Actual(
      benefitReference: benefit.reference, year: year, period: .year,
      value: hundredths(10_000...4_000_000), evidence: "Ledger", maturity: pick(Maturity.allCases))
  }

  // MARK: Chance

  private mutating func pick<Item>(_ items: [Item]) -> Item {
    items[Int.random(in: items.indices, using: &random)]
  }

  private mutating func chance(percent: Int) -> Bool {
    Int.random(in: 0..<100, using: &random) < percent
  }

  private mutating func whole(_ range: ClosedRange<Int>, times factor: Int = 1) -> Exact {
    Exact(Int.random(in: range, using: &random)) * Exact(factor)
  }

  private mutating func hundredths(_ range: ClosedRange<Int>) -> Exact {
    Self.hundredths(Int.random(in: range, using: &random))
  }

  private static func hundredths(_ count: Int) -> Exact { Exact(count) / Exact(100) }

  private static func padded(_ number: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, 3 - digits.count)) + digits
  }

  // MARK: Words

  private static let titles = [
    "Fewer repeat contacts", "Quicker first answer", "Visits planned by area",
    "Forms filled in once", "Payments taken on the web", "Post scanned on arrival",
    "One record of the customer", "Repairs booked at first contact",
  ]
  private static let descriptions = [
    "The first contact settles the matter.", "Officers report from the field.",
    "The customer sees how far the request has got.", "",
  ]
  private static let services = [
    "Highways and street lighting", "Libraries", "Waste and recycling", "Registrars",
    "Pest control", "Environmental health", "Housing repairs", "Planning", "Licensing",
    "School admissions", "Revenues and benefits", "Customer services",
  ]
  private static let objectives = ["Lower cost to serve", "Better access", "Better information"]
  private static let categories = [
    "Productive time", "Procurement", "Corporate services", "Transactional services",
  ]
  private static let stakeholders = ["Customers", "Staff", "Council", "Partner", "Society"]
  private static let owners = [
    "Head of Customer Services", "Head of ICT", "Director of Environment", "Service centre manager",
  ]
}
