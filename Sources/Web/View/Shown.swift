import Calculator
import Foundation
import Programme

/// How pages show values. Rounding itself is the calculator's.
extension Shown {
  /// What stands instead of an empty cell.
  static let unknown = "not known"

  /// Pounds and pence without the sign of the pound, for columns whose head names the unit.
  static func bare(_ value: Exact?) -> String {
    value.map { decimal($0, places: 2) } ?? unknown
  }

  /// Whole pounds without the sign of the pound.
  static func bareWhole(_ value: Exact?) -> String {
    value.map { decimal($0, places: 0) } ?? unknown
  }

  /// Pounds and pence, or "not known".
  static func money(orUnknown value: Exact?) -> String {
    value.map { money($0) } ?? unknown
  }

  /// The words of a text, or "not known" when there are none.
  static func words(_ text: String) -> String { text.isEmpty ? unknown : text }

  /// "22 November 2026", or "not known".
  static func day(_ day: Day?) -> String { day?.words ?? unknown }

  /// "1 benefit", "1,204 benefits".
  static func count(_ count: Int, _ one: String, _ many: String? = nil) -> String {
    "\(quantity(Exact(count))) \(count == 1 ? one : many ?? one + "s")"
  }

  /// "22 November 2026, 9:05 am", in the programme's zone.
  static func moment(_ date: Date) -> String {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = zone
    let parts = calendar.dateComponents([.year, .month, .day, .hour, .minute], from: date)
    guard let year = parts.year, let month = parts.month, let day = parts.day,
      let hour = parts.hour, let minute = parts.minute,
      let words = Day(year: year, month: month, day: day)?.words
    else { return unknown }
    let clock = hour % 12 == 0 ? 12 : hour % 12
    return "\(words), \(clock):\(minute < 10 ? "0" : "")\(minute) \(hour < 12 ? "am" : "pm")"
  }

  /// The canonical text of a field as people read it: shares as percentages, days in words,
  /// numbers with separators, blanks as "not known".
  static func field(_ text: String, kind: FieldKind, unit: String = "") -> String {
    guard !text.isEmpty else { return unknown }
    switch kind {
    case .share: return Exact(text: text).map { percentage($0) } ?? text
    case .number: return number(text, unit: unit)
    case .whole: return unit.isEmpty ? text : "\(text) \(unit)"
    case .day: return Day(text: text)?.words ?? text
    default: return text
    }
  }

  private static func number(_ text: String, unit: String) -> String {
    guard let value = Exact(text: text) else { return text }
    guard unit.hasPrefix("£") else {
      return unit.isEmpty ? quantity(value) : "\(quantity(value)) \(unit)"
    }
    return money(value) + unit.dropFirst()
  }

  private static let zone = TimeZone(identifier: "Europe/London") ?? .gmt
}
