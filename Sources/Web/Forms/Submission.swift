import Programme

/// What somebody sent in a query or a form: fields in their order, and perhaps a file.
struct Submission: Sendable {
  /// One field as it came in.
  struct Field: Sendable, Equatable {
    let name: String
    let value: String
  }

  var fields: [Field] = []
  var upload: Upload?

  /// The first value under a name.
  subscript(_ name: String) -> String? { fields.first { $0.name == name }?.value }

  /// The first value under a name, trimmed; nil when there is none or it is blank.
  func given(_ name: String) -> String? {
    guard let value = self[name].map(TrimmedText.of), !value.isEmpty else { return nil }
    return value
  }

  /// The values by name, without the token that every form carries; the last one of a name counts.
  var ownValues: [String: String] {
    let own = fields.filter { $0.name != FormToken.fieldName }
    return Dictionary(own.map { ($0.name, $0.value) }, uniquingKeysWith: { $1 })
  }

  /// Refuses fields that the form does not have, so that nothing is assigned by accident, and
  /// fields that stand twice, of which one would be dropped in silence.
  func expecting(_ names: Set<String>) throws(Refusal) {
    var seen: Set<String> = []
    let problems = fields.compactMap { field -> Problem? in
      if field.name == FormToken.fieldName { return nil }
      if !names.contains(field.name) { return Submission.stray(field, "a field of this form") }
      return seen.insert(field.name).inserted ? nil : Submission.stray(field, "each field once")
    }
    if !problems.isEmpty { throw .invalid(problems) }
  }

  private static func stray(_ field: Field, _ expected: String) -> Problem {
    Problem(
      .error, at: .field(field.name), subject: "Form", found: field.name, expected: expected,
      mend: "Open the page again and send it from there.")
  }
}

/// A file that was sent.
struct Upload: Sendable {
  /// The name it had, made safe: no folders, no control characters, never empty.
  let fileName: String
  /// Its content.
  let bytes: [UInt8]
}
