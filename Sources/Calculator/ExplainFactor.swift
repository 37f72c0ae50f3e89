extension Figures {
  /// How the discount factor of a year came about. Nil outside the horizon.
  public func working(ofDiscountFactor year: Int) -> Working? {
    guard years.contains(year) else { return nil }
    let name = "discount factor in year \(year)"
    let factor = Outcome(checked: discountFactors[year])
    let start = startFactor(year)
    switch appraisal.convention {
    case .yearZero: return renamed(start, name)
    case .midYear:
      return Working(
        name, "factor at the start of the year ÷ (1 + rate) ^ 0.5", factor, .factor,
        inputs: [rate(year + 1)], steps: [start])
    case .endYear:
      return Working(
        name, "factor at the start of the year ÷ (1 + rate)", factor, .factor,
        inputs: [rate(year + 1)], steps: [start])
    }
  }

  private func renamed(_ working: Working, _ name: String) -> Working {
    Working(
      name: name, formula: working.formula, value: working.value, shown: working.shown,
      inputs: working.inputs, steps: working.steps)
  }

  private func rate(_ year: Int) -> WorkingInput {
    WorkingInput(
      "rate", appraisal.schedule.rate(inYear: year), .share,
      from: appraisal.schedule.source(inYear: year))
  }

  /// Undiscounted in year 0, then year by year.
  private func startFactor(_ year: Int) -> Working {
    let factors = appraisal.schedule.factors(horizon: year, convention: .yearZero)
    let name = "factor at the start of the year"
    guard year > 0 else { return Working(name, "1", .value(N.one), .factor) }
    let before = WorkingInput(
      "factor of the year before", factors[year - 1], .factor, from: "year \(year - 1)")
    return Working(
      name, "factor of the year before ÷ (1 + rate)", Outcome(checked: factors[year]), .factor,
      inputs: [before, rate(year)])
  }
}

extension RateSchedule {
  /// Where the rate of a year comes from.
  fileprivate func source(inYear year: Int) -> String {
    switch self {
    case .flat: "assumptions"
    case .standard: "published schedule: standard, year \(year)"
    case .health: "published schedule: health, year \(year)"
    case .reduced: "published schedule: reduced, year \(year)"
    }
  }
}
