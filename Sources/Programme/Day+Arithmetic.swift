extension Day {
  /// The day that many months later; the last of the month where the month is shorter. Nil when it
  /// leaves the calendar.
  public func adding(months: Int) -> Day? {
    let (count, overflow) = (year * 12 + month - 1).addingReportingOverflow(months)
    guard !overflow, count >= 12 else { return nil }
    let (year, month) = (count / 12, count % 12 + 1)
    return (0...3).lazy.compactMap { Day(year: year, month: month, day: day - $0) }.first
  }

  /// How many days this day comes after another; negative when it comes before.
  public func days(since other: Day) -> Int { count - other.count }

  /// The days of the calendar up to this one. A year is counted from March, so that the leap day
  /// comes last.
  private var count: Int {
    let years = month > 2 ? year : year - 1
    let months = month > 2 ? month - 3 : month + 9
    return years * 365 + years / 4 - years / 100 + years / 400 + (months * 153 + 2) / 5 + day
  }
}

extension Day {
  /// The day that many days later, or earlier for a negative number. Nil when it leaves the calendar.
  public func adding(days: Int) -> Day? {
    let (sum, overflow) = count.addingReportingOverflow(days)
    guard !overflow, sum > 0, sum <= 3_652_500 else { return nil }
    // The year before the day's own, counted from March, by the mean length: off by one at most.
    let guess = (sum - 1) * 400 / 146_097
    return (guess - 1...guess + 1).lazy.compactMap { Day(marchYear: $0, count: sum) }.first
  }

  /// The day of that count in the year from March; nil when it falls in another year.
  private init?(marchYear: Int, count: Int) {
    guard marchYear >= 0 else { return nil }
    let before = marchYear * 365 + marchYear / 4 - marchYear / 100 + marchYear / 400
    let dayOfYear = count - before - 1
    guard (0...365).contains(dayOfYear) else { return nil }
    let months = (5 * dayOfYear + 2) / 153
    let isNextYear = months >= 10
    self.init(
      year: isNextYear ? marchYear + 1 : marchYear, month: isNextYear ? months - 9 : months + 3,
      day: dayOfYear - (153 * months + 2) / 5 + 1)
  }
}

extension Day {
  /// The last day of the calendar, 31 December 9999.
  public static let last = Day(ofCalendar: ())

  private init(ofCalendar: Void) { (year, month, day) = (9999, 12, 31) }
}
