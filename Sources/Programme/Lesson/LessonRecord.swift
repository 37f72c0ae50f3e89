extension Lesson: Record {
  /// The fields of a lesson.
  public enum Field: String, RecordField {
    case title, kind, learnt, advice, cause, naming

    /// The heading in files.
    public var header: String { label }

    /// The label on pages.
    public var label: String {
      switch self {
      case .title: "Title"
      case .kind: "Learnt from"
      case .learnt: "What was learnt"
      case .advice: "What to do another time"
      case .cause: "Cause"
      case .naming: "Who is told where it comes from"
      }
    }

    /// Lessons have no units.
    public var unit: String { "" }

    /// What it may hold.
    public var kind: FieldKind {
      switch self {
      case .title: RecordLimit.title
      case .kind: .choice(Kind.allCases.map(\.rawValue))
      case .learnt, .advice: RecordLimit.prose
      case .cause: .choice(IssueCause.allCases.map(\.rawValue))
      case .naming: .choice(Naming.allCases.map(\.rawValue))
      }
    }
  }

  /// Whether it is said which party a lesson comes from.
  public enum Naming: String, CaseIterable, Sendable {
    /// Everybody sees the party.
    case named = "Name my party"
    /// Only the party itself and the co-ordinators see it.
    case unnamed = "Leave my party out"
  }

  /// Reads a lesson from what was typed.
  public static func read(_ texts: [Field: String]) -> Reading<Lesson> {
    var reader = FieldReader(texts)
    let title = reader.required(.title)
    let kind = reader.requiredChoice(.kind, Kind.self) ?? .success
    let learnt = reader.required(.learnt)
    let advice = reader.required(.advice)
    var lesson = Lesson(
      title: title, kind: kind, learnt: learnt, advice: advice,
      cause: reader.choice(.cause, IssueCause.self))
    lesson.isNamed = reader.choice(.naming, Naming.self) != .unnamed
    return Reading(value: lesson, problems: reader.problems)
  }

  /// The canonical text of one field.
  public func text(_ field: Field) -> String {
    switch field {
    case .title: title
    case .kind: kind.rawValue
    case .learnt: learnt
    case .advice: advice
    case .cause: cause?.rawValue ?? ""
    case .naming: (isNamed ? Naming.named : .unnamed).rawValue
    }
  }
}
