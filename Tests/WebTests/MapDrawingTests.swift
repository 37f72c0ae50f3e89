import Calculator
import Foundation
import Programme
import Testing

@testable import Web

@Suite("The drawing of a benefits map")
struct MapDrawingTests {
  /// A map of a whole register: some boxes of each kind with titles of every length.
  private func map(benefits: Int, seed: UInt64) -> BenefitsMap {
    var generator = SeededGenerator(seed: seed)
    func title(_ number: Int) -> String {
      (0...Int.random(in: 0...12, using: &generator)).map { _ in
        String(repeating: "mil", count: Int.random(in: 1...9, using: &generator))
      }.joined(separator: " ") + " \(number)"
    }
    let kinds: [(MapKind, Int)] = [
      (.output, 12), (.change, 18), (.outcome, 12), (.benefit, benefits), (.objective, 5),
    ]
    let boxes = kinds.flatMap { kind, count in
      (0..<count).map {
        MapBox(id: "\(kind.rawValue):\($0)", kind: kind, title: title($0), note: "B\($0)")
      }
    }
    var links: [MapArrow] = []
    for box in boxes where box.kind < .objective {
      let later = boxes.filter {
        box.kind == .benefit ? $0.kind == .objective : box.kind.leads(to: $0.kind)
      }
      guard let to = later.randomElement(using: &generator) else { continue }
      links.append(MapArrow(from: box.id, to: to.id))
    }
    return BenefitsMap(boxes: boxes, links: links)
  }

  private func drawing(_ map: BenefitsMap) -> (MapDrawing, MapGeometry) {
    let geometry = MapGeometry(map, orphans: map.orphans)
    return (MapDrawing(map, geometry, title: "Map") { "/map/nodes/\($0.id)" }, geometry)
  }

  @Test("MAP-7: boxes stand apart and below each other, and texts stay within", arguments: [1, 90])
  func apart(benefits: Int) {
    for seed in UInt64(1)...10 {
      let (_, geometry) = drawing(map(benefits: benefits, seed: seed))
      for kind in MapKind.allCases {
        let column = geometry.places.filter { $0.box.kind == kind }
        for (upper, lower) in zip(column, column.dropFirst()) {
          #expect(upper.y + upper.height + MapGeometry.gap <= lower.y + 0.001)
        }
      }
      for place in geometry.places {
        #expect(place.y >= MapGeometry.top)
        #expect(place.y + place.height <= geometry.height)
        for line in place.title + place.note + place.flags {
          #expect(WrappedText.width(of: line) <= MapGeometry.boxWidth - 20)
        }
      }
    }
  }

  @Test("MAP-7: every box is whole on one printed sheet")
  func sheets() {
    for seed in UInt64(1)...10 {
      let (drawing, geometry) = drawing(map(benefits: 90, seed: seed))
      let printed = Set(drawing.sheets(geometry).flatMap { $0.boxes.map(\.id) })
      #expect(printed == Set(drawing.boxes.map(\.id)))
    }
  }

  @Test("MAP-5: the same map is drawn in the same bytes")
  func sameBytes() throws {
    let views = try Views(folder: TestSite.root + "/Views")
    let one = map(benefits: 30, seed: 3)
    let other = BenefitsMap(boxes: one.boxes.reversed(), links: one.links.reversed())
    let bytes = [one, other].map {
      views.render("map/drawing", from: drawing($0).0, frame: NoFrame())
    }
    #expect(bytes[0] == bytes[1])
    #expect(bytes[0].contains("data-after=\"box-"))
  }

  @Test("A link ends at its box and passes a column through a gap")
  func ways() throws {
    let map = map(benefits: 40, seed: 5)
    let (_, geometry) = drawing(map)
    for link in map.links {
      let way = geometry.way(of: link)
      let (from, to) = (try #require(geometry[link.from]), try #require(geometry[link.to]))
      #expect(way.first?.y == from.centre && way.last?.y == to.centre)
      #expect(way.count == 2 * (to.box.kind.column - from.box.kind.column))
      for column in from.box.kind.column + 1..<max(to.box.kind.column, from.box.kind.column + 1) {
        let passing = way.first { $0.x == MapGeometry.x(column) - 12 }
        let hit = geometry.places.first { place in
          place.box.kind.column == column
            && passing.map { place.y < $0.y && $0.y < place.y + place.height } ?? true
        }
        #expect(hit == nil)
      }
    }
  }

  @Test(
    "A text is broken between its words, and within one that is too long",
    arguments: [
      ("One customer record", 200.0, 4, ["One customer record"]),
      ("One customer record", 80, 4, ["One", "customer", "record"]),
      ("", 80, 4, []), ("a b c d", 14, 2, ["a", "…"]),
      (String(repeating: "m", count: 8), 54, 4, ["mmmm", "mmmm"]),
    ])
  func wrapping(_ text: String, _ width: Double, _ limit: Int, _ lines: [String]) {
    #expect(WrappedText.lines(text, width: width, limit: limit) == lines)
  }
}
