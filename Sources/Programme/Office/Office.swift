import Calculator

/// Somebody's time in an office of a party.
public struct Office: Hashable, Sendable {
  /// Which office.
  public var kind: OfficeKind
  /// The participant who holds it; nil for somebody who is known by name only.
  public var person: ID<Person>?
  /// The holder's name.
  public var holder: String
  /// Who decides in the holder's place; "" where nobody is named.
  public var deputy: String
  /// Up to how many pounds the holder decides alone; nil is not known, which is not £0.
  public var limit: Exact?
  /// The first day.
  public var from: Day
  /// The last day; nil while it lasts.
  public var to: Day?

  /// An office; without deputy, limit and end unless given.
  public init(
    kind: OfficeKind, person: ID<Person>? = nil, holder: String, deputy: String = "",
    limit: Exact? = nil, from: Day, to: Day? = nil
  ) {
    self.kind = kind
    self.person = person
    self.holder = holder
    self.deputy = deputy
    self.limit = limit
    self.from = from
    self.to = to
  }
}

extension Office: Record {
  /// The fields of an office.
  public enum Field: String, RecordField {
    case kind, person, holder, deputy, limit, from, to

    /// The heading of its column.
    public var header: String { label }

    /// The label on pages.
    public var label: String {
      switch self {
      case .kind: "Office"
      case .person: "Participant"
      case .holder: "Holder"
      case .deputy: "Deputy"
      case .limit: "Limit of delegation"
      case .from: "From"
      case .to: "To"
      }
    }

    /// The unit.
    public var unit: String { self == .limit ? "£" : "" }

    /// What it may hold.
    public var kind: FieldKind {
      switch self {
      case .kind: .choice(OfficeKind.allCases.map(\.rawValue))
      case .person, .holder, .deputy: RecordLimit.title
      case .limit: RecordLimit.amount
      case .from, .to: .day
      }
    }
  }

  /// Reads an office from what was typed: a participant or a name, and not both.
  public static func read(_ texts: [Field: String]) -> Reading<Office> {
    var reader = FieldReader(texts)
    _ = reader.required(.kind)
    let kind = reader.choice(.kind, OfficeKind.self) ?? .keyDecisionMaker
    let person = Office.person(&reader)
    let holder = reader.text(.holder)
    if person == nil, holder.isEmpty, reader.text(.person).isEmpty {
      reader.refuse(.holder, "", "a name", "Choose somebody from the list, or enter a name.")
    }
    if person != nil, !holder.isEmpty {
      reader.refuse(
        .holder, holder, "a participant or a name, not both",
        "Leave the name blank, or choose nobody from the list.")
    }
    _ = reader.required(.from)
    let (from, to) = (reader.day(.from), reader.day(.to))
    if let from, let to, to < from {
      reader.refuse(.to, to.description, "a day that is not before the first", "Swap the days.")
    }
    let (deputy, limit) = (reader.text(.deputy), reader.number(.limit))
    if !kind.decides, !deputy.isEmpty || limit != nil {
      reader.refuse(
        limit == nil ? .deputy : .limit, limit?.text ?? deputy,
        "a limit and a deputy for the key decision maker only", "Leave them blank.")
    }
    let office = from.map {
      Office(
        kind: kind, person: person, holder: holder, deputy: deputy, limit: limit, from: $0, to: to)
    }
    return Reading(value: office, problems: reader.problems)
  }

  private static func person(_ reader: inout FieldReader<Field>) -> ID<Person>? {
    let text = reader.text(.person)
    guard !text.isEmpty else { return nil }
    if let person = ID<Person>(text: text) { return person }
    reader.refuse(.person, text, "somebody of the list", "Choose from the list.")
    return nil
  }

  /// The canonical text of a field.
  public func text(_ field: Field) -> String {
    switch field {
    case .kind: kind.rawValue
    case .person: person?.description ?? ""
    case .holder: holder
    case .deputy: deputy
    case .limit: limit?.text ?? ""
    case .from: from.description
    case .to: to?.description ?? ""
    }
  }
}
