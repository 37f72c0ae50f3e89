struct Engine<N: Number> {
  let appraisal: Appraisal<N>
  init(_ appraisal: Appraisal<N>) { self.appraisal = appraisal }
  func figures() -> Figures<N> {
    let view = ValueView<N>(
      benefits: [], net: [], pvBenefits: .zero, pvCosts: .zero, npv: .zero,
      bcr: .undefined(because: ""), roi: .undefined(because: ""),
      paybackYears: .undefined(because: ""), discountedPaybackYears: .undefined(because: ""),
      sustainedPaybackYears: .undefined(because: ""), equivalentAnnualCost: .undefined(because: ""),
      irr: .undefined(because: ""), irrRoots: [])
    return Figures(
      appraisal: appraisal, productiveHours: .undefined(because: ""), years: [], benefits: [],
      benefitTotal: [], cashableTotal: [], nonCashableTotal: [], transferTotal: [], costTotal: [],
      netCashFlow: [], discountFactors: [], whole: view, cash: view, remarks: [])
  }
}
extension Figures {
  /// Benefits grouped by every combination of labels.
  public func pivot(_ dimensions: [Dimension]) -> [PivotRow<N>] { [] }
}
