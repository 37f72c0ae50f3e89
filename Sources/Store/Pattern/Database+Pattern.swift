import Foundation
import Postgres
import Programme

extension Connection {
  /// The patterns of councils within sight, by title.
  public func patterns(as viewer: Viewer) throws -> [StoredPattern] {
    try patterns(where: "true", as: viewer)
  }

  /// One of them; nil when it is not there or out of sight.
  public func pattern(_ id: ID<Pattern>, as viewer: Viewer) throws -> StoredPattern? {
    try patterns(where: "p.id = \(id.uuid)", as: viewer).first
  }

  private func patterns(where condition: SQL, as viewer: Viewer) throws -> [StoredPattern] {
    try query(
      """
      SELECT p.id, p.organisation_id, p.organisation_name, p.visibility, p.version,
        p.content::text
      FROM pattern p
      WHERE \(condition) AND p.removed_at IS NULL AND \(viewer.sees("p"))
      ORDER BY lower(p.title), p.id
      """
    ) { row in
      let id = ID<Pattern>(try row.next())
      let organisation = ID<Organisation>(try row.next())
      let name = try row.next(String.self)
      let visibility = try row.choice(Visibility.self)
      let version = try row.next(Int.self)
      var pattern = try JSONDecoder().decode(
        Pattern.self, from: Data(try row.next(String.self).utf8))
      (pattern.id, pattern.edition) = (id.description, version)
      return StoredPattern(
        id: id, organisation: organisation, organisationName: name, visibility: visibility,
        pattern: pattern)
    }
  }

  /// Keeps a pattern for the viewer's council, and shares it with the programme when it is
  /// published. Throws ``Refusal/forbidden``, or ``Refusal/invalid(_:)`` when something is wrong with
  /// it, its title is taken or too many are kept.
  public func keepPattern(
    _ pattern: Pattern, visibility: Visibility, by act: Act, as viewer: Viewer
  ) throws -> ID<Pattern> {
    guard viewer.mayChange(recordsOf: viewer.organisation) else { throw Refusal.forbidden }
    let problems = pattern.problems
    guard problems.isEmpty else { throw Refusal.invalid(problems) }
    try refuseTaken(pattern.title, as: viewer)
    let id = ID<Pattern>.random()
    try execute(
      """
      INSERT INTO pattern (id, programme_id, organisation_id, organisation_name, visibility,
        version, title, content, made_by, changed_at)
      VALUES (\(id.uuid), \(viewer.programme.uuid), \(viewer.organisation.uuid),
        \(viewer.organisationName), \(visibility.rawValue), 1, \(pattern.title),
        \(JSONText(text: try pattern.json())), \(viewer.name), scope_now())
      """)
    try record(id, pattern.title, visibility, isKept: true, by: act, as: viewer)
    return id
  }

  /// Offers a pattern no longer; benefits made from it stay. Throws ``Refusal/notFound`` or
  /// ``Refusal/forbidden``.
  public func removePattern(_ id: ID<Pattern>, by act: Act, as viewer: Viewer) throws {
    guard let stored = try pattern(id, as: viewer) else { throw Refusal.notFound }
    guard viewer.mayChange(recordsOf: stored.organisation) else { throw Refusal.forbidden }
    let removed = try execute(
      """
      UPDATE pattern SET removed_at = scope_now(), version = version + 1
      WHERE id = \(id.uuid) AND removed_at IS NULL
      """)
    guard removed == 1 else { throw Refusal.notFound }
    try record(
      id, stored.pattern.title, stored.visibility, isKept: false, by: act, as: viewer)
  }

  private func refuseTaken(_ title: String, as viewer: Viewer) throws {
    let own = try patterns(as: viewer).filter { $0.organisation == viewer.organisation }
    let isTaken = own.contains { $0.pattern.title.lowercased() == title.lowercased() }
    guard isTaken || own.count >= PatternLimit.kept else { return }
    throw Refusal.invalid([
      Problem(
        .error, at: .field("title"), subject: "Title", found: title,
        expected: isTaken
          ? "a title that no pattern of yours has" : "at most \(PatternLimit.kept) patterns",
        mend: isTaken ? "Choose another title." : "Remove a pattern that nobody uses.")
    ])
  }

  private func record(
    _ id: ID<Pattern>, _ title: String, _ visibility: Visibility, isKept: Bool, by act: Act,
    as viewer: Viewer
  ) throws {
    let change = FieldChange(
      field: "title", label: "Title", before: isKept ? "" : title, after: isKept ? title : "")
    try record(
      [
        JournalDraft(
          kind: "pattern", record: id.uuid, label: title, version: isKept ? 1 : 2,
          visibility: visibility, changes: [change])
      ], of: viewer.organisation, named: viewer.organisationName, by: act, as: viewer)
  }
}

extension Pattern {
  fileprivate func json() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(self), as: UTF8.self)
  }
}
