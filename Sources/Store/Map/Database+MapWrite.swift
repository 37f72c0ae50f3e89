import Foundation
import Postgres
import Programme

extension Connection {
  /// Adds a box to a council's map, joined to another where one is named, and returns its identity.
  /// Throws ``Refusal/forbidden`` for another council's, ``Refusal/invalid(_:)`` when the title is
  /// taken, the link does not fit or the map is full.
  public func addMapNode(
    _ node: MapNode, joined: MapJoin? = nil, to organisation: ID<Organisation>,
    visibility: Visibility, by act: Act, as viewer: Viewer
  ) throws -> ID<MapNode> {
    let head = try lockRegister(of: organisation, as: viewer)
    let nodes = try map(of: organisation, as: viewer)?.nodes ?? []
    guard nodes.count < MapLimit.nodes else { throw MapRefusal.tooManyNodes }
    try MapRefusal.refuse(node, id: nil, among: nodes)
    let write = MapNodeWrite(
      id: .random(), earlier: nil, node: node, visibility: visibility)
    try insert(write, in: head, as: viewer)
    try record(
      [write.journal], of: organisation, named: head.organisationName, by: act, as: viewer)
    switch joined {
    case .after(let other): _ = try addLink(from: other, to: .node(write.id), by: act, as: viewer)
    case .before(let end): _ = try addLink(from: write.id, to: end, by: act, as: viewer)
    case nil: break
    }
    return write.id
  }

  /// Changes a box that is still at the version named; a change of nothing makes no version. Returns
  /// the version it is at then. Throws ``Refusal/conflict(current:)`` when somebody was faster,
  /// ``Refusal/notFound``, ``Refusal/forbidden``, and ``Refusal/invalid(_:)`` when the title is
  /// taken or a link of the box does not fit its new kind.
  @discardableResult
  public func changeMapNode(
    _ id: ID<MapNode>, expecting version: Int, to node: MapNode, visibility: Visibility,
    by act: Act, as viewer: Viewer
  ) throws -> Int {
    let (head, current) = try lockMapNode(id, expecting: version, as: viewer)
    let write = MapNodeWrite(id: id, earlier: current, node: node, visibility: visibility)
    guard !write.journal.changes.isEmpty else { return version }
    if let map = try map(of: current.organisation, as: viewer) {
      try MapRefusal.refuse(node, id: id, among: map.nodes)
      try MapRefusal.refuse(kind: node.kind, of: id, on: map)
    }
    try update(write, in: head, as: viewer)
    try record(
      [write.journal], of: head.organisation, named: head.organisationName, by: act, as: viewer)
    return write.version
  }

  /// Takes a box off the map with its links; the journal keeps what they were. Throws as
  /// ``changeMapNode(_:expecting:to:visibility:by:as:)`` does.
  public func removeMapNode(
    _ id: ID<MapNode>, expecting version: Int, by act: Act, as viewer: Viewer
  ) throws {
    let (head, current) = try lockMapNode(id, expecting: version, as: viewer)
    guard let map = try map(of: current.organisation, as: viewer) else { throw Refusal.notFound }
    for link in map.links where link.from == id || link.to == .node(id) {
      try turn(link, isMade: false, on: map, in: head, by: act, as: viewer)
    }
    try execute(
      """
      UPDATE map_node SET removed_at = scope_now(), changed_at = scope_now(),
        version = version + 1
      WHERE id = \(id.uuid) AND organisation_id = \(head.organisation.uuid)
      """)
    let changes = current.noun.changes(since: nil).map {
      FieldChange(field: $0.field, label: $0.label, before: $0.after, after: "")
    }
    let entry = JournalDraft(
      kind: "map", record: id.uuid, label: current.noun.title, version: version + 1,
      visibility: current.visibility, changes: changes)
    try record(
      [entry], of: head.organisation, named: head.organisationName, by: act, as: viewer)
  }

  /// Locks the box's register and reads the box as it is behind the lock.
  private func lockMapNode(
    _ id: ID<MapNode>, expecting version: Int, as viewer: Viewer
  ) throws -> (RegisterHead, Stored<MapNode>) {
    guard let seen = try mapNode(id, as: viewer) else { throw Refusal.notFound }
    let head = try lockRegister(of: seen.organisation, as: viewer)
    guard let current = try mapNode(id, as: viewer) else { throw Refusal.notFound }
    guard current.version == version else { throw Refusal.conflict(current: current.version) }
    return (head, current)
  }

  private func insert(_ write: MapNodeWrite, in head: RegisterHead, as viewer: Viewer) throws {
    try execute(
      """
      INSERT INTO map_node (id, programme_id, organisation_id, visibility, version, changed_at,
        kind, title, description, owner, due)
      VALUES (\(write.id.uuid), \(viewer.programme.uuid), \(head.organisation.uuid),
        \(write.visibility.rawValue), 1, scope_now(), \(write.node.kind.rawValue),
        \(write.node.title), \(write.node.description), \(write.node.owner),
        \(write.node.due?.description as String?)::date)
      """)
  }

  private func update(_ write: MapNodeWrite, in head: RegisterHead, as viewer: Viewer) throws {
    try execute(
      """
      UPDATE map_node SET visibility = \(write.visibility.rawValue), version = \(write.version),
        changed_at = scope_now(), kind = \(write.node.kind.rawValue), title = \(write.node.title),
        description = \(write.node.description), owner = \(write.node.owner),
        due = \(write.node.due?.description as String?)::date
      WHERE id = \(write.id.uuid) AND programme_id = \(viewer.programme.uuid)
        AND organisation_id = \(head.organisation.uuid)
      """)
  }
}

/// What a new box is joined to.
public enum MapJoin: Sendable, Hashable {
  /// It comes after a box.
  case after(ID<MapNode>)
  /// It comes before a box or a benefit.
  case before(MapLink.MapEnd)
}

/// A box on its way into its table, beside what it was.
struct MapNodeWrite: Sendable {
  let id: ID<MapNode>
  let earlier: Stored<MapNode>?
  let node: MapNode
  let visibility: Visibility

  /// The version that writing it makes.
  var version: Int { (earlier?.version ?? 0) + 1 }

  /// The entry that says what changes.
  var journal: JournalDraft {
    var changes = node.changes(since: earlier?.noun)
    if earlier?.visibility != visibility {
      changes.append(
        FieldChange(
          field: "visibility", label: "Seen by", before: earlier?.visibility.rawValue ?? "",
          after: visibility.rawValue))
    }
    return JournalDraft(
      kind: "map", record: id.uuid, label: node.title, version: version,
      visibility: .narrower(earlier?.visibility ?? visibility, visibility), changes: changes)
  }
}
