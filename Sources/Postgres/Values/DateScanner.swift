/// Reads the ISO text form of dates and times, from the left; the era, if any, from the right.
struct DateScanner {
  private var rest: Slice<UnsafeBufferPointer<UInt8>>
  private let isBeforeChrist: Bool

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    let era = Array(" BC".utf8)
    isBeforeChrist = bytes.count > era.count && bytes.suffix(era.count).elementsEqual(era)
    rest = isBeforeChrist ? bytes.dropLast(era.count) : bytes.dropLast(0)
  }

  var isAtEnd: Bool { rest.isEmpty }

  /// Year, month and day; nil when they are not a day.
  mutating func day() -> Day? {
    guard let year = number(digits: 4...7), take("-"), let month = number(digits: 2...2),
      take("-"), let day = number(digits: 2...2)
    else { return nil }
    return Day(year: isBeforeChrist ? 1 - year : year, month: month, day: day)
  }

  /// Microseconds since midnight, from hours, minutes, seconds and an optional fraction.
  mutating func microsecondsOfDay() -> Int? {
    guard let hour = number(digits: 2...2), take(":"), let minute = number(digits: 2...2),
      take(":"), let second = number(digits: 2...2), hour < 24, minute < 60, second < 60
    else { return nil }
    guard let fraction = take(".") ? microseconds() : 0 else { return nil }
    return ((hour * 60 + minute) * 60 + second) * 1_000_000 + fraction
  }

  /// One to six digits after the point.
  private mutating func microseconds() -> Int? {
    let before = rest.count
    guard let digits = number(digits: 1...6) else { return nil }
    return (before - rest.count..<6).reduce(digits) { scaled, _ in scaled * 10 }
  }

  mutating func take(_ expected: Unicode.Scalar) -> Bool {
    guard let byte = rest.first, UInt32(byte) == expected.value else { return false }
    rest.removeFirst()
    return true
  }

  /// At most seven digits, so that no product of them can overflow.
  mutating func number(digits: ClosedRange<Int>) -> Int? {
    let found = rest.prefix { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
    guard digits.contains(found.count) else { return nil }
    rest.removeFirst(found.count)
    return found.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
  }
}
