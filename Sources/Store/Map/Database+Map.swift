import Foundation
import Postgres
import Programme

extension Connection {
  /// The map of a council's register; nil when nothing of it is within sight.
  public func map(of organisation: ID<Organisation>, as viewer: Viewer) throws -> StoredMap? {
    guard let head = try registerHead(of: organisation, as: viewer) else { return nil }
    let nodes = try mapNodes(where: "n.organisation_id = \(organisation.uuid)", as: viewer)
    let benefits = try mapBenefits(of: organisation, as: viewer)
    return StoredMap(
      organisation: organisation, councilName: head.organisationName,
      councilCode: head.organisationCode, nodes: nodes, benefits: benefits,
      links: try mapLinks(of: organisation, removed: false, as: viewer))
  }

  /// One recorded box; nil when it is not there or not within sight.
  public func mapNode(_ id: ID<MapNode>, as viewer: Viewer) throws -> Stored<MapNode>? {
    try mapNodes(where: "n.id = \(id.uuid)", as: viewer).first
  }

  /// One link, made or taken away; nil when it is not there or an end is out of sight.
  public func mapLink(_ id: ID<MapLink>, as viewer: Viewer) throws -> MapLink? {
    let owner = try first(
      """
      SELECT l.organisation_id FROM map_link l
      WHERE l.id = \(id.uuid) AND l.programme_id = \(viewer.programme.uuid)
      """
    ) { row in ID<Organisation>(try row.next()) }
    guard let owner else { return nil }
    return try [false, true].lazy.flatMap { removed in
      try mapLinks(of: owner, removed: removed, as: viewer)
    }.first { $0.id == id }
  }

  /// Links of a map that were taken away, newest first.
  public func removedLinks(
    of organisation: ID<Organisation>, as viewer: Viewer
  ) throws -> [MapLink] {
    try mapLinks(of: organisation, removed: true, as: viewer)
  }

  private func mapNodes(where condition: SQL, as viewer: Viewer) throws -> [Stored<MapNode>] {
    try query(
      """
      SELECT n.id, n.visibility, n.version, n.changed_at, n.organisation_id, n.kind, n.title,
        n.description, n.owner, n.due
      FROM map_node n
      WHERE \(condition) AND n.removed_at IS NULL AND \(viewer.sees("n"))
      ORDER BY lower(n.title), n.id
      LIMIT \(MapLimit.nodes)
      """
    ) { row in
      let about = try StoredColumns<MapNode>(&row)
      let organisation = ID<Organisation>(try row.next())
      return about.stored(
        MapNode(
          kind: try row.choice(MapKind.self), title: try row.next(), description: try row.next(),
          owner: try row.next(), due: try row.optionalDay()),
        of: organisation)
    }
  }

  private func mapBenefits(
    of organisation: ID<Organisation>, as viewer: Viewer
  ) throws -> [MapBenefit] {
    try query(
      """
      SELECT b.id, b.reference, b.title, b.service, b.objective FROM benefit b
      WHERE b.organisation_id = \(organisation.uuid) AND b.removed_at IS NULL
        AND b.status <> 'Withdrawn' AND \(viewer.sees("b"))
      ORDER BY b.reference_order, b.id
      """
    ) { row in
      MapBenefit(
        id: ID(try row.next()), reference: try row.next(), title: try row.next(),
        service: try row.next(), objective: try row.next())
    }
  }

  /// Links whose two ends are within sight; row-level security says the same once more.
  private func mapLinks(
    of organisation: ID<Organisation>, removed: Bool, as viewer: Viewer
  ) throws -> [MapLink] {
    let state: SQL = removed ? "l.removed_at IS NOT NULL" : "l.removed_at IS NULL"
    return try query(
      """
      SELECT l.id, l.version, l.from_id, l.to_node_id, l.to_benefit_id
      FROM map_link l
        JOIN map_node f ON f.id = l.from_id AND f.removed_at IS NULL
        LEFT JOIN map_node t ON t.id = l.to_node_id
        LEFT JOIN benefit b ON b.id = l.to_benefit_id
      WHERE l.programme_id = \(viewer.programme.uuid)
        AND l.organisation_id = \(organisation.uuid) AND \(state) AND \(viewer.sees("f"))
        AND ((t.removed_at IS NULL AND \(viewer.sees("t")))
          OR (b.removed_at IS NULL AND \(viewer.sees("b"))))
      ORDER BY l.changed_at DESC, l.id
      LIMIT \(MapLimit.links)
      """
    ) { row in
      let id = ID<MapLink>(try row.next())
      let version = try row.next(Int.self)
      let from = ID<MapNode>(try row.next())
      let node = try row.next(UUID?.self).map { MapLink.MapEnd.node(ID($0)) }
      let benefit = try row.next(UUID?.self).map { MapLink.MapEnd.benefit(ID($0)) }
      guard let end = node ?? benefit else {
        throw StoreError.inconsistent("a link that leads nowhere")
      }
      return MapLink(id: id, version: version, from: from, to: end)
    }
  }
}
