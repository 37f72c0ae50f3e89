/// What the reason of a decision must be.
public enum DecisionReason {
  /// The name of the field it is typed into.
  public static let field = "reason"

  /// Refuses a reason that is blank, too long or has control characters; `mend` is what is said of
  /// a blank one. Throws ``Refusal/invalid(_:)``.
  public static func check(_ reason: String, _ mend: String) throws(Refusal) {
    if TrimmedText.of(reason).isEmpty { throw refusal("", "a reason", mend) }
    try checkNote(reason)
  }

  /// The same for a note that may stay blank.
  public static func checkNote(_ note: String, at field: String = field) throws(Refusal) {
    let scalars = note.unicodeScalars
    let limit = RecordLimit.noteCharacters
    guard scalars.count > limit || scalars.contains(where: TrimmedText.isControl) else { return }
    throw refusal(
      note, "at most \(limit) plain characters", "Shorten it, or type it again.", at: field)
  }

  private static func refusal(
    _ found: String, _ expected: String, _ mend: String, at field: String = field
  ) -> Refusal {
    .invalid([
      Problem(
        .error, at: .field(field), subject: field == Self.field ? "Reason" : "Note", found: found,
        expected: expected, mend: mend)
    ])
  }
}
