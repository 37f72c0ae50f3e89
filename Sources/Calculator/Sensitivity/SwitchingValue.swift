/// How far a variable may go before a view's net present value is 0.
public struct SwitchingValue<N: Number>: Sendable, Hashable {
  /// What would change.
  public let variable: Variable
  /// The view whose net present value is to be 0.
  public let view: View
  /// The variable's present value.
  public let present: Outcome<N>
  /// The value at which the net present value is 0; words for none or several.
  public let value: Outcome<N>
  /// The change to it as a share of the present value; undefined for one of 0.
  public let change: Outcome<N>
}

/// The value of one variable at which the net present value of a view is 0, all else as it stands.
///
/// Levels are exact: benefits PVC ÷ PVB, costs PVB ÷ PVC. The discount rate is the internal rate of
/// return. Any other variable is searched, by Brent's method in doubles: a share between 0 and 1,
/// a quantity between 0 and a hundred times its present size, money below 0 too.
public func switchingValue(
  of variable: Variable, in view: View, of appraisal: Appraisal<Exact>
) -> SwitchingValue<Exact> {
  SwitchingValue(variable, view, appraisal) { appraisal.inDoubles }
}

/// The same, all in doubles.
public func switchingValue(
  of variable: Variable, in view: View, of appraisal: Appraisal<Double>
) -> SwitchingValue<Double> {
  SwitchingValue(variable, view, appraisal) { appraisal }
}

extension SwitchingValue {
  fileprivate init(
    _ variable: Variable, _ view: View, _ appraisal: Appraisal<N>,
    _ inDoubles: () -> Appraisal<Double>
  ) {
    self.variable = variable
    self.view = view
    let present = appraisal.value(of: variable)
    let value = Outcome { () throws(Undefined) in
      try Self.value(of: variable, in: view, appraisal, inDoubles)
    }
    self.present = present
    self.value = value
    change = Outcome { () throws(Undefined) in
      let from = try present.get()
      guard from != .zero else { throw Undefined(because: "the present value is 0") }
      return try (value.get() / from - .one).checked()
    }
  }

  private static func value(
    of variable: Variable, in view: View, _ appraisal: Appraisal<N>,
    _ inDoubles: () -> Appraisal<Double>
  ) throws(Undefined) -> N {
    let worth = Engine(appraisal).worth(in: view)
    guard worth.npv.isFinite else {
      throw Undefined(because: Engine(appraisal).worthing.refusal ?? Words.tooLarge)
    }
    switch variable {
    case .benefitLevel: return try level(appraisal.benefitLevel, worth.pvCosts, worth.pvBenefits)
    case .costLevel: return try level(appraisal.costLevel, worth.pvBenefits, worth.pvCosts)
    case .discountRate: return try N(nearest: worth.irr.get())
    default:
      guard var search = try? SwitchingSearch(variable, view, inDoubles()) else {
        throw Undefined(because: "the appraisal has no such row")
      }
      return try N(nearest: search.value())
    }
  }

  private static func level(_ level: N, _ other: N, _ own: N) throws(Undefined) -> N {
    guard own != .zero else { throw Undefined(because: "there is nothing to scale: it is worth 0") }
    return try (level * other / own).checked()
  }
}
