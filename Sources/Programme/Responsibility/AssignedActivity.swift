/// An activity as a row of a responsibility matrix has it: with everybody's part, parties by name.
public struct AssignedActivity: Hashable, Sendable {
  /// What has to be done.
  public var activity: Activity
  /// The one that answers for it.
  public var accountable: String
  /// The parts of the others.
  public var others: [ResponsibilityPart: [String]]

  /// Every party that is named, with its part.
  public var names: [(name: String, part: ResponsibilityPart)] {
    [(accountable, .accountable)]
      + ResponsibilityPart.shared.flatMap { part in (others[part] ?? []).map { ($0, part) } }
  }
}

extension AssignedActivity: Record {
  /// The fields of a row.
  public enum Field: String, RecordField {
    case title, description, accountable, responsible, consulted, informed

    /// The heading of its column.
    public var header: String { label }

    /// The label on pages.
    public var label: String {
      switch self {
      case .title: "Activity"
      case .description: "What belongs to it"
      case .accountable: "Accountable"
      case .responsible: "Responsible"
      case .consulted: "Consulted"
      case .informed: "Informed"
      }
    }

    /// No field has a unit.
    public var unit: String { "" }

    /// What it may hold.
    public var kind: FieldKind {
      switch self {
      case .title, .accountable: RecordLimit.title
      case .description: RecordLimit.prose
      case .responsible, .consulted, .informed: .list(maxItems: 50)
      }
    }

    /// The field of a part.
    public static func of(_ part: ResponsibilityPart) -> Field {
      switch part {
      case .accountable: .accountable
      case .responsible: .responsible
      case .consulted: .consulted
      case .informed: .informed
      }
    }
  }

  /// Reads a row from what was typed. A party stands once.
  public static func read(_ texts: [Field: String]) -> Reading<AssignedActivity> {
    var reader = FieldReader(texts)
    let activity = Activity(
      title: reader.required(.title), description: reader.text(.description))
    let accountable = reader.required(.accountable)
    var others: [ResponsibilityPart: [String]] = [:]
    for part in ResponsibilityPart.shared { others[part] = reader.list(.of(part)) }
    var seen = [accountable.lowercased()]
    for part in ResponsibilityPart.shared {
      for name in others[part] ?? [] {
        if seen.contains(name.lowercased()) {
          reader.refuse(.of(part), name, "each party once", "Leave it in one column.")
        }
        seen.append(name.lowercased())
      }
    }
    return Reading(
      value: AssignedActivity(activity: activity, accountable: accountable, others: others),
      problems: reader.problems)
  }

  /// The canonical text of one field.
  public func text(_ field: Field) -> String {
    switch field {
    case .title: activity.title
    case .description: activity.description
    case .accountable: accountable
    case .responsible: (others[.responsible] ?? []).joined(separator: "; ")
    case .consulted: (others[.consulted] ?? []).joined(separator: "; ")
    case .informed: (others[.informed] ?? []).joined(separator: "; ")
    }
  }
}
