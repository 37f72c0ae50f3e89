import Calculator
import Foundation
import Postgres
import Programme

extension Connection {
  /// The shared sources within sight, by name.
  public func sharedSources(as viewer: Viewer) throws -> [StoredSource] {
    try sharedSources(where: "true", as: viewer)
  }

  /// One shared source within sight; nil when there is none.
  public func sharedSource(_ id: ID<SharedSource>, as viewer: Viewer) throws -> StoredSource? {
    try sharedSources(where: "s.id = \(id.uuid)", as: viewer).first
  }

  private func sharedSources(where condition: SQL, as viewer: Viewer) throws -> [StoredSource] {
    try query(
      """
      SELECT s.id, s.visibility, s.version, s.changed_at, s.organisation_id, o.name, s.kind,
        s.name, s.whole, s.unit, s.note,
        coalesce(sum(c.share) FILTER (
          WHERE c.organisation_id = \(viewer.organisation.uuid)), 0),
        coalesce(sum(c.share) FILTER (
          WHERE c.organisation_id <> \(viewer.organisation.uuid)), 0)
      FROM shared_source s JOIN organisation o ON o.id = s.organisation_id
        LEFT JOIN source_claim c ON c.source_id = s.id
      WHERE \(condition) AND s.removed_at IS NULL AND \(viewer.sees("s"))
      GROUP BY s.id, o.name
      ORDER BY lower(s.name), s.id
      """
    ) { row in
      let about = try StoredColumns<SharedSource>(&row)
      let organisation = ID<Organisation>(try row.next())
      let councilName = try row.next(String.self)
      var source = SharedSource(
        kind: try row.choice(SharedSource.Kind.self), name: try row.next())
      source.whole = try row.optionalExact()
      source.unit = try row.next()
      source.note = try row.next()
      return StoredSource(
        stored: about.stored(source, of: organisation), councilName: councilName,
        claims: SourceClaims(own: try row.exact(), others: try row.exact()))
    }
  }

  /// Adds a source that the council keeps, and returns its identity. Throws ``Refusal/forbidden``.
  public func addSource(
    _ source: SharedSource, visibility: Visibility, by act: Act, as viewer: Viewer
  ) throws -> ID<SharedSource> {
    _ = try lockRegister(of: viewer.organisation, as: viewer)
    let id = ID<SharedSource>.random()
    try execute(
      """
      INSERT INTO shared_source (id, programme_id, organisation_id, visibility, version,
        changed_at, kind, name, whole, unit, note)
      VALUES (\(id.uuid), \(viewer.programme.uuid), \(viewer.organisation.uuid),
        \(visibility.rawValue), 1, scope_now(), \(source.kind.rawValue), \(source.name),
        \(source.whole.map(Decimal.init) as Decimal?), \(source.unit), \(source.note))
      """)
    try record(
      source, id, version: 1, visibility: visibility, changes: source.changes(since: nil),
      by: act, as: viewer)
    return id
  }

  /// Changes a source that is still at the version named. Throws ``Refusal/notFound``,
  /// ``Refusal/forbidden``, ``Refusal/conflict(current:)``, or ``Refusal/invalid(_:)`` when other
  /// councils draw on it and would lose sight of it.
  public func changeSource(
    _ id: ID<SharedSource>, expecting version: Int, to source: SharedSource,
    visibility: Visibility, by act: Act, as viewer: Viewer
  ) throws {
    let current = try ownSource(id, expecting: version, as: viewer)
    if visibility != .published, current.claims.others > .zero {
      throw Refusal.invalid([
        Problem(
          .error, at: .field("visibility"), subject: "Who may see it", found: visibility.rawValue,
          expected: "published", mend: "Other councils draw on it and have to see it.")
      ])
    }
    var changes = source.changes(since: current.source)
    if visibility != current.stored.visibility {
      changes.append(
        FieldChange(
          field: "visibility", label: "Seen by", before: current.stored.visibility.rawValue,
          after: visibility.rawValue))
    }
    guard !changes.isEmpty else { return }
    try execute(
      """
      UPDATE shared_source SET version = version + 1, changed_at = scope_now(),
        visibility = \(visibility.rawValue), kind = \(source.kind.rawValue),
        name = \(source.name), whole = \(source.whole.map(Decimal.init) as Decimal?),
        unit = \(source.unit), note = \(source.note)
      WHERE id = \(id.uuid)
      """)
    try record(
      source, id, version: version + 1,
      visibility: .narrower(visibility, current.stored.visibility), changes: changes, by: act,
      as: viewer)
  }

  /// Takes away a source that nobody draws on. Throws as
  /// ``changeSource(_:expecting:to:visibility:by:as:)`` does.
  public func removeSource(
    _ id: ID<SharedSource>, expecting version: Int, by act: Act, as viewer: Viewer
  ) throws {
    let current = try ownSource(id, expecting: version, as: viewer)
    guard current.claims.total == .zero else {
      throw Refusal.invalid([
        Problem(
          .error, at: .field("main-content"), subject: "Shared source", found: "",
          expected: "a source that nobody draws on",
          mend: "Benefits still claim shares of it: take those off first.")
      ])
    }
    try execute("UPDATE shared_source SET removed_at = scope_now() WHERE id = \(id.uuid)")
    try record(
      current.source, id, version: version + 1, visibility: current.stored.visibility,
      changes: [
        FieldChange(field: "name", label: "Name", before: current.source.name, after: "")
      ], by: act, as: viewer)
  }

  /// A source of the viewer's own council, behind the locks of its register and its claims.
  private func ownSource(
    _ id: ID<SharedSource>, expecting version: Int, as viewer: Viewer
  ) throws -> StoredSource {
    guard let seen = try sharedSource(id, as: viewer) else { throw Refusal.notFound }
    _ = try lockRegister(of: seen.stored.organisation, as: viewer)
    try lockClaims(of: [id])
    guard let current = try sharedSource(id, as: viewer) else { throw Refusal.notFound }
    guard current.stored.version == version else {
      throw Refusal.conflict(current: current.stored.version)
    }
    return current
  }

  /// Lets the changes of claims on these sources come one after another. The row of a source may be
  /// another council's, which row-level security does not let us lock, so its identity is locked.
  func lockClaims(of sources: [ID<SharedSource>]) throws {
    for id in sources.map(\.description).sorted() {
      _ = try first("SELECT pg_advisory_xact_lock(hashtextextended(\(id)::text, 12))") { _ in }
    }
  }

  private func record(
    _ source: SharedSource, _ id: ID<SharedSource>, version: Int, visibility: Visibility,
    changes: [FieldChange], by act: Act, as viewer: Viewer
  ) throws {
    try record(
      [
        JournalDraft(
          kind: "source", record: id.uuid, label: source.name, version: version,
          visibility: visibility, changes: changes)
      ], of: viewer.organisation, named: viewer.organisationName, by: act, as: viewer)
  }
}
