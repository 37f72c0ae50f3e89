extension Figures {
  /// How a result of a view came about.
  public func working(of worth: Worth, in view: View) -> Working {
    let figures = self.worth(in: view)
    switch worth {
    case .pvBenefits: return presentValue("benefits", stated(in: view), figures.pvBenefits)
    case .pvCosts: return costs
    case .npv:
      return Working(
        "net present value", "present value of benefits − present value of costs",
        checked(figures.npv), .pounds, steps: [benefits(in: view), costs])
    case .bcr:
      return Working(
        "benefit-cost ratio", "present value of benefits ÷ present value of costs", figures.bcr,
        .ratio, steps: [benefits(in: view), costs])
    case .roi:
      return Working(
        "return on investment",
        "(present value of benefits − present value of costs) ÷ present value of costs",
        figures.roi, .ratio, steps: [benefits(in: view), costs])
    case .equivalentAnnualCost: return annualCost(figures.equivalentAnnualCost)
    case .payback: return paybackWorking("payback", figures.net, figures.paybackYears)
    case .sustainedPayback:
      return paybackWorking(
        "sustained payback", figures.net, figures.sustainedPaybackYears, sustained: true)
    case .discountedPayback:
      return paybackWorking(
        "discounted payback", zip(figures.net, discountFactors).map { $0 * $1 },
        figures.discountedPaybackYears)
    case .irr: return rateWorking(figures)
    }
  }

  /// How the productive hours came about.
  public func workingOfProductiveHours() -> Working { GrossExplanation(appraisal).productiveHours }

  private func benefits(in view: View) -> Working { working(of: .pvBenefits, in: view) }

  private var costs: Working { presentValue("costs", costTotal, whole.pvCosts) }

  private func presentValue(_ what: String, _ flows: [N], _ value: N) -> Working {
    let isDeflated = appraisal.isDeflated
    return Working(
      "present value of \(what)", Working.Sentence.sum, checked(value), .pounds,
      steps: years.map { year in
        Working(
          "present value of \(what) in year \(year)",
          "\(what) × " + (isDeflated ? "price factor × " : "") + "discount factor",
          checked(flows[year] * priceFactors[year] * discountFactors[year]), .pounds,
          inputs: [
            WorkingInput(what, flows[year], .pounds, from: "\(what) in year \(year)"),
            factor(year),
          ], steps: isDeflated ? [priceFactor(year)] : [])
      })
  }

  /// A value that is there, or why there is none.
  func checked(_ value: N) -> Outcome<N> { Outcome(checked: value).refused(refusal) }

  private func factor(_ year: Int) -> WorkingInput {
    WorkingInput(
      "discount factor", discountFactors[year], .factor, from: "discount factor in year \(year)")
  }

  private func annualCost(_ outcome: Outcome<N>) -> Working {
    let factors = years.dropFirst()
    return Working(
      "equivalent annual cost", "present value of costs ÷ sum of the factors", outcome, .pounds,
      steps: [
        costs,
        Working(
          "sum of the factors", Working.Sentence.sum,
          .value(factors.reduce(.zero) { $0 + discountFactors[$1] }), .factor,
          inputs: factors.map { year in
            WorkingInput(
              "discount factor in year \(year)", discountFactors[year], .factor,
              from: "year \(year)")
          }),
      ])
  }

  private func rateWorking(_ view: ValueView<N>) -> Working {
    let lines = view.irr.value.map { rate in
      years.map { year in
        Working(
          "net in year \(year) at that rate", "net ÷ (1 + rate) ^ years",
          .value(view.net[year].double / (1 + rate).power(year)), .pounds,
          inputs: [
            WorkingInput("net", view.net[year], .pounds, from: "net in year \(year)"),
            WorkingInput("rate", rate, .share, from: "found by search"),
            WorkingInput("years", Double(year), .years, from: "the base year is 0"),
          ])
      }
    }
    return Working(
      "internal rate of return", Working.Sentence.rate, view.irr, .share, steps: lines ?? [])
  }
}
