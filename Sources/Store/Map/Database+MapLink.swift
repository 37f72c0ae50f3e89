import Foundation
import Postgres
import Programme

extension Connection {
  /// Joins a box to a later one of the same map and returns the link; one that was taken away is
  /// made again. Throws ``Refusal/notFound``, ``Refusal/forbidden``, or ``Refusal/invalid(_:)`` when
  /// it is there already, leads to no later kind, or the map is full.
  @discardableResult
  public func addLink(
    from: ID<MapNode>, to end: MapLink.MapEnd, by act: Act, as viewer: Viewer
  ) throws -> ID<MapLink> {
    guard let start = try mapNode(from, as: viewer) else { throw Refusal.notFound }
    let head = try lockRegister(of: start.organisation, as: viewer)
    guard let map = try map(of: start.organisation, as: viewer) else { throw Refusal.notFound }
    try MapRefusal.refuse(linkFrom: from, to: end, on: map)
    let earlier = try removedLinks(of: start.organisation, as: viewer)
      .first { $0.from == from && $0.to == end }
    let link = earlier ?? MapLink(id: .random(), version: 0, from: from, to: end)
    if earlier == nil { try insert(link, in: head, as: viewer) }
    try turn(link, isMade: true, on: map, in: head, by: act, as: viewer)
    return link.id
  }

  /// Takes a link away that is at the version named. Throws ``Refusal/conflict(current:)`` when
  /// somebody was faster, ``Refusal/notFound`` or ``Refusal/forbidden``.
  public func removeLink(
    _ id: ID<MapLink>, expecting version: Int, by act: Act, as viewer: Viewer
  ) throws {
    try turn(id, isMade: false, expecting: version, by: act, as: viewer)
  }

  /// Makes a link again that was taken away, unless it was made meanwhile. Throws as
  /// ``removeLink(_:expecting:by:as:)`` does.
  public func restoreLink(
    _ id: ID<MapLink>, expecting version: Int, by act: Act, as viewer: Viewer
  ) throws {
    try turn(id, isMade: true, expecting: version, by: act, as: viewer)
  }

  private func turn(
    _ id: ID<MapLink>, isMade: Bool, expecting version: Int, by act: Act, as viewer: Viewer
  ) throws {
    let owner = try first(
      """
      SELECT l.organisation_id FROM map_link l
      WHERE l.id = \(id.uuid) AND l.programme_id = \(viewer.programme.uuid)
      """
    ) { row in ID<Organisation>(try row.next()) }
    guard let owner, let seen = try map(of: owner, as: viewer) else { throw Refusal.notFound }
    let gone = try removedLinks(of: owner, as: viewer)
    guard (seen.links + gone).contains(where: { $0.id == id }) else { throw Refusal.notFound }
    let head = try lockRegister(of: owner, as: viewer)
    guard let map = try map(of: owner, as: viewer) else { throw Refusal.notFound }
    let links = isMade ? try removedLinks(of: owner, as: viewer) : map.links
    guard let link = links.first(where: { $0.id == id }), link.version == version else {
      throw Refusal.conflict(current: version + 1)
    }
    if isMade { try MapRefusal.refuse(linkFrom: link.from, to: link.to, on: map) }
    try turn(link, isMade: isMade, on: map, in: head, by: act, as: viewer)
  }

  /// Makes a link or takes it away, with its journal entry; the caller holds the lock.
  func turn(
    _ link: MapLink, isMade: Bool, on map: StoredMap, in head: RegisterHead, by act: Act,
    as viewer: Viewer
  ) throws {
    let removed: SQL = isMade ? "NULL" : "scope_now()"
    try execute(
      """
      UPDATE map_link SET removed_at = \(removed), changed_at = scope_now(),
        version = \(link.version + 1)
      WHERE id = \(link.id.uuid) AND organisation_id = \(head.organisation.uuid)
      """)
    let (from, to) = try names(of: link, as: viewer)
    let words = "\(from.title) → \(to.title)"
    let entry = JournalDraft(
      kind: "link", record: link.id.uuid, label: words, version: link.version + 1,
      visibility: .narrower(from.visibility, to.visibility),
      changes: [
        FieldChange(
          field: "link", label: "Leads to", before: isMade ? "" : words,
          after: isMade ? words : "")
      ])
    try record(
      [entry], of: head.organisation, named: head.organisationName, by: act, as: viewer)
  }

  /// The two ends of a link, for the journal.
  private func names(of link: MapLink, as viewer: Viewer) throws -> (LinkEndName, LinkEndName) {
    guard let from = try mapNode(link.from, as: viewer) else { throw Refusal.notFound }
    let start = LinkEndName(title: from.noun.title, visibility: from.visibility)
    switch link.to {
    case .node(let id):
      guard let node = try mapNode(id, as: viewer) else { throw Refusal.notFound }
      return (start, LinkEndName(title: node.noun.title, visibility: node.visibility))
    case .benefit(let id):
      guard let benefit = try benefit(id, as: viewer) else { throw Refusal.notFound }
      let title = "\(benefit.benefit.reference) \(benefit.benefit.title)"
      return (start, LinkEndName(title: title, visibility: benefit.stored.visibility))
    }
  }

  private func insert(_ link: MapLink, in head: RegisterHead, as viewer: Viewer) throws {
    var node: UUID?
    var benefit: UUID?
    switch link.to {
    case .node(let id): node = id.uuid
    case .benefit(let id): benefit = id.uuid
    }
    try execute(
      """
      INSERT INTO map_link (id, programme_id, organisation_id, version, changed_at, from_id,
        to_node_id, to_benefit_id)
      VALUES (\(link.id.uuid), \(viewer.programme.uuid), \(head.organisation.uuid), 1,
        scope_now(), \(link.from.uuid), \(node as UUID?), \(benefit as UUID?))
      """)
  }
}

/// One end of a link as the journal names it.
private struct LinkEndName {
  let title: String
  let visibility: Visibility
}
