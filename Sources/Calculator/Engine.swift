/// Walks through an appraisal once and works everything out.
struct Engine<N: Number> {
  let appraisal: Appraisal<N>
  let horizon: Int
  let gross: Gross<N>
  let worthing: Worthing<N>
  private let rules: Terms<N>.Rules

  init(_ appraisal: Appraisal<N>) {
    self.appraisal = appraisal
    horizon = appraisal.limitedHorizon
    gross = Gross(appraisal)
    rules = appraisal.rules
    worthing = Worthing(appraisal, horizon: horizon)
  }

  func figures() -> Figures<N> {
    let years = Array(0...horizon)
    let benefits = appraisal.benefits.map(figures(of:))
    let own = benefits.filter { !$0.isTransfer }
    let total = sum(own.lazy.compactMap(\.net))
    let cashable = sum(own.lazy.compactMap(\.cashable))
    let costs = appraisal.costs(in: years)
    let whole = worthing.view(benefits: total, costs: costs)
    let cash = worthing.view(benefits: cashable, costs: costs)
    return Figures(
      appraisal: appraisal, productiveHours: gross.productiveHours, years: years,
      benefits: benefits, benefitTotal: total, cashableTotal: cashable,
      nonCashableTotal: zip(total, cashable).map { $0 - $1 },
      transferTotal: sum(benefits.lazy.filter(\.isTransfer).compactMap(\.net)),
      costTotal: costs, netCashFlow: zip(total, costs).map { $0 - $1 },
      discountFactors: worthing.discountFactors, priceFactors: worthing.priceFactors,
      refusal: worthing.refusal, whole: whole, cash: cash,
      remarks: remarks(on: benefits, worth: [whole, cash]))
  }

  /// One result, without the rows and remarks that only a reader needs.
  func outcome(of target: Target) -> Outcome<N> {
    worth(in: target.view).outcome(of: target.worth).refused(worthing.refusal)
  }

  /// The worth of one view.
  func worth(in view: View) -> ValueView<N> {
    worthing.view(benefits: stated(in: view), costs: costs)
  }

  private var costs: [N] { appraisal.costs(in: Array(0...horizon)) }

  private func stated(in view: View) -> [N] {
    let own = appraisal.benefits.lazy.filter { !$0.isTransfer }.map(figures(of:))
    switch view {
    case .cash: return sum(own.compactMap(\.cashable))
    case .whole: return sum(own.compactMap(\.net))
    }
  }

  private func figures(of benefit: BenefitCase<N>) -> BenefitFigures<N> {
    let terms = Terms(benefit, by: rules)
    let amount = Outcome { () throws(Undefined) in
      try gross.amount(of: benefit)
    }
    let flows = amount.value.flatMap { finite(terms.net(of: $0, horizon: horizon)) }
    let cashable = flows.flatMap { finite($0.map { $0 * terms.cashShare }) }
    let net = cashable == nil ? nil : flows
    // By subtraction, so that the parts always add up to the whole.
    let nonCashable = net.flatMap { net in cashable.map { zip(net, $0).map { $0 - $1 } } }
    return BenefitFigures(
      id: benefit.id,
      hourlyCost: Outcome { () throws(Undefined) in try gross.hourlyCost(of: benefit.inputs) },
      gross: amount, net: net, cashable: cashable, nonCashable: nonCashable,
      cashShare: terms.cashShare,
      score: Outcome { () throws(Undefined) in try benefit.weightedScore() },
      proxyValue: benefit.proxyValue, isTransfer: benefit.isTransfer)
  }

  private func finite(_ flows: [N]) -> [N]? { flows.allSatisfy(\.isFinite) ? flows : nil }

  private func sum(_ rows: some Sequence<[N]>) -> [N] {
    var total = [N](repeating: .zero, count: horizon + 1)
    for row in rows {
      for (year, flow) in row.enumerated() { total[year] = total[year] + flow }
    }
    return total
  }
}
