import Programme

/// Days as people in Britain write them: day, month and a year of four digits.
enum WrittenDay {
  /// "15/01/2010", "15.1.2010", "15 January 2010", "15-Jan-2010"; nil for anything else, also for a
  /// year of two digits, which may mean anything.
  static func read(_ text: String) -> Day? {
    let parts = text.unicodeScalars.split { separators.contains($0) }.map(String.init)
    guard parts.count == 3, let day = whole(parts[0], digits: 1...2) else { return nil }
    guard let month = whole(parts[1], digits: 1...2) ?? named(parts[1]) else { return nil }
    guard let year = whole(parts[2], digits: 4...4) else { return nil }
    return Day(year: year, month: month, day: day)
  }

  private static let separators: Set<Unicode.Scalar> = ["/", ".", "-", " ", ","]

  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]

  private static func named(_ text: String) -> Int? {
    let folded = text.lowercased()
    guard folded.utf8.count >= 3 else { return nil }
    return months.firstIndex { $0.hasPrefix(folded) }.map { $0 + 1 }
  }

  private static func whole(_ text: String, digits: ClosedRange<Int>) -> Int? {
    guard digits.contains(text.utf8.count),
      text.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
    else { return nil }
    return Int(text)
  }
}
