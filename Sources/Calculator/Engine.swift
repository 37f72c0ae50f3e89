/// Walks through an appraisal once and works everything out.
struct Engine<N: Number> {
  let appraisal: Appraisal<N>
  let horizon: Int
  let gross: Gross<N>

  init(_ appraisal: Appraisal<N>) {
    self.appraisal = appraisal
    horizon = appraisal.limitedHorizon
    gross = Gross(appraisal)
  }

  func figures() -> Figures<N> {
    let years = Array(0...horizon)
    let benefits = appraisal.benefits.map(figures(of:))
    let own = benefits.filter { !$0.isTransfer }
    let total = sum(own.lazy.compactMap(\.net))
    let cashable = sum(own.lazy.compactMap(\.cashable))
    let costs = appraisal.costs(in: years)
    let worth = Worthing(appraisal, horizon: horizon)
    let whole = worth.view(benefits: total, costs: costs)
    let cash = worth.view(benefits: cashable, costs: costs)
    return Figures(
      appraisal: appraisal, productiveHours: gross.productiveHours, years: years,
      benefits: benefits, benefitTotal: total, cashableTotal: cashable,
      nonCashableTotal: zip(total, cashable).map { $0 - $1 },
      transferTotal: sum(benefits.lazy.filter(\.isTransfer).compactMap(\.net)),
      costTotal: costs, netCashFlow: zip(total, costs).map { $0 - $1 },
      discountFactors: worth.discountFactors, priceFactors: worth.priceFactors,
      refusal: worth.refusal, whole: whole, cash: cash,
      remarks: remarks(on: benefits, worth: [whole, cash], refusal: worth.refusal))
  }

  private func figures(of benefit: BenefitCase<N>) -> BenefitFigures<N> {
    let terms = Terms(benefit, in: appraisal)
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
