/// A financial year, April to March, written "2005/06".
public struct FinancialYear: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The calendar year it begins in, 1900 to 2999.
  public let firstYear: Int

  /// The financial year that begins in April of `firstYear`; nil outside 1900 to 2999.
  public init?(firstYear: Int) {
    guard (1900...2999).contains(firstYear) else { return nil }
    self.firstYear = firstYear
  }

  /// Reads "2005/06" (also "2005-06" and "2005/2006"), whose two years must follow each other.
  public init?(text: String) {
    let parts = text.split(omittingEmptySubsequences: false) { "/-\u{2013}".contains($0) }
    guard parts.count == 2, let first = FinancialYear.whole(parts[0], digits: [4]),
      let second = FinancialYear.whole(parts[1], digits: [2, 4]),
      second == (parts[1].utf8.count == 2 ? (first + 1) % 100 : first + 1)
    else { return nil }
    self.init(firstYear: first)
  }

  private static func whole(_ text: Substring, digits: Set<Int>) -> Int? {
    let bytes = text.utf8
    guard digits.contains(bytes.count),
      bytes.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
    else { return nil }
    return Int(text)
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
