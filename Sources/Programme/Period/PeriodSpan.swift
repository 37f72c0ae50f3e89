/// A stretch of time that a value is of: a month, a quarter or the whole of a financial year.
///
/// Spans nest and never overlap in part: two of them are apart, the same, or one lies within the
/// other.
public struct PeriodSpan: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The financial year, April to March.
  public let year: FinancialYear
  /// Which part of it.
  public let part: Period

  /// A part of a financial year.
  public init(_ year: FinancialYear, _ part: Period) {
    self.year = year
    self.part = part
  }

  /// Reads the form of addresses and fields, "2010-M01"; nil for anything else.
  public init?(text: String) {
    let halves = text.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
    guard halves.count == 2, halves[0].utf8.count == 4, let first = Int(halves[0]),
      let year = FinancialYear(firstYear: first), let part = Period(rawValue: String(halves[1]))
    else { return nil }
    self.init(year, part)
  }

  /// The form of addresses and fields: "2010-M01".
  public var text: String { "\(year.firstYear)-\(part.rawValue)" }

  /// As layout 1 has it: "2010/11 M01".
  public var description: String { "\(year) \(part.rawValue)" }

  /// Its months, numbered from April of the year 0; never empty.
  public var months: Range<Int> {
    let first = year.firstYear * 12 + part.firstMonth
    return first..<(first + part.monthCount)
  }

  /// Earlier spans come first; of two that begin together the longer.
  public static func < (left: PeriodSpan, right: PeriodSpan) -> Bool {
    let (one, other) = (left.months, right.months)
    return (one.lowerBound, -one.count) < (other.lowerBound, -other.count)
  }

  /// Whether the other span lies within this one and is shorter.
  public func isAround(_ other: PeriodSpan) -> Bool {
    months.count > other.months.count && months.covers(other.months)
  }

  /// Whether the two share a month and are not the same.
  public func overlaps(_ other: PeriodSpan) -> Bool { isAround(other) || other.isAround(self) }

  /// Its first day.
  public var firstDay: Day? { Day(year: calendarYear(of: 0), month: calendarMonth(of: 0), day: 1) }

  /// Its last day.
  public var lastDay: Day? {
    let last = part.monthCount - 1
    return (28...31).reversed().lazy.compactMap {
      Day(year: calendarYear(of: last), month: calendarMonth(of: last), day: $0)
    }.first
  }

  /// As people say it: "April 2010", "April to June 2010", "2010/11".
  public var words: String {
    let last = part.monthCount - 1
    switch part.frequency {
    case .year: return year.description
    case .quarter: return "\(monthName(of: 0)) to \(monthName(of: last)) \(calendarYear(of: last))"
    case .month: return "\(monthName(of: 0)) \(calendarYear(of: 0))"
    }
  }

  /// The month of the calendar of its month number `place`, from 0.
  private func calendarMonth(of place: Int) -> Int { (part.firstMonth + place + 3) % 12 + 1 }

  private func calendarYear(of place: Int) -> Int {
    year.firstYear + (part.firstMonth + place >= 9 ? 1 : 0)
  }

  private func monthName(of place: Int) -> String {
    let names = PeriodSpan.monthNames
    let month = calendarMonth(of: place) - 1
    return names.indices.contains(month) ? names[month] : ""
  }

  private static let monthNames = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]
}

extension Period {
  /// How many months after April it begins, 0 to 11.
  public var firstMonth: Int {
    switch frequency {
    case .year: 0
    case .quarter: 3 * ((Frequency.quarter.parts.firstIndex(of: self)) ?? 0)
    case .month: Frequency.month.parts.firstIndex(of: self) ?? 0
    }
  }

  /// How many months it has: 12, 3 or 1.
  public var monthCount: Int { frequency.monthCount }

  /// Whether it is a year, a quarter or a month.
  public var frequency: Frequency {
    switch self {
    case .year: .year
    case .quarter1, .quarter2, .quarter3, .quarter4: .quarter
    default: .month
    }
  }
}

extension Range<Int> {
  /// Whether the other range lies within this one; it may be the same.
  func covers(_ other: Range<Int>) -> Bool {
    lowerBound <= other.lowerBound && other.upperBound <= upperBound
  }
}
