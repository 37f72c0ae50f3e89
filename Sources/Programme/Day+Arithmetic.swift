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
