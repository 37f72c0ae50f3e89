/// In which order the boxes of each column stand.
///
/// Objectives stand by their names and benefits by objective and reference. Every other box stands
/// at the middle one of the benefits that it leads to, in their order; those that lead to none stand
/// last. So the order of a box depends on what it leads to and on nothing else: a box that comes in
/// changes the order of no others, and a link that comes in or goes only that of the box it begins
/// at and of those that lead there.
struct MapOrder {
  /// All boxes, column by column from the top.
  let boxes: [MapBox]
  /// Where each box stands among all.
  let place: [MapBox.ID: Int]

  init(boxes: [MapBox], links: [MapArrow]) {
    let after = Dictionary(grouping: links, by: \.from).mapValues { $0.map(\.to) }
    let byID = Dictionary(boxes.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
    let objectives = MapOrder.byKey(boxes.filter { $0.kind == .objective })
    let objectiveRanks = MapOrder.ranks(objectives)
    let benefits = boxes.filter { $0.kind == .benefit }.map { box in
      (box, after[box.id]?.compactMap { objectiveRanks[$0] }.min() ?? Int.max)
    }.sorted { ($0.1, $0.0.key, $0.0.id) < ($1.1, $1.0.key, $1.0.id) }.map(\.0)
    let benefitRanks = MapOrder.ranks(benefits)
    var reach = MapReach(after: after, ranks: benefitRanks)
    let rest = [MapKind.output, .change, .outcome].map { kind in
      boxes.filter { $0.kind == kind }.map { ($0, reach.middle(of: $0.id)) }
        .sorted { ($0.1, $0.0.key, $0.0.id) < ($1.1, $1.0.key, $1.0.id) }.map(\.0)
    }
    let all = rest.flatMap { $0 } + benefits + objectives
    self.boxes = all.compactMap { byID[$0.id] }
    place = MapOrder.ranks(all)
  }

  private static func byKey(_ boxes: [MapBox]) -> [MapBox] {
    boxes.sorted { ($0.key, $0.id) < ($1.key, $1.id) }
  }

  private static func ranks(_ boxes: [MapBox]) -> [MapBox.ID: Int] {
    Dictionary(
      boxes.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
  }
}

/// Which benefits a box leads to, by their ranks. Links lead to later columns only, so this ends.
private struct MapReach {
  let after: [MapBox.ID: [MapBox.ID]]
  let ranks: [MapBox.ID: Int]
  private var known: [MapBox.ID: Set<Int>] = [:]

  init(after: [MapBox.ID: [MapBox.ID]], ranks: [MapBox.ID: Int]) {
    self.after = after
    self.ranks = ranks
  }

  /// The middle one; beyond all for a box that leads to no benefit.
  mutating func middle(of id: MapBox.ID) -> Int {
    let sorted = reached(from: id).sorted()
    return sorted.isEmpty ? Int.max : sorted[(sorted.count - 1) / 2]
  }

  private mutating func reached(from id: MapBox.ID) -> Set<Int> {
    if let found = known[id] { return found }
    if let rank = ranks[id] { return [rank] }
    let all: Set<Int> = (after[id] ?? []).reduce(into: []) { $0.formUnion(reached(from: $1)) }
    known[id] = all
    return all
  }
}
