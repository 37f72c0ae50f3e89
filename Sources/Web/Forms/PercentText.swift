import Calculator
import Programme

/// Shares as people type them: "3.5" in a field that ends in "%".
enum PercentText {
  /// What was typed, with its percent sign where it ends in a digit: words stay as they are.
  static func withSign(_ text: String, if isShare: Bool) -> String {
    let trimmed = TrimmedText.of(text)
    guard isShare, let last = trimmed.utf8.last, last == UInt8(ascii: ".") || isDigit(last)
    else { return text }
    return trimmed + "%"
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  /// A fraction as it is typed.
  static func typed(_ text: String, if isShare: Bool) -> String {
    guard isShare, let share = Exact(text: text) else { return text }
    return (share * Exact(100)).text
  }
}
