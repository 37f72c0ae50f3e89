import Foundation
import Programme
import Store

extension Stored<MapNode> {
  static let sample = Stored(
    id: .random(), organisation: .random(), visibility: .shared, version: 1,
    changedAt: Date(timeIntervalSince1970: 0),
    noun: MapNode(kind: .output, title: "One customer record"))
}

extension BenefitsMap {
  /// A small map with something amiss.
  static let sample = BenefitsMap(
    boxes: [
      MapBox(id: "node:1", kind: .output, title: "One customer record", note: "Head of ICT"),
      MapBox(id: "node:2", kind: .change, title: "Advisers answer at once"),
      MapBox(id: "node:3", kind: .outcome, title: "Fewer people have to call again"),
      MapBox(id: "benefit:1", kind: .benefit, title: "Fewer repeat contacts", note: "B001"),
      MapBox(id: "benefit:2", kind: .benefit, title: "Cheaper print and post", note: "B002"),
      MapBox(id: "objective:a", kind: .objective, title: "Lower cost to serve"),
    ],
    links: [
      MapArrow(id: "1", from: "node:1", to: "node:2"),
      MapArrow(id: "2", from: "node:2", to: "node:3"),
      MapArrow(id: "3", from: "node:3", to: "benefit:1"),
      MapArrow(from: "benefit:1", to: "objective:a"),
    ])
}

extension MapPage {
  static let sample: MapPage = {
    let map = BenefitsMap.sample
    let geometry = MapGeometry(map, orphans: map.orphans)
    let drawing = MapDrawing(map, geometry, title: "Benefits map") { _ in "/map/nodes/1" }
    return MapPage(
      caption: "West Lothian Council",
      sections: [SectionLink(text: "Map", href: "/benefits/1/map", isCurrent: true)],
      action: "/map",
      filters: [FormField("service", "Service", .select(Choice.filter("All", [], chosen: "")))],
      summary: "6 boxes, 4 links",
      parts: [PartList(heading: "By service", links: [Link("Housing: 3 benefits", "/map")])],
      drawing: drawing, sheets: drawing.sheets(geometry),
      orphans: [
        Orphan(
          words: "Serves no objective: 1 box", isOpen: true,
          boxes: [Link("B002", "/benefits/2/map")])
      ],
      rows: [
        Row(
          fromKind: "Output", from: Link("One customer record", "/map/nodes/1"),
          toKind: "Change", to: Link("Advisers answer at once", "/map/nodes/2"),
          removeHref: "/map/links/1/remove", version: "1", changeHref: nil),
        Row(
          fromKind: "Benefit", from: Link("B001", "/benefits/1/map"), toKind: "Objective",
          to: Link("Lower cost to serve", "/map"), removeHref: nil, version: "",
          changeHref: "/benefits/1/edit#objective"),
        Row(
          fromKind: "Benefit", from: Link("B002", "/benefits/2/map"), toKind: "", to: nil,
          removeHref: nil, version: "", changeHref: nil),
      ],
      exports: [Link("CSV", "/map.csv")], add: Link("Add a box", "/map/nodes/new"),
      joining: Joining(fields: MapJoinFields.fields(map, from: "", to: "", [])), councils: [],
      empty: nil, problems: [], trail: [Link("Benefits", "/benefits")])
  }()

  static let states = [
    "choice": MapPage(choosing: [Link("West Lothian Council", "/map?council=S12000040")]),
    "none": MapPage(choosing: []),
  ]
}
