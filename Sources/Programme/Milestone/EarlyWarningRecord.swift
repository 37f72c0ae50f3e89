extension EarlyWarning: Record {
  /// The fields of a warning.
  public enum Field: String, RecordField {
    case daysLate, likelihood, reason

    /// The heading of its column.
    public var header: String { label }

    /// The label on pages.
    public var label: String {
      switch self {
      case .daysLate: "Days late"
      case .likelihood: "How likely"
      case .reason: "Why"
      }
    }

    /// The unit.
    public var unit: String { self == .daysLate ? "days" : "" }

    /// What it may hold.
    public var kind: FieldKind {
      switch self {
      case .daysLate: .whole(MilestoneLimit.warningDays)
      case .likelihood: .choice(Likelihood.allCases.map(\.rawValue))
      case .reason: .text(maxCharacters: RecordLimit.noteCharacters)
      }
    }
  }

  /// Reads a warning from what was typed.
  public static func read(_ texts: [Field: String]) -> Reading<EarlyWarning> {
    var reader = FieldReader(texts)
    _ = reader.required(.daysLate)
    let days = reader.whole(.daysLate)
    if TrimmedText.of(texts[.likelihood] ?? "").isEmpty {
      reader.refuse(.likelihood, "", "one of the choices", "Choose how likely it is.")
    }
    let likelihood = reader.choice(.likelihood, Likelihood.self)
    let reason = reader.required(.reason)
    guard let days, let likelihood else {
      return Reading(value: nil, problems: reader.problems)
    }
    return Reading(
      value: EarlyWarning(daysLate: days, likelihood: likelihood, reason: reason),
      problems: reader.problems)
  }

  /// The canonical text of a field.
  public func text(_ field: Field) -> String {
    switch field {
    case .daysLate: String(daysLate)
    case .likelihood: likelihood.rawValue
    case .reason: reason
    }
  }
}
