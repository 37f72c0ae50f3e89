/// How often something is measured, and how finely periods are shown.
public enum Frequency: String, CaseIterable, Sendable {
  /// Every month.
  case month = "Month"
  /// Every quarter of the financial year.
  case quarter = "Quarter"
  /// Every financial year.
  case year = "Year"

  /// How many months one of its periods has.
  public var monthCount: Int {
    switch self {
    case .month: 1
    case .quarter: 3
    case .year: 12
    }
  }

  /// The parts of a financial year, in order.
  public var parts: [Period] {
    switch self {
    case .month: Array(Period.allCases.suffix(12))
    case .quarter: [.quarter1, .quarter2, .quarter3, .quarter4]
    case .year: [.year]
    }
  }

  /// Every period of some financial years, in order.
  public func spans(in years: [FinancialYear]) -> [PeriodSpan] {
    years.flatMap { year in parts.map { PeriodSpan(year, $0) } }
  }
}

extension FinancialYear {
  /// So many years from this one on; fewer where the calendar of the programme ends.
  public func following(_ count: Int) -> [FinancialYear] {
    (0..<max(0, min(count, 1_100))).compactMap { advanced(by: $0) }
  }
}
