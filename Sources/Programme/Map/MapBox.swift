/// A box of a map.
public struct MapBox: Hashable, Sendable {
  /// What tells it from all others.
  public typealias ID = String

  /// Its identity on the map; what it stands for is in it.
  public let id: ID
  /// The column.
  public let kind: MapKind
  /// What it is.
  public let title: String
  /// A reference, an owner or a day; "" for none.
  public let note: String
  /// Boxes of a column that nothing else tells apart stand in the order of this text.
  public let key: String

  /// A box.
  public init(id: ID, kind: MapKind, title: String, note: String = "", key: String? = nil) {
    self.id = id
    self.kind = kind
    self.title = title
    self.note = note
    self.key = (key ?? title).lowercased()
  }
}

/// What leads from one box to another.
public struct MapArrow: Hashable, Sendable {
  /// The link it stands for; "" where a benefit's own objective makes it.
  public let id: String
  /// Where it begins.
  public let from: MapBox.ID
  /// Where it leads.
  public let to: MapBox.ID

  /// A link between two boxes.
  public init(id: String = "", from: MapBox.ID, to: MapBox.ID) {
    self.id = id
    self.from = from
    self.to = to
  }
}
