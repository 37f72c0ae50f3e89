/// A result that can be asked for: which worth, in which view.
public struct Target: Sendable, Hashable {
  /// Cash or whole.
  public var view: View
  /// Which of its results.
  public var worth: Worth

  /// The net present value of the cash view unless given.
  public init(_ worth: Worth = .npv, in view: View = .cash) {
    self.view = view
    self.worth = worth
  }

  /// Reads "cash/npv"; nil for anything that is no view and worth.
  public init?(text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, let view = View(rawValue: String(parts[0])),
      let worth = Worth(rawValue: String(parts[1]))
    else { return nil }
    self.init(worth, in: view)
  }

  /// "cash/npv": for addresses and storage.
  public var text: String { "\(view.rawValue)/\(worth.rawValue)" }
}

extension Worth {
  /// The result in words: "net present value".
  public var label: String {
    switch self {
    case .pvBenefits: "present value of benefits"
    case .pvCosts: "present value of costs"
    case .npv: "net present value"
    case .bcr: "benefit-cost ratio"
    case .roi: "return on investment"
    case .payback: "payback"
    case .discountedPayback: "discounted payback"
    case .sustainedPayback: "sustained payback"
    case .equivalentAnnualCost: "equivalent annual cost"
    case .irr: "internal rate of return"
    }
  }
}

extension Figures {
  /// A result, or why there is none.
  public func outcome(of target: Target) -> Outcome<N> {
    worth(in: target.view).outcome(of: target.worth).refused(refusal)
  }
}

extension ValueView {
  /// A result of this view; a rate of return is a fraction.
  public func outcome(of worth: Worth) -> Outcome<N> {
    switch worth {
    case .pvBenefits: Outcome(checked: pvBenefits)
    case .pvCosts: Outcome(checked: pvCosts)
    case .npv: Outcome(checked: npv)
    case .bcr: bcr
    case .roi: roi
    case .payback: paybackYears
    case .discountedPayback: discountedPaybackYears
    case .sustainedPayback: sustainedPaybackYears
    case .equivalentAnnualCost: equivalentAnnualCost
    case .irr: irr.map(N.init(nearest:))
    }
  }
}
