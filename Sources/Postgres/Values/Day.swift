/// A calendar day (`date`), in the Gregorian calendar extended backwards, as PostgreSQL has it.
public struct Day: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The year; 0 is 1 BC, -1 is 2 BC.
  public let year: Int
  /// The month, 1 to 12.
  public let month: Int
  /// The day of the month, 1 to 31.
  public let day: Int

  /// The years that PostgreSQL's `date` can hold, whole.
  static let years = -4712...5_874_896

  /// Nil when there is no such day, or PostgreSQL cannot hold it.
  public init?(year: Int, month: Int, day: Int) {
    guard Day.years.contains(year), (1...12).contains(month),
      day >= 1, day <= Day.length(ofMonth: month, year: year)
    else { return nil }
    (self.year, self.month, self.day) = (year, month, day)
  }

  /// Days since 1 January 1970; at most some 2.2 billion.
  public var daysSinceEpoch: Int {
    // Years that begin in March put the leap day last (Howard Hinnant, chrono-compatible
    // low-level date algorithms).
    let year = month <= 2 ? year - 1 : year
    let era = (year >= 0 ? year : year - 399) / 400
    let yearOfEra = year - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  /// The day that is so many days after 1 January 1970; nil when PostgreSQL cannot hold it.
  public init?(daysSinceEpoch days: Int) {
    guard (-3_000_000...2_200_000_000).contains(days) else { return nil }
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    self.init(
      year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month,
      day: dayOfYear - (153 * monthFromMarch + 2) / 5 + 1)
  }

  /// Days in a month of a year.
  static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 4, 6, 9, 11: 30
    case 2: isLeap(year) ? 29 : 28
    default: 31
    }
  }

  private static func isLeap(_ year: Int) -> Bool {
    year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
  }

  /// Earlier days come first.
  public static func < (left: Day, right: Day) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }

  /// ISO 8601, such as `2026-04-01`; years before 1 carry a sign, as in `-0043-03-15`.
  public var description: String {
    var writer = ValueWriter()
    writer.write(Int64(year), width: 4)
    writer.writeMonthAndDay(of: self)
    return String(decoding: writer.bytes, as: UTF8.self)
  }
}

extension Day: PostgresEncodable, PostgresDecodable {
  /// `date`.
  public static var postgresType: PostgresType { .date }

  /// ISO 8601, with ` BC` after years before 1.
  public func encode(into writer: inout ValueWriter) {
    writer.writeDate(self)
    if year < 1 { writer.write(" BC") }
  }

  /// ISO 8601; `infinity` is refused.
  public init?(postgresText text: PostgresText) {
    var scanner = DateScanner(text.bytes)
    guard let day = scanner.day(), scanner.isAtEnd else { return nil }
    self = day
  }
}

extension ValueWriter {
  /// The date without the era.
  mutating func writeDate(_ day: Day) {
    write(Int64(day.year < 1 ? 1 - day.year : day.year), width: 4)
    writeMonthAndDay(of: day)
  }

  fileprivate mutating func writeMonthAndDay(of day: Day) {
    write(ascii: UInt8(ascii: "-"))
    write(Int64(day.month), width: 2)
    write(ascii: UInt8(ascii: "-"))
    write(Int64(day.day), width: 2)
  }
}
