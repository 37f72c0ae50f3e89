import Calculator

/// What several benefits, of one council or of several, draw on together. Each claims a share of it,
/// and all shares together cannot be more than the whole.
public struct SharedSource: Hashable, Sendable {
  /// What it is.
  public enum Kind: String, CaseIterable, Sendable {
    /// Something that is counted.
    case measure = "Measure"
    /// People or things that are served.
    case population = "Population"
    /// A budget or fund.
    case money = "Source of money"
  }

  /// What it is.
  public var kind: Kind
  /// What it is called: "Calls about missed bins".
  public var name: String
  /// How large the whole is, in its unit; nil when not known.
  public var whole: Exact?
  /// The unit of the whole: "calls a year", "£".
  public var unit: String
  /// Where the whole comes from.
  public var note: String

  /// A source of which nothing but its kind and name is known.
  public init(kind: Kind, name: String) {
    self.kind = kind
    self.name = name
    unit = ""
    note = ""
  }
}

extension SharedSource: Record {
  /// The fields of a shared source.
  public enum Field: String, RecordField {
    case kind, name, whole, unit, note

    /// The heading in our own exports.
    public var header: String {
      switch self {
      case .kind: "Kind"
      case .name: "Name"
      case .whole: "Whole"
      case .unit: "Unit"
      case .note: "Note"
      }
    }

    /// The label on pages.
    public var label: String {
      switch self {
      case .kind: "What it is"
      case .whole: "The whole"
      case .unit: "Unit of the whole"
      case .note: "Where the whole comes from"
      case .name: "Name"
      }
    }

    /// The unit of the whole is a field of its own.
    public var unit: String { "" }

    /// What it may hold.
    public var kind: FieldKind {
      switch self {
      case .kind: .choice(Kind.allCases.map(\.rawValue))
      case .name, .unit: RecordLimit.title
      case .whole: RecordLimit.amount
      case .note: RecordLimit.prose
      }
    }
  }

  /// Reads a source from what was typed.
  public static func read(_ texts: [Field: String]) -> Reading<SharedSource> {
    var reader = FieldReader(texts)
    let kind = reader.requiredChoice(.kind, Kind.self)
    var source = SharedSource(kind: kind ?? .measure, name: reader.required(.name))
    source.whole = reader.number(.whole)
    source.unit = reader.text(.unit)
    source.note = reader.text(.note)
    if source.whole != nil, source.unit.isEmpty, reader.problems.isEmpty {
      reader.refuse(.unit, "", "a unit", "Enter the unit of the whole, such as “calls a year”.")
    }
    return Reading(value: source, problems: reader.problems)
  }

  /// The canonical text of one field.
  public func text(_ field: Field) -> String {
    switch field {
    case .kind: kind.rawValue
    case .name: name
    case .whole: whole?.text ?? ""
    case .unit: unit
    case .note: note
    }
  }
}
