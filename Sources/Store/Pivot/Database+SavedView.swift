import Foundation
import Postgres
import Programme

extension Connection {
  /// The views of a page within sight, by name.
  public func savedViews(
    of list: SavedView.List = .pivot, as viewer: Viewer
  ) throws -> [SavedView] {
    try savedViews(where: "v.list = \(list.rawValue)", as: viewer)
  }

  /// One view within sight; nil when there is none.
  public func savedView(_ id: ID<SavedView>, as viewer: Viewer) throws -> SavedView? {
    try savedViews(where: "v.id = \(id.uuid)", as: viewer).first
  }

  private func savedViews(where condition: SQL, as viewer: Viewer) throws -> [SavedView] {
    try query(
      """
      SELECT v.id, v.list, v.name, v.query, v.is_shared, v.person_name, v.made_at,
        \(viewer.ownsSavedView("v"))
      FROM saved_view v
      WHERE \(condition) AND v.removed_at IS NULL AND \(viewer.seesSavedViews("v"))
      ORDER BY lower(v.name), v.id
      LIMIT \(SavedViewLimit.kept)
      """
    ) { row in
      SavedView(
        id: ID(try row.next()), list: try row.choice(SavedView.List.self), name: try row.next(),
        query: try row.next(), isShared: try row.next(), personName: try row.next(),
        madeAt: try row.next(Instant.self).date, isOwn: try row.next())
    }
  }

  /// Keeps a view. Throws ``Refusal/invalid(_:)`` when the name is blank, too long or taken, when
  /// the query is too long, or when too many are kept already.
  public func addSavedView(
    of list: SavedView.List = .pivot, name: String, query text: String, isShared: Bool,
    by act: Act, as viewer: Viewer
  ) throws -> ID<SavedView> {
    guard viewer.may(.readBenefits) else { throw Refusal.forbidden }
    try check(name, text, of: list, as: viewer)
    let id = ID<SavedView>.random()
    try execute(
      """
      INSERT INTO saved_view (id, programme_id, organisation_id, person_id, person_name, is_shared,
        list, name, query, made_at)
      VALUES (\(id.uuid), \(viewer.programme.uuid), \(viewer.organisation.uuid),
        \(viewer.person?.uuid as UUID?), \(viewer.name), \(isShared),
        \(list.rawValue), \(name), \(text), scope_now())
      """)
    try record(id, name, version: 1, from: "", to: text, by: act, as: viewer)
    return id
  }

  /// Takes a view away; the journal keeps what it was. Throws ``Refusal/notFound`` for one that is
  /// out of sight, ``Refusal/forbidden`` for one that is not the viewer's.
  public func removeSavedView(_ id: ID<SavedView>, by act: Act, as viewer: Viewer) throws {
    guard let view = try savedView(id, as: viewer) else { throw Refusal.notFound }
    guard view.isOwn else { throw Refusal.forbidden }
    let removed = try execute(
      """
      UPDATE saved_view SET removed_at = scope_now() WHERE id = \(id.uuid) AND removed_at IS NULL
      """)
    guard removed == 1 else { throw Refusal.notFound }
    try record(id, view.name, version: 2, from: view.query, to: "", by: act, as: viewer)
  }

  private func check(
    _ name: String, _ query: String, of list: SavedView.List, as viewer: Viewer
  ) throws {
    let views = try savedViews(of: list, as: viewer)
    let limit = SavedViewLimit.nameCharacters
    let refusal: (String, String)? =
      if name.isEmpty {
        ("a name", "Enter a name.")
      } else if name.unicodeScalars.count > limit
        || name.unicodeScalars.contains(where: TrimmedText.isControl)
      {
        ("at most \(limit) plain characters", "Shorten the name.")
      } else if views.contains(where: { $0.name.lowercased() == name.lowercased() }) {
        ("a name that no other has", "Choose another name, or remove the other one.")
      } else if views.count >= SavedViewLimit.kept {
        ("at most \(SavedViewLimit.kept) of them", "Remove one that is not needed.")
      } else if query.unicodeScalars.count > SavedViewLimit.queryCharacters {
        ("fewer filters", "Take some filters away.")
      } else {
        nil
      }
    guard let refusal else { return }
    throw Refusal.invalid([
      Problem(
        .error, at: .field("name"), subject: "Name", found: name, expected: refusal.0,
        mend: refusal.1)
    ])
  }

  private func record(
    _ id: ID<SavedView>, _ name: String, version: Int, from: String, to: String, by act: Act,
    as viewer: Viewer
  ) throws {
    let change = FieldChange(field: "query", label: "What it shows", before: from, after: to)
    try record(
      [
        JournalDraft(
          kind: "view", record: id.uuid, label: name, version: version, visibility: .draft,
          changes: [change])
      ], of: viewer.organisation, named: viewer.organisationName, by: act, as: viewer)
  }
}
