import Testing

@testable import Programme

/// A random map from a seed, and what can be done to it.
private struct RandomMap {
  var generator: SeededGenerator
  var boxes: [MapBox] = []
  var links: [MapArrow] = []

  init(seed: UInt64, boxes count: Int = 40) {
    generator = SeededGenerator(seed: seed)
    for number in 0..<count { boxes.append(box(number)) }
    for _ in 0..<count * 2 { if let link = link() { links.append(link) } }
  }

  var map: BenefitsMap { BenefitsMap(boxes: boxes, links: links) }

  mutating func box(_ number: Int) -> MapBox {
    let kind = MapKind.allCases[Int.random(in: 0...4, using: &generator)]
    let key = Int.random(in: 0...9, using: &generator)
    return MapBox(id: "box:\(number)", kind: kind, title: "Title \(key)", key: "key \(key)")
  }

  mutating func link() -> MapArrow? {
    guard let from = boxes.randomElement(using: &generator),
      let to = boxes.randomElement(using: &generator), from.kind < to.kind,
      !links.contains(where: { $0.from == from.id && $0.to == to.id })
    else { return nil }
    // A benefit serves one objective, and only a benefit serves any.
    if to.kind == .objective || from.kind == .benefit {
      guard from.kind == .benefit, !links.contains(where: { $0.from == from.id }) else {
        return nil
      }
    }
    return MapArrow(id: "\(from.id)-\(to.id)", from: from.id, to: to.id)
  }
}

@Suite("The benefits map")
struct BenefitsMapTests {
  static let seeds = Array(UInt64(1)...30)

  /// The order of every column without some boxes.
  private func order(_ map: BenefitsMap, without ids: Set<MapBox.ID> = []) -> [[MapBox.ID]] {
    MapKind.allCases.map { kind in map.column(kind).map(\.id).filter { !ids.contains($0) } }
  }

  /// A box and everything that leads to it.
  private func upstream(of id: MapBox.ID, in map: BenefitsMap) -> Set<MapBox.ID> {
    var found: Set<MapBox.ID> = [id]
    while true {
      let more = Set(map.links.filter { found.contains($0.to) }.map(\.from)).union(found)
      if more == found { return found }
      found = more
    }
  }

  @Test("MAP-5: the order in which boxes and links come in makes no difference", arguments: seeds)
  func shuffled(seed: UInt64) {
    var random = RandomMap(seed: seed)
    let map = random.map
    random.boxes.shuffle(using: &random.generator)
    random.links.shuffle(using: &random.generator)
    #expect(random.map == map)
  }

  @Test("MAP-6: a new box changes the order of no other two", arguments: seeds)
  func newBox(seed: UInt64) {
    var random = RandomMap(seed: seed)
    let before = random.map
    let added = random.box(999)
    random.boxes.append(added)
    #expect(order(random.map, without: [added.id]) == order(before))
  }

  @Test("MAP-6: a new link moves only where it begins and what leads there", arguments: seeds)
  func newLink(seed: UInt64) throws {
    var random = RandomMap(seed: seed)
    let before = random.map
    for _ in 0..<20 {
      guard let link = random.link() else { continue }
      var changed = random
      changed.links.append(link)
      // A benefit that serves another objective takes another place, and what leads to it follows.
      let moved = upstream(of: link.from, in: before)
      let after = changed.map
      #expect(order(after, without: moved) == order(before, without: moved))
    }
  }

  @Test("MAP-1: a link that leads back, to its own kind or nowhere is no link")
  func links() {
    let boxes = MapKind.allCases.map { MapBox(id: $0.rawValue, kind: $0, title: $0.rawValue) }
    let all = MapKind.allCases.flatMap { from in
      MapKind.allCases.map { MapArrow(from: from.rawValue, to: $0.rawValue) }
    }
    let map = BenefitsMap(boxes: boxes, links: all + [MapArrow(from: "Output", to: "gone")])
    #expect(map.links.count == 10)
    #expect(map.links.allSatisfy { $0.from != "Objective" })
    #expect(MapKind.output.leads(to: .benefit))
    for (from, to) in [
      (MapKind.change, MapKind.output), (.outcome, .outcome), (.benefit, .objective),
      (.output, .objective), (.objective, .benefit),
    ] {
      #expect(!from.leads(to: to))
    }
  }

  @Test("MAP-3 and MAP-4: what is missing is flagged, and a part holds what leads to it")
  func orphans() {
    func box(_ id: String, _ kind: MapKind) -> MapBox { MapBox(id: id, kind: kind, title: id) }
    let map = BenefitsMap(
      boxes: [
        box("used", .output), box("unused", .output), box("change", .change),
        box("idle", .change), box("outcome", .outcome), box("B1", .benefit), box("B2", .benefit),
        box("goal", .objective), box("alone", .objective),
      ],
      links: [
        MapArrow(from: "used", to: "change"), MapArrow(from: "change", to: "outcome"),
        MapArrow(from: "outcome", to: "B1"), MapArrow(from: "B1", to: "goal"),
        MapArrow(from: "used", to: "B2"),
      ])
    #expect(
      map.orphans == [
        "unused": [.unusedOutput], "idle": [.leadsNowhere],
        "B2": [.withoutChange, .withoutObjective], "alone": [.unservedObjective],
      ])
    let part = map.leading(to: ["B1"])
    #expect(Set(part.boxes.map(\.id)) == ["used", "change", "outcome", "B1", "goal"])
    #expect(part.links.count == 4)
  }
}
