// Where each input is kept: one table each, to read and to write. Not key paths: those of generic
// types are made anew at every use, which a simulation of ten thousand runs would feel.

extension Assumptions {
  /// The value of an input.
  subscript(input: AssumptionInput) -> N {
    var copy = self
    return copy.with(input) { $0 }
  }

  @discardableResult
  mutating func with<Result>(_ input: AssumptionInput, _ body: (inout N) -> Result) -> Result {
    switch input {
    case .onCostShare: body(&onCostShare)
    case .overheadShare: body(&overheadShare)
    case .daysPerYear: body(&daysPerYear)
    case .leaveDays: body(&leaveDays)
    case .bankHolidayDays: body(&bankHolidayDays)
    case .sicknessAndTrainingDays: body(&sicknessAndTrainingDays)
    case .hoursPerDay: body(&hoursPerDay)
    }
  }
}

extension CostLine {
  /// The value of an input.
  subscript(input: CostInput) -> N {
    var copy = self
    return copy.with(input) { $0 }
  }

  @discardableResult
  mutating func with<Result>(_ input: CostInput, _ body: (inout N) -> Result) -> Result {
    switch input {
    case .amount: body(&amount)
    case .optimismBiasShare: body(&optimismBiasShare)
    }
  }
}

extension Inputs {
  /// What was typed for an input; nil for a blank.
  subscript(input: BenefitInput) -> N? {
    var copy = self
    return copy.with(input) { $0 }
  }

  /// Whole years and the ramp are read here, and written by who knows how.
  @discardableResult
  mutating func with<Result>(_ input: BenefitInput, _ body: (inout N?) -> Result) -> Result {
    switch input {
    case .volume: return body(&volume)
    case .salary: return body(&salary)
    case .hourlyRate: return body(&hourlyRate)
    case .hoursBefore: return body(&hoursBefore)
    case .hoursAfter: return body(&hoursAfter)
    case .unitCostBefore: return body(&unitCostBefore)
    case .unitCostAfter: return body(&unitCostAfter)
    case .avoidableShare: return body(&avoidableShare)
    case .posts: return body(&posts)
    case .amount: return body(&amount)
    case .affectedShare: return body(&affectedShare)
    case .engagementShare: return body(&engagementShare)
    case .retentionShare: return body(&retentionShare)
    case .impactShare: return body(&impactShare)
    case .deadweightShare: return body(&deadweightShare)
    case .claimShare: return body(&claimShare)
    case .optimismBiasShare: return body(&optimismBiasShare)
    case .cashShare: return body(&cashShare)
    case .dropOffShare: return body(&dropOffShare)
    case .startYear, .years, .ramp1, .ramp2, .ramp3, .ramp4, .ramp5:
      var value = typed(input)
      return body(&value)
    }
  }

  private func typed(_ input: BenefitInput) -> N? {
    if let place = input.rampPlace { return ramp.indices.contains(place) ? ramp[place] : nil }
    return (input == .startYear ? startYear : years).map { N($0) }
  }
}
