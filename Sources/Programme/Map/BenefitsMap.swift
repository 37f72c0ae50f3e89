/// A benefits map: boxes in five columns, and what leads to what. Its boxes and links stand in one
/// order, whatever order they came in.
public struct BenefitsMap: Hashable, Sendable {
  /// The boxes, column by column from the top.
  public let boxes: [MapBox]
  /// What leads to what, in the order of the boxes.
  public let links: [MapArrow]

  /// A map of boxes and the links among them. A link that names a box that is not there, or leads
  /// to no later kind, is left out.
  public init(boxes: [MapBox], links: [MapArrow]) {
    let kinds = Dictionary(boxes.map { ($0.id, $0.kind) }, uniquingKeysWith: { $1 })
    let fitting = links.filter { link in
      guard let from = kinds[link.from], let to = kinds[link.to] else { return false }
      return from < to
    }
    let order = MapOrder(boxes: boxes, links: fitting)
    self.boxes = order.boxes
    self.links = fitting.sorted { left, right in
      (order.place[left.from] ?? 0, order.place[left.to] ?? 0, left.id)
        < (order.place[right.from] ?? 0, order.place[right.to] ?? 0, right.id)
    }
  }

  /// The boxes of one kind, from the top.
  public func column(_ kind: MapKind) -> [MapBox] { boxes.filter { $0.kind == kind } }

  /// What stands out: boxes that lead nowhere, or that nothing leads to.
  public var orphans: [MapBox.ID: [MapOrphan]] {
    let before = Dictionary(grouping: links, by: \.to)
    let after = Dictionary(grouping: links, by: \.from)
    let changed = reached(from: column(.change).map(\.id), along: after)
    var found: [MapBox.ID: [MapOrphan]] = [:]
    for box in boxes {
      let orphans = MapOrphan.allCases.filter { orphan in
        orphan.holds(
          for: box.kind, hasBefore: before[box.id] != nil, hasAfter: after[box.id] != nil,
          hasChange: changed.contains(box.id))
      }
      if !orphans.isEmpty { found[box.id] = orphans }
    }
    return found
  }

  /// The part of the map that leads to some boxes, with what they lead to themselves.
  public func leading(to ids: Set<MapBox.ID>) -> BenefitsMap {
    let before = Dictionary(grouping: links, by: \.to).mapValues { $0.map(\.from) }
    var kept = ids
    var waiting = Array(ids)
    while let id = waiting.popLast() {
      for source in before[id] ?? [] where kept.insert(source).inserted {
        waiting.append(source)
      }
    }
    let beyond = links.filter { ids.contains($0.from) }.map(\.to)
    let all = kept.union(beyond)
    return BenefitsMap(
      boxes: boxes.filter { all.contains($0.id) },
      links: links.filter { link in
        all.contains(link.to) && kept.contains(link.from)
      })
  }

  private func reached(
    from starts: [MapBox.ID], along after: [MapBox.ID: [MapArrow]]
  ) -> Set<MapBox.ID> {
    var found = Set(starts)
    var waiting = starts
    while let id = waiting.popLast() {
      for link in after[id] ?? [] where found.insert(link.to).inserted { waiting.append(link.to) }
    }
    return found
  }
}
