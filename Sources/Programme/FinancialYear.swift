/// A financial year, April to March, written "2005/06".
public struct FinancialYear: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The calendar year it begins in, 1900 to 2999.
  public let firstYear: Int

  /// The financial year that begins in April of `firstYear`; nil outside 1900 to 2999.
  public init?(firstYear: Int) {
    guard (1900...2999).contains(firstYear) else { return nil }
    self.firstYear = firstYear
  }

  /// Reads "2005/06" (also "2005-06"), whose two years must follow each other.
  public init?(text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count == 7, bytes[4] == UInt8(ascii: "/") || bytes[4] == UInt8(ascii: "-"),
      let first = Int(String(decoding: bytes[0..<4], as: UTF8.self)),
      let second = Int(String(decoding: bytes[5..<7], as: UTF8.self)),
      (first + 1) % 100 == second
    else { return nil }
    self.init(firstYear: first)
  }

  /// The form in files and on pages.
  public var description: String {
    let second = (firstYear + 1) % 100
    return "\(firstYear)/\(second < 10 ? "0" : "")\(second)"
  }

  /// The year this many after this one; nil when it leaves the range.
  public func advanced(by years: Int) -> FinancialYear? {
    let (year, overflow) = firstYear.addingReportingOverflow(years)
    return overflow ? nil : FinancialYear(firstYear: year)
  }

  /// How many years this one comes after `other`.
  public func years(since other: FinancialYear) -> Int { firstYear - other.firstYear }

  /// The financial year that a day falls in.
  public static func of(_ day: Day) -> FinancialYear? {
    FinancialYear(firstYear: day.month >= 4 ? day.year : day.year - 1)
  }

  /// Earlier years come first.
  public static func < (left: FinancialYear, right: FinancialYear) -> Bool {
    left.firstYear < right.firstYear
  }
}
