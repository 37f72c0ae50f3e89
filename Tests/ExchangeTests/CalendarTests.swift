import Foundation
import Programme
import Testing

@testable import Exchange

@Suite("Calendars")
struct CalendarTests {
  private func lines(_ titles: [String]) throws -> [Substring] {
    let day = try #require(Day(year: 2026, month: 11, day: 22))
    let entries = titles.map {
      CalendarEntry(
        uid: "issue-1@example.org", day: day, title: $0, words: "",
        address: "https://example.org/issues/1", changedAt: Date(timeIntervalSince1970: 0))
    }
    let bytes = CalendarWriter.write(entries, named: "Due")
    #expect(bytes.suffix(2) == [0x0D, 0x0A])
    return String(decoding: bytes, as: UTF8.self).split(
      separator: "\r\n", omittingEmptySubsequences: false)
  }

  @Test("NOT-12 A day is a whole day that keeps nobody from meeting, with its page")
  func whole() throws {
    #expect(
      try lines(["Go live"]).drop { $0 != "BEGIN:VEVENT" }.dropLast(2) == [
        "BEGIN:VEVENT", "UID:issue-1@example.org", "DTSTAMP:19700101T000000Z",
        "LAST-MODIFIED:19700101T000000Z", "DTSTART;VALUE=DATE:20261122", "SUMMARY:Go live",
        "URL:https://example.org/issues/1", "TRANSP:TRANSPARENT", "END:VEVENT",
      ])
  }

  @Test(
    "What a title holds stays within it",
    arguments: [
      ("a,b;c\\d", "SUMMARY:a\\,b\\;c\\\\d"), ("a\nEND:VEVENT", "SUMMARY:a\\nEND:VEVENT"),
      ("a\r\nb", "SUMMARY:a\\nb"), ("a\rb", "SUMMARY:a\\nb"), ("a\0b", "SUMMARY:a b"),
      (",\u{301}", "SUMMARY:\\,\u{301}"),
    ])
  func escapes(title: String, line: String) throws {
    #expect(try lines([title]).contains { $0.unicodeScalars.elementsEqual(line.unicodeScalars) })
  }

  @Test("No line is longer than 75 bytes, and unfolded it is what it was")
  func folding() throws {
    for count in 60...160 {
      let title = String(repeating: "é", count: count / 2) + String(repeating: "🏴󠁧󠁢󠁳󠁣󠁴󠁿", count: 9)
      let lines = try lines([title])
      #expect(lines.allSatisfy { $0.utf8.count <= 75 })
      let whole = Data(lines.joined(separator: "\r\n").utf8)
      let unfolded = whole.split(separator: Data("\r\n ".utf8)).reduce(Data(), +)
      #expect(unfolded.firstRange(of: Data("SUMMARY:\(title)\r\n".utf8)) != nil)
    }
  }
}
