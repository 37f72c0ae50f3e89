import Foundation
import Programme

/// A day on which something is due.
public struct CalendarEntry: Sendable, Hashable {
  /// What names it for ever, such as "milestone-…@concordat.example.org".
  public var uid: String
  /// The day.
  public var day: Day
  /// What is due, in a line.
  public var title: String
  /// More about it.
  public var words: String
  /// The page about it.
  public var address: String
  /// When it was last changed.
  public var changedAt: Date

  /// An entry.
  public init(
    uid: String, day: Day, title: String, words: String, address: String, changedAt: Date
  ) {
    self.uid = uid
    self.day = day
    self.title = title
    self.words = words
    self.address = address
    self.changedAt = changedAt
  }
}

/// Writes a calendar that programs subscribe to (iCalendar, RFC 5545).
public enum CalendarWriter {
  /// The most bytes of a line, its end not counted.
  private static let lineBytes = 75

  /// The calendar of that name.
  public static func write(_ entries: [CalendarEntry], named name: String) -> [UInt8] {
    let head = [
      "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Concordat//Due dates//EN", "CALSCALE:GREGORIAN",
      "METHOD:PUBLISH", "X-WR-CALNAME:\(escaped(name))", "REFRESH-INTERVAL;VALUE=DURATION:PT6H",
      "X-PUBLISHED-TTL:PT6H",
    ]
    let lines = head + entries.flatMap(lines) + ["END:VCALENDAR"]
    return lines.flatMap { folded(Array($0.utf8)) }
  }

  private static func lines(of entry: CalendarEntry) -> [String] {
    let moment = stamp(entry.changedAt)
    var lines = [
      "BEGIN:VEVENT", "UID:\(escaped(entry.uid))", "DTSTAMP:\(moment)", "LAST-MODIFIED:\(moment)",
      "DTSTART;VALUE=DATE:\(digits(entry.day))", "SUMMARY:\(escaped(entry.title))",
    ]
    if !entry.words.isEmpty { lines.append("DESCRIPTION:\(escaped(entry.words))") }
    // An address is no text: it stands as it is, and control characters were never in it.
    if isAddress(entry.address) { lines.append("URL:\(entry.address)") }
    return lines + ["TRANSP:TRANSPARENT", "END:VEVENT"]
  }

  private static func isAddress(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy { (0x21...0x7E).contains($0) }
  }

  /// A text: what has a meaning in the format is marked, a line break is written as one, and other
  /// control characters are spaces.
  private static func escaped(_ text: String) -> String {
    var out = String.UnicodeScalarView()
    var last: Unicode.Scalar = " "
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\", ";", ",": out.append(contentsOf: ["\\", scalar])
      case "\n" where last == "\r": break
      case "\n", "\r": out.append(contentsOf: ["\\", "n"])
      default: out.append(scalar.properties.generalCategory == .control ? " " : scalar)
      }
      last = scalar
    }
    return String(out)
  }

  /// A line of any length as lines of the format, never cut within a character.
  private static func folded(_ line: [UInt8]) -> [UInt8] {
    var out: [UInt8] = []
    var rest = line[...]
    while rest.count > room(out) {
      var cut = room(out)
      while cut > 1, rest[rest.startIndex + cut] & 0xC0 == 0x80 { cut -= 1 }
      out += rest.prefix(cut) + [0x0D, 0x0A, 0x20]
      rest = rest.dropFirst(cut)
    }
    return out + rest + [0x0D, 0x0A]
  }

  /// The space that begins a further line counts.
  private static func room(_ before: [UInt8]) -> Int {
    before.isEmpty ? lineBytes : lineBytes - 1
  }

  private static func digits(_ day: Day) -> String {
    String(day.description.unicodeScalars.filter { $0 != "-" })
  }

  /// "20261122T183005Z".
  private static func stamp(_ date: Date) -> String {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = .gmt
    let parts = calendar.dateComponents(
      [.year, .month, .day, .hour, .minute, .second], from: date)
    let day = Day(year: parts.year ?? 0, month: parts.month ?? 0, day: parts.day ?? 0)
    let time = [parts.hour, parts.minute, parts.second].map { two($0 ?? 0) }.joined()
    return "\(day.map(digits) ?? "19700101")T\(time)Z"
  }

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
