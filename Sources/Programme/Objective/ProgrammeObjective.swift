/// What the programme is to achieve. Benefits name the objective that they serve by its title.
public struct ProgrammeObjective: Hashable, Sendable {
  /// The words by which benefits name it.
  public var title: String
  /// More about it.
  public var description: String
  /// What is to be reached in each term.
  public var targets: [TargetTerm: ObjectiveTarget]

  /// An objective; without description and targets unless given.
  public init(
    title: String, description: String = "", targets: [TargetTerm: ObjectiveTarget] = [:]
  ) {
    self.title = title
    self.description = description
    self.targets = targets
  }

  /// Everything in which it differs from an earlier version (nil: from nothing), targets included.
  public func differences(since earlier: ProgrammeObjective?) -> [FieldChange] {
    changes(since: earlier)
      + TargetTerm.allCases.compactMap { term in
        FieldChange.unlessSame(
          term.rawValue, term.label, earlier?.targets[term]?.text, targets[term]?.text)
      }
  }
}

extension ProgrammeObjective: Record {
  /// The fields of an objective; its targets are records of their own.
  public enum Field: String, RecordField {
    case title, description

    /// The heading of its column.
    public var header: String { label }

    /// The label on pages.
    public var label: String {
      switch self {
      case .title: "Objective"
      case .description: "What it means"
      }
    }

    /// No field has a unit.
    public var unit: String { "" }

    /// What it may hold.
    public var kind: FieldKind {
      switch self {
      case .title: RecordLimit.title
      case .description: RecordLimit.prose
      }
    }
  }

  /// Reads an objective, without targets, from what was typed.
  public static func read(_ texts: [Field: String]) -> Reading<ProgrammeObjective> {
    var reader = FieldReader(texts)
    let objective = ProgrammeObjective(
      title: reader.required(.title), description: reader.text(.description))
    return Reading(value: objective, problems: reader.problems)
  }

  /// The canonical text of a field.
  public func text(_ field: Field) -> String {
    switch field {
    case .title: title
    case .description: description
    }
  }
}
