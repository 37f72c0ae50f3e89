/// What all benefits of an appraisal share: rates, and the working year of a post.
public struct Assumptions<N: Number>: Sendable, Hashable {
  /// Discount rate a year, a fraction, for a flat schedule.
  public var discountRate: N
  /// Employer's costs on top of salary, a fraction.
  public var onCostShare: N
  /// Overheads on top of salary, a fraction; in an hour's cost, never in a released post.
  public var overheadShare: N
  /// Paid days a year.
  public var daysPerYear: N
  /// Days of leave a year.
  public var leaveDays: N
  /// Public holidays a year.
  public var bankHolidayDays: N
  /// Days of sickness and training a year.
  public var sicknessAndTrainingDays: N
  /// Hours worked a day.
  public var hoursPerDay: N

  /// All eight are needed: a blank assumption has no safe reading.
  public init(
    discountRate: N, onCostShare: N, overheadShare: N, daysPerYear: N, leaveDays: N,
    bankHolidayDays: N, sicknessAndTrainingDays: N, hoursPerDay: N
  ) {
    self.discountRate = discountRate
    self.onCostShare = onCostShare
    self.overheadShare = overheadShare
    self.daysPerYear = daysPerYear
    self.leaveDays = leaveDays
    self.bankHolidayDays = bankHolidayDays
    self.sicknessAndTrainingDays = sicknessAndTrainingDays
    self.hoursPerDay = hoursPerDay
  }

  /// The assumptions a new calculator workbook starts with.
  public static var standard: Assumptions {
    Assumptions(
      discountRate: N(thousandths: 35), onCostShare: N(thousandths: 250),
      overheadShare: N(thousandths: 150), daysPerYear: N(260), leaveDays: N(28),
      bankHolidayDays: N(8), sicknessAndTrainingDays: N(10), hoursPerDay: N(thousandths: 7_400))
  }
}
