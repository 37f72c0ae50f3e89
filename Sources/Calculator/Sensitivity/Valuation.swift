/// The net present value of an appraisal of which some variables change again and again. What no
/// change touches is worked out once.
struct Valuation {
  private let slots: [Slot]
  private var appraisal: Appraisal<Double>
  private var gross: Gross<Double>
  /// What a pound of each year is worth at the base.
  private var weights: [Double]
  /// The places of the benefits that count.
  private let counted: [Int]
  /// Those among them that change.
  private let varied: [Int]
  private var present: [NetPresentValue]
  private var costs = 0.0

  private let variesReference: Bool
  private let variesRate: Bool
  private let variesCosts: Bool

  init(_ appraisal: Appraisal<Double>, varying slots: [Slot]) {
    self.slots = slots
    self.appraisal = appraisal
    gross = Gross(appraisal)
    weights = appraisal.weights
    variesReference = slots.contains(where: \.isReference)
    variesRate = slots.contains(.discountRate)
    variesCosts = variesRate || slots.contains(where: \.isCost)
    counted = appraisal.benefits.indices.filter { appraisal.benefits[$0].counts }
    let own = Set(slots.compactMap(\.benefit))
    let all = variesReference || variesRate || slots.contains(.benefitLevel)
    varied = all ? counted : counted.filter(own.contains)
    present = Array(repeating: .zero, count: appraisal.benefits.count)
    weigh(counted)
    weighCosts()
  }

  /// The net present value with these values, one a slot.
  mutating func npv(_ values: [Double]) -> NetPresentValue {
    for (slot, value) in zip(slots, values) { appraisal.write(value, to: slot) }
    if variesReference { gross = Gross(appraisal) }
    if variesRate { weights = appraisal.weights }
    weigh(varied)
    if variesCosts { weighCosts() }
    var total = NetPresentValue(cash: -costs, whole: -costs)
    for place in counted {
      total.cash += present[place].cash
      total.whole += present[place].whole
    }
    return total
  }

  /// The size of what is weighed: what a difference from 0 is measured by.
  var size: Double { counted.reduce(abs(costs)) { $0 + abs(present[$1].whole) } }

  private mutating func weigh(_ places: [Int]) {
    let rules = appraisal.rules
    for place in places { present[place] = worth(of: appraisal.benefits[place], rules) }
  }

  /// What a benefit is worth; nothing, when it has no gross or is too large to hold.
  private func worth(
    of benefit: BenefitCase<Double>, _ rules: Terms<Double>.Rules
  ) -> NetPresentValue {
    guard let amount = try? gross.amount(of: benefit) else { return .zero }
    let terms = Terms(benefit, by: rules)
    let net = terms.net(of: amount, horizon: weights.count - 1)
    guard net.allSatisfy(\.isFinite) else { return .zero }
    let whole = presentValue(net, weights)
    return NetPresentValue(cash: whole * terms.cashShare, whole: whole)
  }

  private mutating func weighCosts() {
    costs = presentValue(appraisal.costs(in: Array(weights.indices)), weights)
  }
}

extension Appraisal {
  /// What a pound of each year, as stated, is worth at the base.
  fileprivate var weights: [N] {
    let worthing = Worthing(self, horizon: limitedHorizon)
    return zip(worthing.priceFactors, worthing.discountFactors).map { $0 * $1 }
  }
}

extension BenefitCase {
  /// It is in the council's totals.
  var counts: Bool { !isTransfer && !isWithdrawn }
}

extension Slot {
  /// It changes what every gross is made of.
  fileprivate var isReference: Bool {
    switch self {
    case .assumption, .channel: true
    default: false
    }
  }

  fileprivate var isCost: Bool {
    switch self {
    case .cost, .costLevel: true
    default: false
    }
  }

  fileprivate var benefit: Int? { if case .benefit(let place, _) = self { place } else { nil } }
}
