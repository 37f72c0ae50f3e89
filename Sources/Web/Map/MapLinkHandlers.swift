import HTTPTypes
import Hummingbird
import Programme
import Store

/// The links of a map: made, taken away, and made again.
enum MapLinkHandlers {
  /// Joins two boxes.
  static func create(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    try visit.form.expecting(["from", "to", "at"])
    let isAtBox = visit.form.given("at") == "box"
    let typed = ["from": visit.form.given("from") ?? "", "to": visit.form.given("to") ?? ""]
    let from = typed["from"].flatMap(MapLink.MapEnd.init)
    func again(_ problems: [Problem]) async throws -> Response {
      try await visit.store.read(as: viewer) { db in
        if isAtBox, case .node(let id) = from {
          return visit.page(
            try db.mapNodePage(id, typed: typed["to"] ?? "", problems: problems, as: viewer),
            .unprocessableContent)
        }
        return visit.page(
          try db.mapPage(MapFilter(), typed: typed, problems: problems, as: viewer),
          .unprocessableContent)
      }
    }
    guard case .node(let start) = from else { return try await again([.choose("from")]) }
    guard let end = typed["to"].flatMap(MapLink.MapEnd.init) else {
      return try await again([.choose("to")])
    }
    let act = visit.act("link.add")
    do {
      _ = try await visit.write(as: viewer, act) { db in
        try db.addLink(from: start, to: end, by: act, as: viewer)
      }
    } catch Refusal.invalid(let problems) {
      return try await again(problems)
    }
    return visit.redirect(to: isAtBox ? "/map/nodes/\(start)" : "/map", notice: .boxesJoined)
  }

  /// Takes a link away; the page of the box that it began at offers to put it back.
  static func remove(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    try await turn(visit, viewer, "link.remove", .linkRemoved) { db, id, version, act in
      try db.removeLink(id, expecting: version, by: act, as: viewer)
    }
  }

  /// Makes a link again.
  static func restore(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    try await turn(visit, viewer, "link.restore", .boxesJoined) { db, id, version, act in
      try db.restoreLink(id, expecting: version, by: act, as: viewer)
    }
  }

  private static func turn(
    _ visit: Visit, _ viewer: Viewer, _ name: String, _ notice: NoticeCode,
    _ change: @escaping @Sendable (isolated Database, ID<MapLink>, Int, Act) throws -> Void
  ) async throws -> Response {
    let id = try visit.id(of: MapLink.self)
    let start = try await visit.store.read(as: viewer) { db in
      guard let link = try db.mapLink(id, as: viewer) else { throw Refusal.notFound }
      return link.from
    }
    try visit.form.expecting(["version"])
    guard let version = visit.form.given("version").flatMap({ Int($0) }) else {
      throw Failure(.unprocessableContent)
    }
    let act = visit.act(name)
    try await visit.write(as: viewer, act) { db in try change(db, id, version, act) }
    return visit.redirect(to: "/map/nodes/\(start)", notice: notice)
  }
}

extension Problem {
  /// A list of which nothing was chosen.
  fileprivate static func choose(_ name: String) -> Problem {
    Problem(
      .error, at: .field(name), subject: "Box", found: "", expected: "a box of the list",
      mend: "Choose a box.")
  }
}

extension MapLink.MapEnd {
  /// Reads the identity of a box on the map; nil for anything else.
  fileprivate init?(_ text: String) {
    let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
    guard let kind = parts.first, let rest = parts.last, parts.count == 2 else { return nil }
    if kind == "node", let id = ID<MapNode>(text: rest) {
      self = .node(id)
    } else if kind == "benefit", let id = ID<Benefit>(text: rest) {
      self = .benefit(id)
    } else {
      return nil
    }
  }
}
