import Programme
import Store

/// A map with what a page needs to know around it.
struct MapSubject: Sendable {
  let stored: StoredMap
  let filter: MapFilter
  let map: BenefitsMap
  let orphans: [MapBox.ID: [MapOrphan]]
  let mayChange: Bool

  init(_ stored: StoredMap, filter: MapFilter, viewer: Viewer) {
    self.stored = stored
    self.filter = filter
    map = filter.part(of: stored)
    orphans = stored.map.orphans
    mayChange = viewer.mayChange(recordsOf: stored.organisation)
  }

  /// The box of the benefit that the map is of; nil for a map of more.
  var benefit: MapBox? {
    filter.benefit.flatMap { id in map.boxes.first { $0.id == StoredMap.box(id) } }
  }

  /// The page of what a box stands for.
  func href(_ box: MapBox) -> String {
    let parts = box.id.split(separator: ":", maxSplits: 1).map(String.init)
    guard let kind = parts.first, let rest = parts.last, parts.count == 2 else { return "/map" }
    switch kind {
    case "node": return "/map/nodes/\(rest)"
    case "benefit": return "/benefits/\(rest)/map"
    default:
      return Address("/map").with("council", stored.councilCode?.description)
        .with("objective", box.title).text
    }
  }

  /// The drawing, whole for the screen and in sheets for paper.
  var drawn: (drawing: MapDrawing, sheets: [MapDrawing]) {
    let geometry = MapGeometry(map, orphans: orphans)
    let drawing = MapDrawing(
      map, geometry, title: "Benefits map of \(stored.councilName)", href: href)
    return (drawing, drawing.sheets(geometry))
  }

  func link(_ box: MapBox) -> Link {
    Link(box.title, href(box))
  }
}
