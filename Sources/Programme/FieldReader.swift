import Calculator

/// Reads typed values from the texts of one record, and gathers every problem on the way.
struct FieldReader<Field: RecordField> {
  private let texts: [Field: String]
  private(set) var problems: [Problem] = []

  init(_ texts: [Field: String]) { self.texts = texts }

  /// The text of a field, trimmed and within its length; "" for a blank.
  mutating func text(_ field: Field) -> String {
    let text = TrimmedText.of(texts[field] ?? "")
    if text.utf8.count > FieldReader.shortBytes, case .text(let limit) = field.kind,
      text.unicodeScalars.count > limit
    {
      refuse(field, text, "at most \(Shown.whole(limit)) characters", "Shorten it.")
    }
    if TrimmedText.hasControl(text) {
      refuse(field, text, "text without control characters", "Type it again.")
    }
    return text
  }

  /// No field is limited to fewer characters, so that shorter texts need not be counted.
  private static var shortBytes: Int { 32 }

  /// A text that must be there.
  mutating func required(_ field: Field) -> String {
    let text = text(field)
    if text.isEmpty { refuse(field, "", "something here", "Enter \(field.label.lowercased()).") }
    return text
  }

  /// A decimal of a number or share field; nil for a blank or a refused text.
  mutating func number(_ field: Field) -> Exact? {
    let text = text(field)
    guard !text.isEmpty else { return nil }
    let isShare: Bool
    let bounds: ClosedRange<Exact>
    switch field.kind {
    case .number(let low, let high): (isShare, bounds) = (false, low...high)
    case .share(let low, let high): (isShare, bounds) = (true, low...high)
    default: return nil
    }
    guard let value = NumberText.read(text, allowsPercent: isShare) else {
      refuse(
        field, text, isShare ? "a percentage" : "a number",
        isShare ? "Enter a share such as 10%." : "Enter digits, such as 1234.50.")
      return nil
    }
    guard bounds.contains(value) else {
      let words = isShare ? "a share from 0% to 100%" : "a number \(FieldReader.words(bounds))"
      refuse(field, text, words, "Check the figure and its unit.")
      return nil
    }
    return value
  }

  /// A whole number within the field's bounds; nil for a blank or a refused text.
  mutating func whole(_ field: Field) -> Int? {
    let text = text(field)
    guard !text.isEmpty, case .whole(let bounds) = field.kind else { return nil }
    guard let value = NumberText.whole(text), bounds.contains(value) else {
      refuse(
        field, text, "a whole number from \(bounds.lowerBound) to \(bounds.upperBound)",
        "Check the figure.")
      return nil
    }
    return value
  }

  /// A day; nil for a blank or a refused text.
  mutating func day(_ field: Field) -> Day? {
    given(field, "a date", "Enter it as 2010-01-15.") { Day(text: $0) }
  }

  /// A financial year; nil for a blank or a refused text.
  mutating func financialYear(_ field: Field) -> FinancialYear? {
    given(field, "a financial year", "Enter it as 2009/10.") { FinancialYear(text: $0) }
  }

  /// What a text stands for; nil for a blank or a refused text.
  private mutating func given<Value>(
    _ field: Field, _ expected: String, _ mend: String, read: (String) -> Value?
  ) -> Value? {
    let text = text(field)
    guard !text.isEmpty else { return nil }
    let value = read(text)
    if value == nil { refuse(field, text, expected, mend) }
    return value
  }

  /// One of the closed list of an enum, compared folded; nil for a blank.
  mutating func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ field: Field, _: Choice.Type, synonyms: [String: Choice] = [:]
  ) -> Choice? {
    let text = text(field)
    guard !text.isEmpty else { return nil }
    if let choice = Choice(rawValue: text) { return choice }
    let folded = FoldedText.of(text)
    if let choice = Choice.allCases.first(where: { FoldedText.of($0.rawValue) == folded }) {
      return choice
    }
    if let choice = synonyms[folded] { return choice }
    let words = Choice.allCases.map(\.rawValue).joined(separator: ", ")
    refuse(field, text, "one of: \(words)", "Choose one of them.")
    return nil
  }

  /// Several short texts separated by ";".
  mutating func list(_ field: Field) -> [String] {
    let whole = text(field)
    let items = whole.split(separator: ";").map { TrimmedText.of(String($0)) }
      .filter { !$0.isEmpty }
    if case .list(let limit) = field.kind, items.count > limit {
      refuse(
        field, whole, "at most \(Shown.whole(limit)) of them", "Leave the most important ones.")
    }
    if items.contains(where: { $0.unicodeScalars.count > RecordLimit.titleCharacters }) {
      refuse(field, whole, "short names separated by ;", "Shorten them.")
    }
    return items
  }

  /// Records an error at a field.
  mutating func refuse(_ field: Field, _ found: String, _ expected: String, _ mend: String) {
    report(.error, field, found, expected, mend)
  }

  /// Records a problem of any severity at a field.
  mutating func report(
    _ severity: Problem.Severity, _ field: Field, _ found: String, _ expected: String,
    _ mend: String
  ) {
    problems.append(
      Problem(
        severity, at: .field(field.rawValue), subject: field.label, found: found,
        expected: expected, mend: mend))
  }

  private static func words(_ bounds: ClosedRange<Exact>) -> String {
    "from \(Shown.quantity(bounds.lowerBound)) to \(Shown.quantity(bounds.upperBound))"
  }
}
