import Foundation
import Postgres
import Programme

extension Connection {
  /// The scenarios of a register within sight, newest first.
  public func scenarios(
    of subject: ID<Organisation>, as viewer: Viewer
  ) throws -> [StoredScenario] {
    try scenarios(where: "s.subject_id = \(subject.uuid)", as: viewer)
  }

  /// One scenario within sight; nil when there is none.
  public func scenario(_ id: ID<Scenario>, as viewer: Viewer) throws -> StoredScenario? {
    try scenarios(where: "s.id = \(id.uuid)", as: viewer).first
  }

  private func scenarios(where condition: SQL, as viewer: Viewer) throws -> [StoredScenario] {
    try query(
      """
      SELECT s.id, s.subject_id, \(viewer.ownsPaper("s")), s.person_name, s.made_at, s.name,
        s.changes::text
      FROM scenario s
      WHERE \(condition) AND s.removed_at IS NULL AND \(viewer.seesPapers("s"))
      ORDER BY s.made_at DESC, s.id
      LIMIT \(ScenarioLimit.kept)
      """
    ) { row in
      let id = ID<Scenario>(try row.next())
      let subject = ID<Organisation>(try row.next())
      let isOwn = try row.next(Bool.self)
      let name = try row.next(String.self)
      let madeAt = try row.next(Instant.self).date
      return StoredScenario(
        id: id, subject: subject, personName: name, madeAt: madeAt,
        isOwn: isOwn,
        scenario: Scenario(
          name: try row.next(), changes: ScenarioChanges(json: try row.next(String.self))))
    }
  }

  /// Keeps a scenario of a register. Throws ``Refusal/invalid(_:)`` when the name is blank, too long
  /// or taken, when nothing is changed, or when too many are kept already.
  public func addScenario(
    _ scenario: Scenario, of subject: ID<Organisation>, by act: Act, as viewer: Viewer
  ) throws -> ID<Scenario> {
    try check(scenario, of: subject, as: viewer)
    let id = ID<Scenario>.random()
    try execute(
      """
      INSERT INTO scenario (id, programme_id, organisation_id, subject_id, person_id, person_name,
        name, changes, made_at)
      VALUES (\(id.uuid), \(viewer.programme.uuid), \(viewer.organisation.uuid), \(subject.uuid),
        \(viewer.person?.uuid as UUID?), \(viewer.name), \(scenario.name),
        \(JSONText(text: scenario.changes.json)), scope_now())
      """)
    try record(id, scenario, isKept: true, by: act, as: viewer)
    return id
  }

  /// Takes a scenario away; the journal keeps what it was. Throws ``Refusal/notFound`` for one that
  /// is out of sight, ``Refusal/forbidden`` for one that is not the viewer's.
  public func removeScenario(_ id: ID<Scenario>, by act: Act, as viewer: Viewer) throws {
    guard let stored = try scenario(id, as: viewer) else { throw Refusal.notFound }
    guard stored.isOwn else { throw Refusal.forbidden }
    let removed = try execute(
      """
      UPDATE scenario SET removed_at = scope_now() WHERE id = \(id.uuid) AND removed_at IS NULL
      """)
    guard removed == 1 else { throw Refusal.notFound }
    try record(id, stored.scenario, isKept: false, by: act, as: viewer)
  }

  private func check(
    _ scenario: Scenario, of subject: ID<Organisation>, as viewer: Viewer
  ) throws {
    let limit = ScenarioLimit.nameCharacters
    let names = try scenarios(of: subject, as: viewer).map { $0.scenario.name.lowercased() }
    let refusal: (String, String)? =
      if scenario.name.isEmpty {
        ("a name", "Enter a name for the scenario.")
      } else if scenario.name.unicodeScalars.count > limit
        || scenario.name.unicodeScalars.contains(where: TrimmedText.isControl)
      {
        ("at most \(limit) plain characters", "Shorten the name.")
      } else if names.contains(scenario.name.lowercased()) {
        ("a name that is not taken", "Choose another name, or remove the scenario of that name.")
      } else if scenario.changes.isEmpty {
        ("a change", "Change an input first: a scenario keeps what differs from the register.")
      } else if names.count >= ScenarioLimit.kept {
        ("fewer scenarios", "Remove a scenario that is no longer needed.")
      } else {
        nil
      }
    guard let refusal else { return }
    throw Refusal.invalid([
      Problem(
        .error, at: .field("name"), subject: "Name", found: scenario.name, expected: refusal.0,
        mend: refusal.1)
    ])
  }

  private func record(
    _ id: ID<Scenario>, _ scenario: Scenario, isKept: Bool, by act: Act, as viewer: Viewer
  ) throws {
    let texts = scenario.changes.texts.sorted { $0.key < $1.key }
    let changes = texts.map { name, value in
      FieldChange(
        field: name, label: ScenarioChanges.label(of: name), before: isKept ? "" : value,
        after: isKept ? value : "")
    }
    try record(
      [
        JournalDraft(
          kind: "scenario", record: id.uuid, label: scenario.name, version: isKept ? 1 : 2,
          visibility: .draft, changes: changes)
      ], of: viewer.organisation, named: viewer.organisationName, by: act, as: viewer)
  }
}
