/// Something that has to be done in the programme, by parties with different parts in it.
public struct Activity: Hashable, Sendable {
  /// What it is, in a few words.
  public var title: String
  /// More about it.
  public var description: String

  /// An activity; without description unless given.
  public init(title: String, description: String = "") {
    self.title = title
    self.description = description
  }
}

extension Activity: Record {
  /// The fields of an activity.
  public enum Field: String, RecordField {
    case title, description

    /// The heading of its column.
    public var header: String { label }

    /// The label on pages.
    public var label: String {
      switch self {
      case .title: "Activity"
      case .description: "What belongs to it"
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

  /// Reads an activity from what was typed.
  public static func read(_ texts: [Field: String]) -> Reading<Activity> {
    var reader = FieldReader(texts)
    let activity = Activity(
      title: reader.required(.title), description: reader.text(.description))
    return Reading(value: activity, problems: reader.problems)
  }

  /// The canonical text of a field.
  public func text(_ field: Field) -> String {
    switch field {
    case .title: title
    case .description: description
    }
  }
}
