extension Assumptions {
  /// Hours a post really works in a year: the days left after leave, holidays, sickness and
  /// training, times the hours of a day.
  func productiveHours() throws(Undefined) -> N {
    let days = daysPerYear - leaveDays - bankHolidayDays - sicknessAndTrainingDays
    let hours = try (days * hoursPerDay).checked()
    guard hours > .zero else { throw Undefined(because: "no productive hours are left in a year") }
    return hours
  }
}
