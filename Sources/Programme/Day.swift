/// A calendar day in the programme's zone, without a time: what a form, a file or a review date holds.
public struct Day: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// Year of the Gregorian calendar, 1 to 9999.
  public let year: Int
  /// Month, 1 to 12.
  public let month: Int
  /// Day of the month, 1 to 31.
  public let day: Int

  /// A day that exists in the calendar; nil otherwise (30 February is no day).
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Day.length(ofMonth: month, year: year)
    else { return nil }
    (self.year, self.month, self.day) = (year, month, day)
  }

  /// Reads the ISO form "2010-01-15" and nothing else.
  public init?(text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
      let year = Day.whole(bytes[0..<4]), let month = Day.whole(bytes[5..<7]),
      let day = Day.whole(bytes[8..<10])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// The ISO form.
  public var description: String {
    "\(Day.padded(year, 4))-\(Day.padded(month, 2))-\(Day.padded(day, 2))"
  }

  /// The form people read: "15 January 2010".
  public var words: String { "\(day) \(Day.monthNames[month - 1]) \(year)" }

  /// Earlier days come first.
  public static func < (left: Day, right: Day) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }

  private static let monthNames = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  private static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 4, 6, 9, 11: 30
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    default: 31
    }
  }

  private static func whole(_ digits: ArraySlice<UInt8>) -> Int? {
    let figures = digits.map { Int($0) - 0x30 }
    guard figures.allSatisfy((0...9).contains) else { return nil }
    return figures.reduce(0) { $0 * 10 + $1 }
  }

  private static func padded(_ value: Int, _ width: Int) -> String {
    let digits = String(value)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
