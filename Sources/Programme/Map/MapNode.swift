/// A box that is recorded on the benefits map: an output, a change, an outcome, or an objective that
/// no benefit names yet.
public struct MapNode: Hashable, Sendable {
  /// What kind of box.
  public var kind: MapKind
  /// What it is, in a few words.
  public var title: String
  /// More about it.
  public var description: String
  /// Who answers for it.
  public var owner: String
  /// When it is to be there; for outputs and changes.
  public var due: Day?

  /// A box; without description, owner and day unless given.
  public init(
    kind: MapKind, title: String, description: String = "", owner: String = "", due: Day? = nil
  ) {
    self.kind = kind
    self.title = title
    self.description = description
    self.owner = owner
    self.due = due
  }
}

extension MapNode: Record {
  /// The fields of a box.
  public enum Field: String, RecordField {
    case kind, title, description, owner, due

    /// The heading of its column.
    public var header: String { label }

    /// The label on pages.
    public var label: String {
      switch self {
      case .kind: "Kind"
      case .title: "Title"
      case .description: "Description"
      case .owner: "Owner"
      case .due: "Due"
      }
    }

    /// No field has a unit.
    public var unit: String { "" }

    /// What it may hold.
    public var kind: FieldKind {
      switch self {
      case .kind: .choice(MapKind.recorded.map(\.rawValue))
      case .title, .owner: RecordLimit.title
      case .description: RecordLimit.prose
      case .due: .day
      }
    }
  }

  /// Reads a box from what was typed.
  public static func read(_ texts: [Field: String]) -> Reading<MapNode> {
    var reader = FieldReader(texts)
    _ = reader.required(.kind)
    let kind = reader.choice(.kind, MapKind.self)
    if kind == .benefit {
      reader.refuse(.kind, "Benefit", "one of the choices", "Record it in the register instead.")
    }
    let title = reader.required(.title)
    let node = MapNode(
      kind: kind ?? .output, title: title, description: reader.text(.description),
      owner: reader.text(.owner), due: reader.day(.due))
    if node.due != nil, node.kind != .output, node.kind != .change {
      reader.refuse(
        .due, node.due?.description ?? "", "a day for outputs and changes only",
        "Leave the day blank.")
    }
    return Reading(value: node, problems: reader.problems)
  }

  /// The canonical text of a field.
  public func text(_ field: Field) -> String {
    switch field {
    case .kind: kind.rawValue
    case .title: title
    case .description: description
    case .owner: owner
    case .due: due?.description ?? ""
    }
  }
}
