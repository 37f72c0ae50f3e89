/// Another national programme that draws on the same parties, people or dates.
public struct OtherProgramme: Hashable, Sendable {
  /// What it is called.
  public var name: String
  /// Who runs it.
  public var runBy: String
  /// What it asks of the parties.
  public var description: String
  /// The first day on which it draws on them.
  public var from: Day
  /// The last day; nil where nobody knows.
  public var to: Day?
  /// The people it draws on, by name.
  public var people: [String]
  /// The parties it draws on.
  public var parties: Set<ID<Organisation>>

  /// A programme that draws on nobody yet, unless given.
  public init(
    name: String, runBy: String = "", description: String = "", from: Day, to: Day? = nil,
    people: [String] = [], parties: Set<ID<Organisation>> = []
  ) {
    self.name = name
    self.runBy = runBy
    self.description = description
    self.from = from
    self.to = to
    self.people = people
    self.parties = parties
  }

  /// Whether it draws on them on that day.
  public func covers(_ day: Day) -> Bool { from <= day && day <= (to ?? day) }

  /// Whether it draws on them on some day between those two; without a last day, for ever on.
  public func overlaps(from first: Day, to last: Day?) -> Bool {
    from <= (last ?? from) && first <= (to ?? first)
  }

  /// Whether it names that person, whatever the case.
  public func names(_ person: String) -> Bool {
    let folded = FoldedText.of(person)
    return !folded.isEmpty && people.contains { FoldedText.of($0) == folded }
  }

  /// How many people it may name.
  public static let peopleMaximum = 50
}

extension OtherProgramme: Record {
  /// The fields of another programme; its parties are chosen beside them.
  public enum Field: String, RecordField {
    case name, runBy, description, from, to, people

    /// The heading of its column.
    public var header: String { label }

    /// The label on pages.
    public var label: String {
      switch self {
      case .name: "Name"
      case .runBy: "Run by"
      case .description: "What it asks of the parties"
      case .from: "From"
      case .to: "To"
      case .people: "People it draws on"
      }
    }

    /// No field has a unit.
    public var unit: String { "" }

    /// What it may hold.
    public var kind: FieldKind {
      switch self {
      case .name, .runBy: RecordLimit.title
      case .description: RecordLimit.prose
      case .from, .to: .day
      case .people: .list(maxItems: OtherProgramme.peopleMaximum)
      }
    }
  }

  /// Reads another programme, without its parties, from what was typed.
  public static func read(_ texts: [Field: String]) -> Reading<OtherProgramme> {
    var reader = FieldReader(texts)
    let (name, runBy) = (reader.required(.name), reader.text(.runBy))
    let description = reader.text(.description)
    _ = reader.required(.from)
    let (from, to) = (reader.day(.from), reader.day(.to))
    if let from, let to, to < from {
      reader.refuse(.to, to.description, "a day that is not before the first", "Swap the days.")
    }
    let people = reader.list(.people)
    let other = from.map {
      OtherProgramme(
        name: name, runBy: runBy, description: description, from: $0, to: to, people: people)
    }
    return Reading(value: other, problems: reader.problems)
  }

  /// The canonical text of a field.
  public func text(_ field: Field) -> String {
    switch field {
    case .name: name
    case .runBy: runBy
    case .description: description
    case .from: from.description
    case .to: to?.description ?? ""
    case .people: people.joined(separator: "; ")
    }
  }
}
