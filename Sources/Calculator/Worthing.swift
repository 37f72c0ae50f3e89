/// Weighs the flows of an appraisal: takes the inflation out, discounts, compares.
struct Worthing<N: Number> {
  let discountFactors: [N]
  let priceFactors: [N]
  /// Why nothing may be discounted; nil when it may.
  let refusal: String?

  init(_ appraisal: Appraisal<N>, horizon: Int) {
    discountFactors = appraisal.schedule.factors(horizon: horizon, convention: appraisal.convention)
    let prices = Outcome { () throws(Undefined) in try appraisal.priceFactors(horizon: horizon) }
    refusal = prices.reason
    // Not finite, so that nothing worked out with it can be taken for a figure.
    priceFactors = prices.value ?? Array(repeating: .one / .zero, count: horizon + 1)
  }

  /// What benefits, as stated, are worth against costs, as stated.
  func view(benefits: [N], costs: [N]) -> ValueView<N> {
    ValueView(
      benefits: atBasePrices(benefits), costs: atBasePrices(costs), factors: discountFactors,
      refusal: refusal)
  }

  private func atBasePrices(_ flows: [N]) -> [N] { zip(flows, priceFactors).map { $0 * $1 } }
}
