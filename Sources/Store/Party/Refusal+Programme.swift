import Programme

/// A word beside a record that is withdrawn, for its journal.
extension FieldChange {
  static let withdrawn = FieldChange(
    field: "withdrawn", label: "Withdrawn", before: "no", after: "yes")
}

extension Refusal {
  /// Withdrawing needs a reason.
  static func unlessReason(_ act: Act) throws(Refusal) {
    guard TrimmedText.of(act.reason).isEmpty else { return }
    throw .invalid([
      Problem(
        .error, at: .field("reason"), subject: "Reason", found: "", expected: "a reason",
        mend: "Say why it is withdrawn.")
    ])
  }

  /// Another record has the title already, whatever the case.
  static func ifTaken(
    _ title: String, among others: [String], at field: String, _ subject: String
  ) throws(Refusal) {
    let folded = title.lowercased()
    guard others.contains(where: { $0.lowercased() == folded }) else { return }
    throw .invalid([
      Problem(
        .error, at: .field(field), subject: subject, found: title,
        expected: "one that no other has", mend: "Choose other words.")
    ])
  }

  /// The list is full.
  static func full(_ limit: Int, _ what: String) -> Refusal {
    .invalid([
      Problem(
        .error, at: .file, subject: what, found: "", expected: "at most \(limit) of them",
        mend: "Withdraw what is not needed.")
    ])
  }
}
