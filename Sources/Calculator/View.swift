/// The two ways to add up what a programme is worth. Every figure names its view.
public enum View: String, CaseIterable, Sendable {
  /// Cashable benefits less costs: the one to lead with.
  case cash
  /// All the council's benefits less costs.
  case whole
}

/// The results that say whether it is worth it.
public enum Worth: String, CaseIterable, Sendable {
  /// Present value of the benefits.
  case pvBenefits
  /// Present value of the costs.
  case pvCosts
  /// Net present value.
  case npv
  /// Benefit-cost ratio.
  case bcr
  /// Return on investment.
  case roi
  /// Years to payback.
  case payback
  /// Years to payback with discounted flows.
  case discountedPayback
  /// Years to a payback that lasts.
  case sustainedPayback
  /// Equivalent annual cost.
  case equivalentAnnualCost
  /// Internal rate of return.
  case irr
}
