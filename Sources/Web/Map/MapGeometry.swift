import Programme

/// Where each box of a map stands, in units of its drawing. The same map has the same geometry.
struct MapGeometry {
  /// A box with its place.
  struct Place {
    let box: MapBox
    let title: [String]
    let note: [String]
    let flags: [String]
    var y = 0.0

    var lineCount: Int { title.count + note.count + flags.count }
    var height: Double { Double(lineCount) * MapGeometry.lineHeight + 18 }
    var centre: Double { y + height / 2 }
    var x: Double { MapGeometry.x(box.kind.column) }
  }

  static let boxWidth = 198.0
  static let channel = 52.0
  static let gap = 16.0
  static let lineHeight = 18.0
  static let top = 40.0
  /// The most lines of a title.
  static let titleLines = 4
  static let width = boxWidth * 5 + channel * 4 + 4

  /// Column by column from the top.
  private(set) var places: [Place]
  /// The foot of the lowest box.
  let height: Double
  private let index: [MapBox.ID: Int]

  init(_ map: BenefitsMap, orphans: [MapBox.ID: [MapOrphan]]) {
    let textWidth = MapGeometry.boxWidth - 20
    places = map.boxes.map { box in
      Place(
        box: box,
        title: WrappedText.lines(box.title, width: textWidth, limit: MapGeometry.titleLines),
        note: WrappedText.lines(box.note, width: textWidth, limit: 2),
        flags: (orphans[box.id] ?? []).flatMap {
          WrappedText.lines("! \($0.words)", width: textWidth, limit: 2)
        })
    }
    index = Dictionary(
      map.boxes.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    let after = Dictionary(grouping: map.links, by: \.from).mapValues { $0.map(\.to) }
    let before = Dictionary(grouping: map.links, by: \.to).mapValues { $0.map(\.from) }
    var feet: [Double] = []
    // Benefits first, then what stands on either side of them, so that links run as level as may be.
    for kind in [MapKind.benefit, .objective, .outcome, .change, .output] {
      let neighbours = kind == .objective ? before : kind == .benefit ? [:] : after
      feet.append(
        MapGeometry.stack(kind, &places, index: index, towards: neighbours))
    }
    height = (feet.max() ?? MapGeometry.top) + 6
  }

  /// The place of a box; nil for one that is not on the map.
  subscript(_ id: MapBox.ID) -> Place? {
    index[id].flatMap { places.indices.contains($0) ? places[$0] : nil }
  }

  /// Stacks a column from the top in its order, each box as near as it can come to the middle one of
  /// its neighbours. Returns the foot of the lowest.
  private static func stack(
    _ kind: MapKind, _ places: inout [Place], index: [MapBox.ID: Int],
    towards neighbours: [MapBox.ID: [MapBox.ID]]
  ) -> Double {
    var free = top
    for place in places.indices where places[place].box.kind == kind {
      let centres = (neighbours[places[place].box.id] ?? []).compactMap { index[$0] }
        .filter { places.indices.contains($0) }.map { places[$0].centre }.sorted()
      let wished =
        centres.isEmpty
        ? free : centres[(centres.count - 1) / 2] - places[place].height / 2
      places[place].y = max(free, wished)
      free = places[place].y + places[place].height + gap
    }
    return free
  }

  /// The way of a link: from box to box, through the gaps of the columns it passes.
  func way(of link: MapArrow) -> [(x: Double, y: Double)] {
    guard let from = self[link.from], let to = self[link.to] else { return [] }
    var way = [(x: from.x + MapGeometry.boxWidth, y: from.centre)]
    let (first, last) = (from.box.kind.column, to.box.kind.column)
    for column in first..<last where column > first {
      let share = Double(column - first) / Double(last - first)
      let y = gap(in: column, near: from.centre + (to.centre - from.centre) * share)
      way.append((MapGeometry.x(column) - 12, y))
      way.append((MapGeometry.x(column) + MapGeometry.boxWidth + 12, y))
    }
    return way + [(to.x - 1, to.centre)]
  }

  /// The free place of a column that is nearest to a height.
  private func gap(in column: Int, near wished: Double) -> Double {
    let own = places.filter { $0.box.kind.column == column }
    let gaps = own.map { $0.y - MapGeometry.gap / 2 } + own.map { $0.y + $0.height + 8 }
    let isFree = !own.contains { $0.y - 4 < wished && wished < $0.y + $0.height + 4 }
    return isFree ? wished : gaps.min { abs($0 - wished) < abs($1 - wished) } ?? wished
  }

  static func x(_ column: Int) -> Double { 2 + Double(column) * (boxWidth + channel) }
}
