import Programme

extension Record {
  /// Reads a record from a form's fields, by the names of its table of fields, after a prefix where
  /// a form holds several: "data." for "data.standing". Problems stand at the form's names.
  static func read(typed: [String: String], after prefix: String = "") -> Reading<Self> {
    let texts = Field.allCases.map { ($0, typed[prefix + $0.rawValue] ?? "") }
    let reading = read(Dictionary(texts, uniquingKeysWith: { $1 }))
    return Reading(value: reading.value, problems: reading.problems.map { $0.after(prefix) })
  }

  /// What a form shows of the record as it stands.
  func typed(after prefix: String = "") -> [String: String] {
    Dictionary(
      Field.allCases.map { (prefix + $0.rawValue, text($0)) }, uniquingKeysWith: { $1 })
  }
}

extension Problem {
  /// The same at a field whose name has that prefix.
  fileprivate func after(_ prefix: String) -> Problem {
    guard case .field(let name) = place else { return self }
    return at(.field(prefix + name))
  }
}

extension [String: String] {
  /// What is wrong with the reason that was typed for a change.
  var reasonProblems: [Problem] {
    PlainText.problems(self["reason"] ?? "", at: "reason", "Reason")
  }
}
