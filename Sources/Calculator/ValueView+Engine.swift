extension ValueView {
  /// Weighs benefits against costs.
  init(benefits: [N], costs: [N], factors: [N]) {
    self.benefits = benefits
    net = zip(benefits, costs).map { $0 - $1 }
    pvBenefits = presentValue(benefits, factors)
    pvCosts = presentValue(costs, factors)
    npv = pvBenefits - pvCosts
    bcr = Self.ratio(of: pvBenefits, to: pvCosts)
    roi = Self.ratio(of: npv, to: pvCosts)
    paybackYears = Payback.of(net).map(\.years)
    discountedPaybackYears = Payback.of(zip(net, factors).map { $0 * $1 }).map(\.years)
    sustainedPaybackYears = Payback.of(net, sustained: true).map(\.years)
    equivalentAnnualCost = Self.annual(pvCosts, factors: factors)
    let rate = InternalRate(of: net.map(\.double))
    irrRoots = rate.roots
    irr = rate.outcome
  }

  private static func ratio(of gain: N, to costs: N) -> Outcome<N> {
    guard gain.isFinite, costs.isFinite else { return .undefined(because: Words.tooLarge) }
    guard costs > .zero else {
      return .undefined(because: "the present value of the costs is not above 0")
    }
    return Outcome(checked: gain / costs)
  }

  /// Year 0 is the base and carries no payment.
  private static func annual(_ sum: N, factors: [N]) -> Outcome<N> {
    Outcome(checked: sum / factors.dropFirst().reduce(.zero, +))
  }
}

extension Outcome {
  /// The same outcome with its value, if any, changed.
  func map<Other: Sendable>(_ change: (T) -> Other) -> Outcome<Other> {
    switch self {
    case .value(let value): .value(change(value))
    case .undefined(let reason): .undefined(because: reason)
    }
  }
}
