import Programme

/// What was typed to make a pattern.
struct KeepPatternForm: Sendable {
  private(set) var typed: [String: String] = [:]

  private static let names: Set<String> = Set(
    ["title", "description", "pitfalls", "visibility"]
      + Benefit.Field.inputs.map { "reason.\($0.rawValue)" })

  /// What the form begins with.
  init(_ benefit: Benefit, of viewer: Viewer) {
    typed = [
      "title": benefit.title, "description": benefit.description,
      "visibility": Visibility.draft.rawValue,
    ]
    for assumption in Pattern(of: benefit).assumptions {
      typed["reason.\(assumption.field)"] =
        "As in \(benefit.reference) of \(viewer.organisationName). Replace it by your own."
    }
  }

  /// Takes the fields of the form and no others.
  init(_ sent: Submission) throws(Refusal) {
    try sent.expecting(KeepPatternForm.names)
    typed = Dictionary(sent.fields.map { ($0.name, $0.value) }, uniquingKeysWith: { $1 })
  }

  subscript(_ name: String) -> String { typed[name] ?? "" }

  /// Who may use it; nil when nothing of the list was chosen.
  var visibility: Visibility? {
    Visibility(rawValue: self["visibility"]).flatMap { $0 == .shared ? nil : $0 }
  }

  /// The pattern, and everything that stands against it.
  func read(of benefit: Benefit) -> Reading<Pattern> {
    var pattern = Pattern(of: benefit)
    pattern.title = TrimmedText.of(self["title"])
    pattern.description = TrimmedText.of(self["description"])
    pattern.pitfalls = self["pitfalls"].split(whereSeparator: \.isNewline)
      .map { TrimmedText.of(String($0)) }.filter { !$0.isEmpty }
    for place in pattern.assumptions.indices {
      let field = pattern.assumptions[place].field
      pattern.assumptions[place].reason = TrimmedText.of(self["reason.\(field)"])
    }
    var problems = [
      KeepPatternForm.problem(pattern.title, "title", "Title", RecordLimit.titleCharacters),
      KeepPatternForm.problem(
        pattern.description, "description", "Description", RecordLimit.proseCharacters),
      KeepPatternForm.problem(
        self["pitfalls"], "pitfalls", "Pitfalls", RecordLimit.proseCharacters, mayBeBlank: true),
    ].compactMap(\.self)
    problems += pattern.assumptions.compactMap {
      KeepPatternForm.problem(
        $0.reason, "reason.\($0.field)", $0.label, RecordLimit.titleCharacters)
    }
    if visibility == nil {
      problems.append(
        Problem(
          .error, at: .field("visibility"), subject: "Who may use it", found: "",
          expected: "one of the choices", mend: "Choose who may use it."))
    }
    return Reading(value: pattern, problems: problems)
  }

  private static func problem(
    _ text: String, _ name: String, _ subject: String, _ limit: Int, mayBeBlank: Bool = false
  ) -> Problem? {
    let scalars = text.unicodeScalars
    if scalars.isEmpty, !mayBeBlank {
      return Problem(
        .error, at: .field(name), subject: subject, found: "", expected: "something here",
        mend: "\(subject): say it in a few words.")
    }
    guard scalars.count > limit || scalars.contains(where: TrimmedText.isControl) else {
      return nil
    }
    return Problem(
      .error, at: .field(name), subject: subject, found: text,
      expected: "at most \(limit) plain characters", mend: "Shorten it.")
  }
}
