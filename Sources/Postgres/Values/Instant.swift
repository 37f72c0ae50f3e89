import struct Foundation.Date

/// A moment in time (`timestamptz`), exact to the microsecond, as PostgreSQL has it.
public struct Instant: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// Microseconds since 1970-01-01 00:00 UTC.
  public var microsecondsSinceEpoch: Int64

  /// A moment by its microseconds since 1970-01-01 00:00 UTC.
  public init(microsecondsSinceEpoch: Int64) {
    self.microsecondsSinceEpoch = microsecondsSinceEpoch
  }

  /// The moment nearest to a date; the first or last moment when it lies outside.
  public init(_ date: Date) {
    let microseconds = (date.timeIntervalSince1970 * 1_000_000).rounded()
    microsecondsSinceEpoch = Int64(exactly: microseconds) ?? (microseconds > 0 ? .max : .min)
  }

  /// The present moment, by the system's clock.
  public static func now() -> Instant { Instant(Date()) }

  /// The same moment as a date, as exact as a date can be.
  public var date: Date {
    Date(timeIntervalSince1970: Double(microsecondsSinceEpoch) / 1_000_000)
  }

  /// The day in UTC, and the microseconds since its midnight.
  private var parts: (day: Day?, microsecondsOfDay: Int64) {
    let (quotient, remainder) = microsecondsSinceEpoch.quotientAndRemainder(
      dividingBy: microsecondsPerDay)
    let days = remainder < 0 ? quotient - 1 : quotient
    return (
      Day(daysSinceEpoch: Int(days)), remainder < 0 ? remainder + microsecondsPerDay : remainder
    )
  }

  /// Earlier moments come first.
  public static func < (left: Instant, right: Instant) -> Bool {
    left.microsecondsSinceEpoch < right.microsecondsSinceEpoch
  }

  /// ISO 8601 in UTC with microseconds, such as `2026-04-01T09:30:00.000000Z`.
  public var description: String {
    let (day, time) = parts
    guard let day else { return "\(microsecondsSinceEpoch) µs" }
    var writer = ValueWriter()
    writer.write("\(day)T")
    writer.writeTime(time)
    writer.write("Z")
    return String(decoding: writer.bytes, as: UTF8.self)
  }
}

private let microsecondsPerDay: Int64 = 86_400_000_000

extension Instant: PostgresEncodable, PostgresDecodable {
  /// `timestamptz`.
  public static var postgresType: PostgresType { .timestamptz }

  /// ISO 8601 with the offset `+00`.
  public func encode(into writer: inout ValueWriter) {
    let (day, time) = parts
    guard let day else { return writer.refuse("is an instant before 4713 BC") }
    writer.writeDate(day)
    writer.write(ascii: UInt8(ascii: " "))
    writer.writeTime(time)
    writer.write(day.year < 1 ? "+00 BC" : "+00")
  }

  /// ISO 8601 with the offset `+00`, since every session's time zone is UTC; `infinity` and
  /// `timestamp` without a zone are refused.
  public init?(postgresText text: PostgresText) {
    var scanner = DateScanner(text.bytes)
    guard let day = scanner.day(), scanner.take(" "), let time = scanner.microsecondsOfDay(),
      scanner.take("+"), scanner.number(digits: 2...2) == 0, scanner.isAtEnd
    else { return nil }
    let (midnight, overflow) = Int64(day.daysSinceEpoch).multipliedReportingOverflow(
      by: microsecondsPerDay)
    let (microseconds, past) = midnight.addingReportingOverflow(Int64(time))
    guard !overflow, !past else { return nil }
    microsecondsSinceEpoch = microseconds
  }
}

extension ValueWriter {
  /// Hours, minutes, seconds and six digits of fraction.
  fileprivate mutating func writeTime(_ microsecondsOfDay: Int64) {
    let seconds = microsecondsOfDay / 1_000_000
    write(seconds / 3600, width: 2)
    write(ascii: UInt8(ascii: ":"))
    write(seconds / 60 % 60, width: 2)
    write(ascii: UInt8(ascii: ":"))
    write(seconds % 60, width: 2)
    write(ascii: UInt8(ascii: "."))
    write(microsecondsOfDay % 1_000_000, width: 6)
  }
}
