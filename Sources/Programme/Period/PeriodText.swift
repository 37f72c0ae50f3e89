/// Reads the periods that people and spreadsheets write.
public enum PeriodText {
  /// The period of a text: "2010-M01", "2010/11", "2010/11 Q1", "Q1 2010/11", "April 2010",
  /// "Apr-10", "2010-04", "01/04/2010" (a day stands for its month); nil for anything else.
  public static func read(_ text: String) -> PeriodSpan? {
    if let span = PeriodSpan(text: text) { return span }
    if let year = FinancialYear(text: text) { return PeriodSpan(year, .year) }
    let words = text.split { $0 == " " || $0 == "-" || $0 == "/" }.map(String.init)
    return partOfYear(text) ?? namedMonth(words) ?? numbered(words)
  }

  /// "2010/11 Q1" and "Q1 2010/11"; also "M01".
  private static func partOfYear(_ text: String) -> PeriodSpan? {
    let words = text.split(separator: " ").map(String.init)
    guard words.count == 2 else { return nil }
    for (one, other) in [(words[0], words[1]), (words[1], words[0])] {
      if let year = FinancialYear(text: one), let part = part(other) {
        return PeriodSpan(year, part)
      }
    }
    return nil
  }

  private static func part(_ text: String) -> Period? {
    Period.allCases.first { FoldedText.of($0.rawValue) == FoldedText.of(text) }
      ?? ChoiceWords.period[FoldedText.of(text)]
  }

  /// "April 2010", "Apr 10".
  private static func namedMonth(_ words: [String]) -> PeriodSpan? {
    guard words.count == 2, let part = ChoiceWords.period[words[0].lowercased()],
      part.frequency == .month, let year = calendarYear(words[1])
    else { return nil }
    return month((part.firstMonth + 3) % 12 + 1, of: year)
  }

  /// "2010 04", "01 04 2010", "2010 04 01".
  private static func numbered(_ words: [String]) -> PeriodSpan? {
    let numbers = words.compactMap { Int($0) }
    guard numbers.count == words.count, (2...3).contains(words.count) else { return nil }
    if words[0].utf8.count == 4 { return month(numbers[1], of: numbers[0]) }
    guard words.count == 3, words[2].utf8.count == 4 else { return nil }
    return month(numbers[1], of: numbers[2])
  }

  private static func calendarYear(_ text: String) -> Int? {
    switch (text.utf8.count, Int(text)) {
    case (4, let year?): return year
    case (2, let year?): return year < 70 ? 2000 + year : 1900 + year
    default: return nil
    }
  }

  private static func month(_ month: Int, of year: Int) -> PeriodSpan? {
    guard let day = Day(year: year, month: month, day: 1), let own = FinancialYear.of(day)
    else { return nil }
    let parts = Frequency.month.parts
    let place = (month + 8) % 12
    return parts.indices.contains(place) ? PeriodSpan(own, parts[place]) : nil
  }
}
