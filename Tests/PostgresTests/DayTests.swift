import Foundation
import Postgres
import Testing

@Suite("Days and instants")
struct DayTests {
  @Test(
    "There is no such day",
    arguments: [
      (2026, 2, 29), (2026, 13, 1), (2026, 0, 1), (2026, 4, 31), (1900, 2, 29),
      (2026, 1, 0), (Int.max, 1, 1), (Int.min, 12, 31), (2026, Int.max, Int.min),
    ])
  func noSuchDay(year: Int, month: Int, day: Int) {
    #expect(Day(year: year, month: month, day: day) == nil)
  }

  @Test(
    "Days since 1970, by the calendar program of POSIX",
    // date -u -d DAY +%s, divided by 86400
    arguments: [
      (1970, 1, 1, 0), (2000, 2, 29, 11_016), (2026, 4, 1, 20_544), (1969, 12, 31, -1),
      (1900, 3, 1, -25_508), (9999, 12, 31, 2_932_896),
    ])
  func daysSinceEpoch(year: Int, month: Int, day: Int, days: Int) throws {
    let date = try #require(Day(year: year, month: month, day: day))
    #expect(date.daysSinceEpoch == days)
    #expect(Day(daysSinceEpoch: days) == date)
  }

  @Test("Days out of range are nil, not a crash", arguments: [Int.max, Int.min, 2_200_000_001])
  func outOfRange(days: Int) { #expect(Day(daysSinceEpoch: days) == nil) }

  @Test("Days and instants read as ISO 8601")
  func description() throws {
    #expect(try #require(Day(year: 33, month: 4, day: 3)).description == "0033-04-03")
    #expect(Instant(microsecondsSinceEpoch: -1).description == "1969-12-31T23:59:59.999999Z")
    #expect(Instant(microsecondsSinceEpoch: .min).description == "-9223372036854775808 µs")
  }

  @Test("An instant and a date are the same moment, and no date crashes")
  func date() {
    #expect(Instant(Date(timeIntervalSince1970: 1.5)).microsecondsSinceEpoch == 1_500_000)
    #expect(Instant(.distantFuture).date == .distantFuture)
    #expect(Instant(Date(timeIntervalSince1970: 1e300)).microsecondsSinceEpoch == .max)
    #expect(Instant(Date(timeIntervalSince1970: -.infinity)).microsecondsSinceEpoch == .min)
    #expect(Instant(Date(timeIntervalSince1970: .nan)).microsecondsSinceEpoch == .min)
  }
}
