import Calculator
import Programme

/// A benefits map as a drawing: boxes in five columns under their headings, joined by lines. The
/// same map makes the same bytes.
struct MapDrawing: Part {
  /// "0 0 1248 900".
  let viewBox: String
  let width: String
  let height: String
  let title: String
  let description: String
  let headings: [ChartText]
  let lines: [MapLine]
  let boxes: [MapDrawnBox]

  /// A link, with its head.
  struct MapLine: Part {
    let way: String
    let head: String
  }

  /// A map with the addresses of its boxes.
  init(
    _ map: BenefitsMap, _ geometry: MapGeometry, title: String, href: (MapBox) -> String
  ) {
    self.title = title
    description = MapDrawing.words(map)
    viewBox = "0 0 \(ChartScale.text(MapGeometry.width)) \(ChartScale.text(geometry.height))"
    width = ChartScale.text(MapGeometry.width)
    height = ChartScale.text(geometry.height)
    headings = MapDrawing.headings(at: 0)
    lines = map.links.map { MapLine(geometry.way(of: $0)) }
    let names = Dictionary(
      map.boxes.enumerated().map { ($1.id, "box-\($0 + 1)") }, uniquingKeysWith: { $1 })
    let after = Dictionary(grouping: map.links, by: \.from).mapValues { $0.map(\.to) }
    let before = Dictionary(grouping: map.links, by: \.to).mapValues { $0.map(\.from) }
    let titles = Dictionary(map.boxes.map { ($0.id, $0.title) }, uniquingKeysWith: { $1 })
    boxes = geometry.places.map { place in
      let id = place.box.id
      return MapDrawnBox(
        place, id: names[id] ?? "", href: href(place.box),
        after: (after[id] ?? []).compactMap { names[$0] },
        before: (before[id] ?? []).compactMap { names[$0] },
        leadsTo: (after[id] ?? []).compactMap { titles[$0] })
    }
  }

  /// What stands in a band of the drawing, to be printed on one sheet under headings of its own.
  private init(_ whole: MapDrawing, _ geometry: MapGeometry, from y: Double, number: Int) {
    title = whole.title
    description = "Sheet \(number)"
    width = whole.width
    height = ChartScale.text(MapDrawing.sheetHeight)
    viewBox = "0 \(ChartScale.text(y)) \(whole.width) \(height)"
    headings = MapDrawing.headings(at: y)
    lines = whole.lines
    let foot = y + MapDrawing.sheetHeight
    boxes = zip(whole.boxes, geometry.places).filter { _, place in
      place.y >= y + 30 && place.y + place.height <= foot
    }.map(\.0)
  }

  /// The height of a sheet of A4 paper, landscape, in units of the drawing: the letters of a box are
  /// then printed 9 points high.
  static let sheetHeight = 770.0

  /// The drawing cut into sheets. Sheets overlap by more than the highest box, so that each box is
  /// whole on one of them at least.
  func sheets(_ geometry: MapGeometry) -> [MapDrawing] {
    let highest = geometry.places.map(\.height).max() ?? 0
    let step = MapDrawing.sheetHeight - 40 - highest
    guard step > 0 else { return [] }
    var sheets: [MapDrawing] = []
    var y = 0.0
    repeat {
      sheets.append(MapDrawing(self, geometry, from: y, number: sheets.count + 1))
      y += step
    } while y + 40 + highest < geometry.height
    return sheets
  }

  private static func headings(at y: Double) -> [ChartText] {
    MapKind.allCases.map { kind in
      ChartText(
        x: ChartScale.text(MapGeometry.x(kind.column)), y: ChartScale.text(y + 22),
        text: kind.plural, style: "app-map__heading")
    }
  }

  private static func words(_ map: BenefitsMap) -> String {
    MapKind.allCases.map { kind in
      Shown.count(
        map.column(kind).count, kind.rawValue.lowercased(), kind.plural.lowercased())
    }.joined(separator: ", ") + ", joined by \(Shown.count(map.links.count, "link"))."
  }
}

extension MapDrawing.MapLine {
  fileprivate init(_ points: [(x: Double, y: Double)]) {
    var way = ""
    for (place, point) in points.enumerated() {
      let here = "\(ChartScale.text(point.x)) \(ChartScale.text(point.y))"
      guard place > 0 else {
        way = "M\(here)"
        continue
      }
      let last = points[place - 1]
      let bend = (point.x - last.x) / 2
      way +=
        "C\(ChartScale.text(last.x + bend)) \(ChartScale.text(last.y)) "
        + "\(ChartScale.text(point.x - bend)) \(ChartScale.text(point.y)) \(here)"
    }
    let end = points.last ?? (0, 0)
    let (x, y) = (end.x, end.y)
    self.way = way
    head = [(x - 8, y - 4.5), (x, y), (x - 8, y + 4.5)].map {
      "\(ChartScale.text($0.0)),\(ChartScale.text($0.1))"
    }.joined(separator: " ")
  }
}

/// A box as it is drawn.
struct MapDrawnBox: Part {
  let id: String
  let href: String
  let x: String
  let y: String
  let width: String
  let height: String
  /// "app-map__box app-map__box--output".
  let style: String
  /// What a reader of the drawing hears.
  let label: String
  let texts: [ChartText]
  /// The boxes that arrow keys go to.
  let after: String
  let before: String

  fileprivate init(
    _ place: MapGeometry.Place, id: String, href: String, after: [String], before: [String],
    leadsTo: [String]
  ) {
    let box = place.box
    self.id = id
    self.href = href
    x = ChartScale.text(place.x)
    y = ChartScale.text(place.y)
    width = ChartScale.text(MapGeometry.boxWidth)
    height = ChartScale.text(place.height)
    style =
      "app-map__box app-map__box--\(box.kind.rawValue.lowercased())"
      + (place.flags.isEmpty ? "" : " app-map__box--orphan")
    let flags = place.flags.joined(separator: " ").replacing("! ", with: "")
    let leads = leadsTo.isEmpty ? "" : "Leads to: \(leadsTo.joined(separator: "; "))."
    label = ["\(box.kind.rawValue): \(box.title).", box.note, flags, leads]
      .filter { !$0.isEmpty }.joined(separator: " ")
    texts = MapDrawnBox.texts(place)
    self.after = after.joined(separator: " ")
    self.before = before.joined(separator: " ")
  }

  private static func texts(_ place: MapGeometry.Place) -> [ChartText] {
    let all =
      place.title.map { ($0, "") } + place.note.map { ($0, "app-map__note") }
      + place.flags.map { ($0, "app-map__flag") }
    return all.enumerated().map { number, line in
      ChartText(
        x: ChartScale.text(place.x + 10),
        y: ChartScale.text(place.y + 22 + Double(number) * MapGeometry.lineHeight), text: line.0,
        style: line.1)
    }
  }
}

extension MapKind {
  /// The heading of its column.
  var plural: String { "\(rawValue)s" }
}
