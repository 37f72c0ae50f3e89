/// The financial years that values may be of: from ten years before the base year, for what was
/// before the programme, to twenty after it, for what holds on when the programme has ended.
public struct PeriodBounds: Hashable, Sendable {
  /// How many years before the base year.
  public static let yearsBefore = 10
  /// How many years after the base year.
  public static let yearsAfter = 20

  /// The first year.
  public let first: FinancialYear
  /// The last year.
  public let last: FinancialYear

  /// The years around a base year.
  public init(around baseYear: FinancialYear) {
    first = baseYear.advanced(by: -PeriodBounds.yearsBefore) ?? baseYear
    last = baseYear.advanced(by: PeriodBounds.yearsAfter) ?? baseYear
  }

  /// Whether a year is one of them.
  public func contains(_ year: FinancialYear) -> Bool { first <= year && year <= last }

  /// The nearest of them.
  public func clamped(_ year: FinancialYear) -> FinancialYear { min(max(year, first), last) }

  /// What stands against a value of a span outside; nil for one inside.
  public func problem(with span: PeriodSpan, at place: Problem.Place) -> Problem? {
    guard !contains(span.year) else { return nil }
    return Problem(
      .error, at: place, subject: span.words, found: span.description,
      expected: "a period from \(first) to \(last)", mend: "Correct the year.")
  }
}
