import HTTPTypes
import Hummingbird
import Programme
import Store

/// The boxes of a map: one of them, adding, changing and taking off.
enum MapNodeHandlers {
  /// One box with what it is joined to.
  static func show(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    let id = try visit.id(of: MapNode.self)
    let page = try await visit.store.read(as: viewer) { db in
      try db.mapNodePage(id, as: viewer)
    }
    return visit.page(page)
  }

  /// The form for a new box, perhaps joined to one that is there.
  static func new(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    let (setting, typed) = try await visit.store.read(as: viewer) { db in
      let join = try MapJoin(visit.query)
      let setting = try db.newBox(join, as: viewer)
      let kind = setting.kinds.count == 1 ? setting.kinds.first?.rawValue : nil
      return (setting, ["visibility": Visibility.draft.rawValue, "kind": kind ?? ""])
    }
    return visit.page(MapNodeFormPage(typed, problems: [], in: setting))
  }

  /// Adds a box to the map of the viewer's own organisation.
  static func create(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    let sent = try MapNodeSubmission(visit.form)
    let join = try MapJoin(visit.form)
    func again(_ problems: [Problem]) async throws -> Response {
      let setting = try await visit.store.read(as: viewer) { db in
        try db.newBox(join, as: viewer)
      }
      return visit.page(
        MapNodeFormPage(sent.typed, problems: problems, in: setting), .unprocessableContent)
    }
    let reading = sent.read()
    guard let node = reading.value, let visibility = sent.visibility else {
      return try await again(reading.problems)
    }
    let act = visit.act("map.add", reason: sent.reason)
    do {
      let id = try await visit.write(as: viewer, act) { db in
        try db.addMapNode(
          node, joined: join, to: viewer.organisation, visibility: visibility, by: act,
          as: viewer)
      }
      return visit.redirect(to: "/map/nodes/\(id)", notice: .boxAdded)
    } catch Refusal.invalid(let problems) {
      return try await again(
        problems.map { $0.place == .field("to") ? $0.at(.field("kind")) : $0 })
    }
  }

  /// The form that shows a box as it stands.
  static func edit(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    let node = try await own(visit, viewer)
    var typed = node.noun.typed
    typed["visibility"] = node.visibility.rawValue
    return visit.page(
      MapNodeFormPage(typed, problems: [], in: .change(of: node, node.version)))
  }

  /// Changes a box, unless somebody else did meanwhile.
  static func update(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    let stored = try await own(visit, viewer)
    let sent = try MapNodeSubmission(visit.form)
    guard let version = sent.version else { throw Failure(.unprocessableContent) }
    func again(_ problems: [Problem]) -> Response {
      visit.page(
        MapNodeFormPage(sent.typed, problems: problems, in: .change(of: stored, version)),
        .unprocessableContent)
    }
    let reading = sent.read()
    guard let node = reading.value, let visibility = sent.visibility else {
      return again(reading.problems)
    }
    let act = visit.act("map.change", reason: sent.reason)
    do {
      let changed = try await visit.write(as: viewer, act) { db in
        try db.changeMapNode(
          stored.id, expecting: version, to: node, visibility: visibility, by: act, as: viewer)
      }
      return visit.redirect(
        to: "/map/nodes/\(stored.id)", notice: changed == version ? .boxUnchanged : .boxChanged)
    } catch Refusal.invalid(let problems) {
      return again(problems)
    } catch Refusal.conflict {
      let (theirs, last) = try await visit.store.read(as: viewer) { db in
        guard let node = try db.mapNode(stored.id, as: viewer) else { throw Refusal.notFound }
        return (node, try db.history(of: stored.id, as: viewer).first)
      }
      return visit.page(
        ConflictPage(theirs: theirs, last: last, yours: node, typed: sent.typed),
        .conflict)
    }
  }

  /// Asks why a box is taken off.
  static func confirmRemoval(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    visit.page(WithdrawPage(.removing(try await own(visit, viewer))))
  }

  /// Takes it off the map with its links.
  static func remove(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    let node = try await own(visit, viewer)
    let done = WithdrawalDone(act: "map.remove", notice: .boxRemoved, path: "/map")
    return try await visit.withdraw(.removing(node), done, as: viewer) { db, change in
      try db.removeMapNode(node.id, expecting: change.version, by: change.act, as: viewer)
    }
  }

  /// The box of the path, which must be the viewer's to change.
  private static func own(_ visit: Visit, _ viewer: Viewer) async throws -> Stored<MapNode> {
    let id = try visit.id(of: MapNode.self)
    return try await visit.store.read(as: viewer) { db in
      guard let node = try db.mapNode(id, as: viewer) else { throw Refusal.notFound }
      guard viewer.mayChange(recordsOf: node.organisation) else { throw Refusal.forbidden }
      return node
    }
  }
}

extension WithdrawPage.Subject {
  /// The question whether a box is taken off the map.
  static func removing(_ node: Stored<MapNode>) -> WithdrawPage.Subject {
    let path = "/map/nodes/\(node.id)"
    return WithdrawPage.Subject(
      title: "Take it off the map", record: "\(node.noun.kind.rawValue): \(node.noun.title)",
      consequence: "Its links go with it. The journal keeps what it was.",
      question: "Why is it taken off?", kept: "Kept in the journal.",
      submit: "Take it off the map", path: path, verb: "remove", version: node.version,
      trail: [
        Link("Benefits", "/benefits"), Link("Map", "/map"), Link(node.noun.title, path),
      ])
  }
}

extension ConflictPage {
  /// Their version beside what was typed.
  init(
    theirs: Stored<MapNode>, last: JournalEntry?, yours: MapNode, typed: [String: String]
  ) {
    self.init(
      Subject(
        noun: "box", reference: theirs.noun.kind.rawValue, path: "/map/nodes/\(theirs.id)",
        trail: [Link("Benefits", "/benefits"), Link("Map", "/map")]),
      theirs: theirs, last: last, rows: Row.rows(yours.changes(since: theirs.noun)), typed: typed)
  }
}
