import Programme

/// What is said beside figures that go without an input because it cannot be used.
enum UnusedInput {
  /// One sentence for each input: "“Discount rate” was not used: correct it."
  static func words(_ problems: [Problem]) -> [String] {
    problems.filter { $0.severity == .error }
      .map { "\u{201C}\($0.subject.capitalizedAtStart)\u{201D} was not used: correct it." }
  }

  /// What is said before something else is.
  static func before(_ words: String, _ problems: [Problem]) -> String {
    (UnusedInput.words(problems) + [words]).joined(separator: " ")
  }
}
