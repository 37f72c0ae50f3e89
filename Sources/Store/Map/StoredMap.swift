import Programme

/// The map of a council's register as far as the viewer sees it.
public struct StoredMap: Sendable {
  /// The council.
  public let organisation: ID<Organisation>
  /// Its official name.
  public let councilName: String
  /// Its official code.
  public let councilCode: CouncilCode?
  /// The boxes recorded on it.
  public let nodes: [Stored<MapNode>]
  /// The benefits within sight that were not given up, by reference.
  public let benefits: [MapBenefit]
  /// The links whose two ends are in sight.
  public let links: [MapLink]
}

/// A benefit as the map shows it.
public struct MapBenefit: Sendable, Hashable {
  /// The identity.
  public let id: ID<Benefit>
  /// The reference.
  public let reference: String
  /// The title.
  public let title: String
  /// The service.
  public let service: String
  /// The objective it serves; "" for none.
  public let objective: String
}

/// A stored link.
public struct MapLink: Sendable, Hashable {
  /// The identity, for ever the same.
  public let id: ID<MapLink>
  /// Counts the times it was made and taken away.
  public let version: Int
  /// Where it begins.
  public let from: ID<MapNode>
  /// Where it leads.
  public let to: MapEnd

  /// Where a link leads.
  public enum MapEnd: Sendable, Hashable {
    /// To a box of the map.
    case node(ID<MapNode>)
    /// To a benefit of the register.
    case benefit(ID<Benefit>)
  }
}

extension StoredMap {
  /// The identity of a recorded box on the map.
  public static func box(_ id: ID<MapNode>) -> MapBox.ID { "node:\(id)" }
  /// The identity of a benefit on the map.
  public static func box(_ id: ID<Benefit>) -> MapBox.ID { "benefit:\(id)" }
  /// The identity on the map of an objective that only benefits name.
  public static func objective(_ text: String) -> MapBox.ID { "objective:\(FoldedText.of(text))" }

  /// The map: recorded boxes, benefits, and the objectives that benefits name, each once whatever
  /// its spelling.
  public var map: BenefitsMap {
    let recorded = Dictionary(
      nodes.filter { $0.noun.kind == .objective }.map {
        (StoredMap.objective($0.noun.title), StoredMap.box($0.id))
      }, uniquingKeysWith: { first, _ in first })
    var named: [MapBox.ID: String] = [:]
    var arrows: [MapArrow] = []
    for benefit in benefits where !benefit.objective.isEmpty {
      let id = StoredMap.objective(benefit.objective)
      arrows.append(MapArrow(from: StoredMap.box(benefit.id), to: recorded[id] ?? id))
      if recorded[id] == nil, named[id] == nil { named[id] = benefit.objective }
    }
    arrows += links.map { link in
      MapArrow(id: link.id.description, from: StoredMap.box(link.from), to: link.to.box)
    }
    return BenefitsMap(
      boxes: nodes.map(MapBox.init) + benefits.map(MapBox.init)
        + named.map { MapBox(id: $0.key, kind: .objective, title: $0.value) },
      links: arrows)
  }
}

extension MapLink.MapEnd {
  /// Its identity on the map.
  public var box: MapBox.ID {
    switch self {
    case .node(let id): StoredMap.box(id)
    case .benefit(let id): StoredMap.box(id)
    }
  }
}

extension MapBox {
  fileprivate init(_ stored: Stored<MapNode>) {
    let node = stored.noun
    let note = [node.owner, node.due.map { "due \($0.words)" } ?? ""].filter { !$0.isEmpty }
    self.init(
      id: StoredMap.box(stored.id), kind: node.kind, title: node.title,
      note: note.joined(separator: ", "))
  }

  fileprivate init(_ benefit: MapBenefit) {
    self.init(
      id: StoredMap.box(benefit.id), kind: .benefit,
      title: "\(benefit.reference) \(benefit.title)", key: benefit.reference)
  }
}
