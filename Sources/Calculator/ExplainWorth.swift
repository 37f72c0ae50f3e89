extension Figures {
  /// How a result of a view came about. The net present value goes down to every benefit and line
  /// of cost; the others name its steps, so that all of them together stay small.
  public func working(of worth: Worth, in view: View) -> Working {
    let figures = self.worth(in: view)
    switch worth {
    case .pvBenefits: return presentValue("benefits", stated(in: view), figures.pvBenefits)
    case .pvCosts: return costs
    case .npv:
      return Working(
        "net present value", "present value of benefits − present value of costs",
        checked(figures.npv), .pounds, steps: headline(in: view))
    case .bcr:
      return Working(
        "benefit-cost ratio", "present value of benefits ÷ present value of costs", figures.bcr,
        .ratio, steps: [benefits(in: view), costs])
    case .roi:
      return Working(
        "return on investment",
        "(present value of benefits − present value of costs) ÷ present value of costs",
        figures.roi, .share, steps: [benefits(in: view), costs])
    case .equivalentAnnualCost: return annualCost(figures.equivalentAnnualCost)
    case .payback: return paybackWorking("payback", figures.net, figures.paybackYears)
    case .sustainedPayback:
      return paybackWorking(
        "sustained payback", figures.net, figures.sustainedPaybackYears, sustained: true)
    case .discountedPayback:
      return paybackWorking(
        "discounted payback", zip(figures.net, discountFactors).map { $0 * $1 },
        figures.discountedPaybackYears, discounted: true)
    case .irr: return rateWorking(figures)
    }
  }

  /// How the productive hours came about.
  public func workingOfProductiveHours() -> Working { GrossExplanation(appraisal).productiveHours }

  private func benefits(in view: View) -> Working { working(of: .pvBenefits, in: view) }

  private var costs: Working { presentValue("costs", costTotal, whole.pvCosts) }

  /// Both present values, each down to its inputs.
  private func headline(in view: View) -> [Working] {
    let yearly = years.map { benefitsWorking($0, in: view) }
    return [
      presentValue("benefits", stated(in: view), worth(in: view).pvBenefits, parts: yearly),
      presentValue("costs", costTotal, whole.pvCosts, parts: years.map { costsWorking($0) }),
    ]
  }

  private func presentValue(
    _ what: String, _ flows: [N], _ value: N, parts: [Working]? = nil
  ) -> Working {
    Working(
      "present value of \(what)", Working.Sentence.sum, checked(value), .pounds,
      steps: years.map { discounted(what, flows[$0], year: $0, part: parts?[$0]) })
  }

  /// One year's flow at the base: worked out here when its working is given, else named.
  private func discounted(_ what: String, _ flow: N, year: Int, part: Working?) -> Working {
    let price = appraisal.isDeflated ? priceFactor(year) : nil
    let factor = part == nil ? nil : working(ofDiscountFactor: year)
    return Working(
      "present value of \(what) in year \(year)",
      "\(what) in year \(year) × " + (price == nil ? "" : "price factor × ")
        + "discount factor in year \(year)",
      checked(flow * priceFactors[year] * discountFactors[year]), .pounds,
      inputs: part == nil
        ? [named("\(what) in year \(year)", flow, .pounds), factorInput(year)] : [],
      steps: [part, price, factor].compactMap { $0 })
  }

  /// A step of the net present value, by its name.
  private func named(_ name: String, _ value: N, _ unit: Unit) -> WorkingInput {
    WorkingInput(name, value, unit, from: "worked out under net present value")
  }

  /// A value that is there, or why there is none.
  func checked(_ value: N) -> Outcome<N> { Outcome(checked: value).refused(refusal) }

  private func factorInput(_ year: Int) -> WorkingInput {
    named("discount factor in year \(year)", discountFactors[year], .factor)
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
          inputs: factors.map(factorInput)),
      ])
  }

  private func rateWorking(_ view: ValueView<N>) -> Working {
    let lines = view.irr.value.map { rate in
      years.map { year in
        Working(
          "net in year \(year) at that rate", "net ÷ (1 + rate) ^ years",
          .value(view.net[year].double / (1 + rate).power(year)), .pounds,
          inputs: [
            WorkingInput("net", view.net[year], .pounds, from: netSource(year)),
            WorkingInput("rate", rate, .share, from: "found by search"),
            WorkingInput("years", Double(year), .years, from: "the base year is 0"),
          ])
      }
    }
    return Working(
      "internal rate of return", Working.Sentence.rate, view.irr, .share, steps: lines ?? [])
  }
}
