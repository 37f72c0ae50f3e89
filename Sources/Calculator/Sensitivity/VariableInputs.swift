/// An assumption that can be varied; the raw value is its name in the text of a variable.
public enum AssumptionInput: String, CaseIterable, Sendable {
  case onCostShare, overheadShare, daysPerYear, leaveDays, bankHolidayDays
  case sicknessAndTrainingDays, hoursPerDay
}

/// An input of a line of cost that can be varied.
public enum CostInput: String, CaseIterable, Sendable {
  case amount, optimismBiasShare
}

/// An input of a benefit that can be varied.
public enum BenefitInput: String, CaseIterable, Sendable {
  case volume, salary, hourlyRate, hoursBefore, hoursAfter, unitCostBefore, unitCostAfter
  case avoidableShare, posts, amount, affectedShare, engagementShare, retentionShare, impactShare
  case deadweightShare, claimShare, optimismBiasShare, cashShare, dropOffShare
  case startYear, years, ramp1, ramp2, ramp3, ramp4, ramp5

  /// Whole years only.
  var isWhole: Bool { self == .startYear || self == .years }

  /// The place in the ramp; nil for every other input.
  var rampPlace: Int? {
    [BenefitInput.ramp1, .ramp2, .ramp3, .ramp4, .ramp5].firstIndex(of: self)
  }
}
