import Calculator
import Programme

/// Shares as people type them: "3.5" in a field that ends in "%".
enum PercentText {
  /// What was typed, with its percent sign.
  static func withSign(_ text: String, if isShare: Bool) -> String {
    let trimmed = TrimmedText.of(text)
    guard isShare, !trimmed.isEmpty, trimmed.utf8.last != UInt8(ascii: "%") else { return text }
    return trimmed + "%"
  }

  /// A fraction as it is typed.
  static func typed(_ text: String, if isShare: Bool) -> String {
    guard isShare, let share = Exact(text: text) else { return text }
    return (share * Exact(100)).text
  }
}
