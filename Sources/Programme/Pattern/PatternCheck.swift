import Calculator

extension Pattern {
  /// Everything that stands against the pattern: nothing does, where it can be used.
  public var problems: [Problem] {
    let reading = benefit(reference: "B001", council: "")
    return reading.problems.filter { $0.severity == .error }
      + texts(title, "Title") + texts(description, "Description")
      + assumptions.flatMap(problems(of:)) + repeatedFields + measures.flatMap(problems(of:))
      + (criteria ?? []).flatMap(problems(of:))
  }

  private func problems(of assumption: Assumption) -> [Problem] {
    let field = assumption.benefitField == nil
    return (field ? [problem("Assumption", assumption.field, "an input of a benefit")] : [])
      + texts(assumption.reason, "Reason") + texts(assumption.value, "Value")
  }

  private var repeatedFields: [Problem] {
    var seen: Set<String> = []
    return assumptions.filter { !seen.insert($0.field).inserted }
      .map { problem("Assumption", $0.field, "each input once") }
  }

  private func problems(of measure: SuggestedMeasure) -> [Problem] {
    let words = MeasureKind.allCases.map(\.rawValue)
    return texts(measure.name, "Measure") + texts(measure.baseline, "Baseline")
      + one(of: words, measure.kind, "Kind")
      + one(of: MeasureDirection.allCases.map(\.rawValue), measure.direction, "Direction")
      + one(of: Frequency.allCases.map(\.rawValue), measure.frequency, "Frequency")
  }

  private func problems(of criterion: PatternCriterion) -> [Problem] {
    let weight = Exact(text: criterion.weight)
    return texts(criterion.name, "Criterion")
      + (weight.map { $0 > .zero } == true ? [] : [problem("Weight", criterion.weight, "above 0")])
  }

  private func one(of words: [String], _ word: String, _ subject: String) -> [Problem] {
    words.contains(word)
      ? [] : [problem(subject, word, "one of: \(words.joined(separator: ", "))")]
  }

  private func texts(_ text: String, _ subject: String) -> [Problem] {
    TrimmedText.of(text).isEmpty ? [problem(subject, "", "something here")] : []
  }

  private func problem(_ subject: String, _ found: String, _ expected: String) -> Problem {
    Problem(
      .error, at: .file, subject: "Pattern \(id), \(subject)", found: found, expected: expected,
      mend: "Correct the pattern.")
  }
}
