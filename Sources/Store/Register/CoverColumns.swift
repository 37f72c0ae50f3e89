import Calculator
import Postgres
import Programme

/// The columns of a cover, written and read in one order.
enum CoverColumns {
  static let content: SQL = """
    council, project, register_version, author, made_on, base_year, price_base, discount_rate,
    on_cost_share, overhead_share, days_per_year, leave_days, bank_holiday_days,
    sickness_and_training_days, hours_per_day, rate_base, convention, rate_schedule, post_rule,
    deflator, deflator_indexes
    """

  /// The same of a register that goes by the name `r`.
  static let contentOfRegister: SQL = """
    r.council, r.project, r.register_version, r.author, r.made_on, r.base_year, r.price_base,
    r.discount_rate, r.on_cost_share, r.overhead_share, r.days_per_year, r.leave_days,
    r.bank_holiday_days, r.sickness_and_training_days, r.hours_per_day, r.rate_base,
    r.convention, r.rate_schedule, r.post_rule, r.deflator, r.deflator_indexes
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
    // NULL where an import noted a register before there were these columns.
    rateBase = try row.optionalChoice(PriceBase.self)
    convention = try row.optionalChoice(Convention.self) ?? .yearZero
    schedule = try row.optionalChoice(ScheduleChoice.self) ?? .flat
    postRule = try row.optionalChoice(PostRule.self) ?? .any
    deflator = try row.next(String?.self) ?? ""
    deflatorIndexes = try (row.next([String]?.self) ?? []).compactMap(DeflatorIndex.init(text:))
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
      ("rate_base", .optional(rateBase?.rawValue)), ("convention", .text(convention.rawValue)),
      ("rate_schedule", .text(schedule.rawValue)), ("post_rule", .text(postRule.rawValue)),
      ("deflator", .text(deflator)),
      ("deflator_indexes", .list(deflatorIndexes.map(\.description))),
    ]
  }
}

extension RowReader {
  /// An official code in the next column, or nil for NULL.
  mutating func councilCode() throws(PostgresError) -> CouncilCode? {
    try next(String?.self).flatMap { CouncilCode(text: $0) }
  }
}
