import Programme

/// A short text of a form that is no field of a record: a reason, a name.
enum ShortText {
  /// What is wrong with it, at the field of that name.
  static func problems(_ text: String, at name: String, _ subject: String) -> [Problem] {
    let scalars = text.unicodeScalars
    guard
      scalars.count > RecordLimit.titleCharacters
        || scalars.contains(where: TrimmedText.isControl)
    else { return [] }
    return [
      Problem(
        .error, at: .field(name), subject: subject, found: text,
        expected: "at most \(RecordLimit.titleCharacters) plain characters", mend: "Shorten it.")
    ]
  }
}
