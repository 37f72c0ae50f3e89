import Programme

/// Why a change of a map is refused.
enum MapRefusal {
  /// The map can hold no more boxes.
  static let tooManyNodes = refusal(
    at: .file, "Map", "", "at most \(MapLimit.nodes) boxes", "Remove what is not needed.")

  /// Refuses a title that another box of the same kind has.
  static func refuse(
    _ node: MapNode, id: ID<MapNode>?, among nodes: [Stored<MapNode>]
  ) throws(Refusal) {
    let title = node.title.lowercased()
    let isTaken = nodes.contains {
      $0.id != id && $0.noun.kind == node.kind && $0.noun.title.lowercased() == title
    }
    guard isTaken else { return }
    throw refusal(
      at: .field(MapNode.Field.title.rawValue), "Title", node.title,
      "a title that no other \(node.kind.rawValue.lowercased()) has", "Choose another title.")
  }

  /// Refuses another kind of a box whose links do not fit it.
  static func refuse(
    kind: MapKind, of id: ID<MapNode>, on map: StoredMap
  ) throws(Refusal) {
    for link in map.links {
      let fits =
        (link.from != id || kind.leads(to: map.kind(of: link.to) ?? .benefit))
        && (link.to != .node(id) || (map.kind(of: .node(link.from)) ?? .output).leads(to: kind))
      guard fits else {
        throw refusal(
          at: .field(MapNode.Field.kind.rawValue), "Kind", kind.rawValue,
          "a kind that fits what it leads to and what leads to it",
          "Take those links away first.")
      }
    }
  }

  /// Refuses a link that is there already, leads to no later kind, or is one too many.
  static func refuse(
    linkFrom from: ID<MapNode>, to end: MapLink.MapEnd, on map: StoredMap
  ) throws(Refusal) {
    guard let start = map.kind(of: .node(from)), let finish = map.kind(of: end) else {
      throw .notFound
    }
    guard start.leads(to: finish) else {
      throw refusal(
        at: .field("to"), "Leads to", finish.rawValue, "a box of a later kind",
        "An output leads to changes, a change to outcomes, an outcome to benefits.")
    }
    guard !map.links.contains(where: { $0.from == from && $0.to == end }) else {
      throw refusal(
        at: .field("to"), "Leads to", "", "a box that it does not lead to yet",
        "The two are joined already.")
    }
    guard map.links.count < MapLimit.links else {
      throw refusal(
        at: .file, "Map", "", "at most \(MapLimit.links) links", "Take links away first.")
    }
  }

  private static func refusal(
    at place: Problem.Place, _ subject: String, _ found: String, _ expected: String, _ mend: String
  ) -> Refusal {
    .invalid([
      Problem(.error, at: place, subject: subject, found: found, expected: expected, mend: mend)
    ])
  }
}

extension StoredMap {
  /// What kind of box an end is; nil for one that is not on the map.
  func kind(of end: MapLink.MapEnd) -> MapKind? {
    switch end {
    case .node(let id): nodes.first { $0.id == id }?.noun.kind
    case .benefit(let id): benefits.contains { $0.id == id } ? .benefit : nil
    }
  }
}
