extension AssumptionInput {
  /// Its name in the workings.
  public var label: String {
    switch self {
    case .onCostShare: "on-cost"
    case .overheadShare: "overhead"
    case .daysPerYear: "days per year"
    case .leaveDays: "leave days"
    case .bankHolidayDays: "bank holidays"
    case .sicknessAndTrainingDays: "sickness and training days"
    case .hoursPerDay: "hours per day"
    }
  }

  var unit: Unit {
    switch self {
    case .onCostShare, .overheadShare: .share
    case .hoursPerDay: .hours
    default: .days
    }
  }
}
