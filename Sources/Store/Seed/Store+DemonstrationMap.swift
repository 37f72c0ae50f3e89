import Calculator
import Foundation
import Postgres
import Programme

extension Store {
  /// Adds to the demonstration what one council recorded of its map and of its costs, from the text
  /// of `Seed/demonstration-map.json`, unless its map has boxes already. Returns whether it did.
  /// Throws ``StoreError`` or a `PostgresError`.
  @discardableResult
  public func seedDemonstrationMap(_ text: String) async throws -> Bool {
    let demonstration = try DemonstrationMap(json: text)
    guard let code = CouncilCode(text: demonstration.council),
      let viewer = try await operatorViewer(for: code)
    else { throw StoreError.inconsistent("\(demonstration.council) does not take part") }
    let act = Act(name: "map.seed", requestID: "seed")
    return try await write(as: viewer, act) { db in
      guard let map = try db.map(of: viewer.organisation, as: viewer), map.nodes.isEmpty else {
        return false
      }
      try db.seed(demonstration.costs, by: act, as: viewer)
      try db.seed(demonstration.boxes, on: map, by: act, as: viewer)
      return true
    }
  }
}

extension Connection {
  fileprivate func seed(
    _ notes: [DemonstrationMap.CostNote], by act: Act, as viewer: Viewer
  ) throws {
    var filter = CostFilter()
    filter.council = viewer.organisationCode
    let stored = try costs(filter, as: viewer)
    for note in notes {
      guard let cost = stored.first(where: { $0.cost.reference == note.reference }) else {
        continue
      }
      let profile = CostProfile(
        cost.cost, buys: note.buys, actuals: try note.actuals.map { try $0.actual() })
      try changeCost(
        cost.id, expecting: cost.stored.version, to: profile,
        visibility: cost.stored.visibility, by: act, as: viewer)
    }
  }

  fileprivate func seed(
    _ boxes: [DemonstrationMap.Box], on map: StoredMap, by act: Act, as viewer: Viewer
  ) throws {
    var ends: [String: MapLink.MapEnd] = [:]
    for benefit in map.benefits { ends[benefit.reference] = .benefit(benefit.id) }
    var ids: [(ID<MapNode>, [String])] = []
    for (place, box) in boxes.enumerated() {
      let id = try addMapNode(
        try box.node(), to: viewer.organisation, visibility: .seeded(place: place % 4), by: act,
        as: viewer)
      ends[box.title] = .node(id)
      ids.append((id, box.leadsTo))
    }
    for (id, names) in ids {
      for name in names {
        guard let end = ends[name] else {
          throw StoreError.inconsistent("the demonstration leads to “\(name)”, which is not there")
        }
        try addLink(from: id, to: end, by: act, as: viewer)
      }
    }
  }
}
