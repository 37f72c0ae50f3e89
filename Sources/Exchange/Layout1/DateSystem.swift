import Programme

/// What a workbook's day numbers count from.
enum DateSystem: Equatable {
  /// Day 1 is 1 January 1900, and day 60 a 29 February that never was.
  case from1900
  /// Day 0 is 1 January 1904.
  case from1904

  /// The day of a whole day number; nil where there is none.
  func day(serial: Int) -> Day? {
    guard (0...2_958_465).contains(serial) else { return nil }
    if self == .from1904 { return DateSystem.day(daysAfter1900: serial + 1_460) }
    if serial == 0 || serial == 60 { return nil }
    return DateSystem.day(daysAfter1900: serial > 60 ? serial - 2 : serial - 1)
  }

  /// Whether a moment is only a time: spreadsheet programs keep one on the day they count from, or
  /// on the last days of 1899.
  func isTimeOnly(_ day: Day, hasTime: Bool) -> Bool {
    if day.year < 1900 { return true }
    return self == .from1904 && hasTime && day == Day(year: 1904, month: 1, day: 1)
  }

  /// Counts from 1 January 1900, by the civil calendar (H. Hinnant, days_from_civil, inverted).
  private static func day(daysAfter1900 days: Int) -> Day? {
    let shifted = days + 693_901
    let era = shifted / 146_097
    let ofEra = shifted - era * 146_097
    let yearOfEra = (ofEra - ofEra / 1_460 + ofEra / 36_524 - ofEra / 146_096) / 365
    let ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * ofYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    return Day(
      year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month,
      day: ofYear - (153 * shiftedMonth + 2) / 5 + 1)
  }
}
