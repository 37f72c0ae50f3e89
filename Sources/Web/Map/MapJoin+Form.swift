import Programme
import Store

extension MapJoin {
  /// What a new box is joined to, as an address or a form says; nil where it says nothing.
  init?(_ sent: Submission) throws(Refusal) {
    if let text = sent.given("after") {
      guard let id = ID<MapNode>(text: text) else { throw .notFound }
      self = .after(id)
    } else if let text = sent.given("before") {
      guard let id = ID<MapNode>(text: text) else { throw .notFound }
      self = .before(.node(id))
    } else if let text = sent.given("benefit") {
      guard let id = ID<Benefit>(text: text) else { throw .notFound }
      self = .before(.benefit(id))
    } else {
      return nil
    }
  }

  /// The name and value of it in a form.
  var field: (name: String, value: String) {
    switch self {
    case .after(let id): ("after", id.description)
    case .before(.node(let id)): ("before", id.description)
    case .before(.benefit(let id)): ("benefit", id.description)
    }
  }
}

extension Database {
  /// What the form for a new box needs to know.
  func newBox(
    _ join: MapJoin?, as viewer: Viewer
  ) throws -> MapNodeFormPage.Setting {
    var setting = MapNodeFormPage.Setting(
      title: "Add to the map", action: "/map/nodes", cancelHref: "/map")
    guard let join else { return setting }
    setting.join = join.field
    let steps: [MapKind] = [.output, .change, .outcome]
    switch join {
    case .after(let id):
      guard let node = try mapNode(id, as: viewer) else { throw Refusal.notFound }
      setting.joined = "It comes after “\(node.noun.title)”."
      setting.kinds = steps.filter { node.noun.kind.leads(to: $0) }
      setting.cancelHref = "/map/nodes/\(id)"
    case .before(.node(let id)):
      guard let node = try mapNode(id, as: viewer) else { throw Refusal.notFound }
      setting.joined = "It leads to “\(node.noun.title)”."
      setting.kinds = steps.filter { $0.leads(to: node.noun.kind) }
      setting.cancelHref = "/map/nodes/\(id)"
    case .before(.benefit(let id)):
      guard let benefit = try benefit(id, as: viewer) else { throw Refusal.notFound }
      setting.joined = "It leads to \(benefit.benefit.reference) “\(benefit.benefit.title)”."
      setting.kinds = steps
      setting.cancelHref = "/benefits/\(id)/map"
    }
    return setting
  }

  /// The page of a box; `typed` and `found` are of a link that was refused.
  func mapNodePage(
    _ id: ID<MapNode>, typed: String = "", problems found: [Problem] = [], as viewer: Viewer
  ) throws -> MapNodePage {
    guard let node = try mapNode(id, as: viewer),
      let stored = try map(of: node.organisation, as: viewer)
    else { throw Refusal.notFound }
    let removed = try removedLinks(of: node.organisation, as: viewer).filter {
      $0.from == id || $0.to == .node(id)
    }
    return MapNodePage(
      node, on: MapSubject(stored, filter: MapFilter(), viewer: viewer), removed: removed,
      history: try history(of: id, as: viewer), typed: typed, problems: found)
  }
}

extension MapNodeFormPage.Setting {
  /// For a change of a stored box, from the version that was read.
  static func change(of node: Stored<MapNode>, _ version: Int) -> MapNodeFormPage.Setting {
    MapNodeFormPage.Setting(
      title: "Change \(node.noun.title)", action: "/map/nodes/\(node.id)",
      cancelHref: "/map/nodes/\(node.id)", version: String(version),
      trail: [
        Link("Benefits", "/benefits"), Link("Map", "/map"),
        Link(node.noun.title, "/map/nodes/\(node.id)"),
      ])
  }
}
