extension ValueView {
  /// Weighs benefits against costs; a refusal leaves nothing defined.
  init(benefits: [N], costs: [N], factors: [N], refusal: String? = nil) {
    self.benefits = benefits
    net = zip(benefits, costs).map { $0 - $1 }
    pvBenefits = presentValue(benefits, factors)
    pvCosts = presentValue(costs, factors)
    npv = pvBenefits - pvCosts
    let rate = InternalRate(of: refusal == nil ? net.map(\.double) : [])
    irrRoots = rate.roots
    irr = rate.outcome.refused(refusal)
    bcr = Self.ratio(of: pvBenefits, to: pvCosts).refused(refusal)
    roi = Self.ratio(of: npv, to: pvCosts).refused(refusal)
    paybackYears = Payback.of(net).map(\.years).refused(refusal)
    discountedPaybackYears = Payback.of(zip(net, factors).map { $0 * $1 }).map(\.years)
      .refused(refusal)
    sustainedPaybackYears = Payback.of(net, sustained: true).map(\.years).refused(refusal)
    equivalentAnnualCost = Self.annual(pvCosts, factors: factors).refused(refusal)
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

  /// The same outcome, or a refusal that stands before it.
  func refused(_ refusal: String?) -> Outcome {
    refusal.map { .undefined(because: $0) } ?? self
  }
}
