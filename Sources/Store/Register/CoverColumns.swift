import Calculator
import Postgres
import Programme

/// The columns of a cover, written and read in one order.
enum CoverColumns {
  static let content: SQL = """
    council, project, register_version, author, made_on, base_year, price_base, discount_rate,
    on_cost_share, overhead_share, days_per_year, leave_days, bank_holiday_days,
    sickness_and_training_days, hours_per_day
    """
}

extension Cover {
  /// Reads a cover, in the order of ``CoverColumns/content``.
  init(_ row: inout RowReader) throws {
    self.init()
    council = try row.next()
    project = try row.next()
    version = try row.next()
    author = try row.next()
    date = try row.optionalDay()
    baseYear = try row.next(Int?.self).flatMap { FinancialYear(firstYear: $0) }
    priceBase = try row.choice(PriceBase.self)
    assumptions = Assumptions(
      discountRate: try row.exact(), onCostShare: try row.exact(),
      overheadShare: try row.exact(), daysPerYear: try row.exact(), leaveDays: try row.exact(),
      bankHolidayDays: try row.exact(), sicknessAndTrainingDays: try row.exact(),
      hoursPerDay: try row.exact())
  }

  /// The cover as JSON columns.
  var columns: [(name: String, value: ColumnValue)] {
    [
      ("council", .text(council)), ("project", .text(project)),
      ("register_version", .text(version)), ("author", .text(author)),
      ("made_on", .optional(date?.description)), ("base_year", .whole(baseYear?.firstYear)),
      ("price_base", .text(priceBase.rawValue)),
      ("discount_rate", .number(assumptions.discountRate)),
      ("on_cost_share", .number(assumptions.onCostShare)),
      ("overhead_share", .number(assumptions.overheadShare)),
      ("days_per_year", .number(assumptions.daysPerYear)),
      ("leave_days", .number(assumptions.leaveDays)),
      ("bank_holiday_days", .number(assumptions.bankHolidayDays)),
      ("sickness_and_training_days", .number(assumptions.sicknessAndTrainingDays)),
      ("hours_per_day", .number(assumptions.hoursPerDay)),
    ]
  }
}

extension RowReader {
  /// An official code in the next column, or nil for NULL.
  mutating func councilCode() throws(PostgresError) -> CouncilCode? {
    try next(String?.self).flatMap { CouncilCode(text: $0) }
  }
}
