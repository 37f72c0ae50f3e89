import Foundation
import Postgres
import Programme

/// What the operator's commands need to know before they can act.
extension Store {
  /// The organisations of one name or official code, without regard to case.
  public func organisations(matching text: String) async throws -> [ID<Organisation>] {
    try await ownerPool.readOnce(
      """
      SELECT id FROM organisation
      WHERE lower(name) = lower(\(text)::text) OR code = upper(\(text)::text) ORDER BY id
      """, read: { row in ID(try row.next()) })
  }

  /// The programmes by name.
  public func programmes() async throws -> [(id: ID<NationalProgramme>, name: String)] {
    try await ownerPool.readOnce(
      preamble: [operatorScope.settings], "SELECT id, name FROM programme ORDER BY name, id",
      read: { row in (ID(try row.next()), try row.next()) })
  }

  /// Who acts when the operator imports or exports a council's register from the command line; nil
  /// when no council of that code takes part in exactly one programme.
  public func operatorViewer(for code: CouncilCode) async throws -> Viewer? {
    let found = try await ownerPool.readOnce(
      preamble: [operatorScope.settings],
      """
      SELECT DISTINCT o.id, o.name, m.programme_id
      FROM organisation o JOIN membership m ON m.organisation_id = o.id
      WHERE o.code = \(code.description)
      """,
      read: { row in
        Viewer(
          person: nil, name: "Operator", role: .council, organisation: ID(try row.next()),
          organisationName: try row.next(), organisationCode: code, programme: ID(try row.next()))
      })
    return found.count == 1 ? found.first : nil
  }

  /// Adds somebody, who can sign in with the password; without one the person is known by name and
  /// has no account yet. Throws ``Refusal/invalid(_:)`` when the address is taken or the password is
  /// too short.
  public func addPerson(
    _ person: Person, password: String?, organisation: ID<Organisation>,
    programme: ID<NationalProgramme>, by act: Act
  ) async throws -> ID<Person> {
    var hash: String?
    if let password {
      guard password.unicodeScalars.count >= PasswordLimit.minimumCharacters else {
        throw Refusal.invalid([PasswordLimit.tooShort])
      }
      hash = try await passwords.hash(password)
    }
    let scope = operatorScope(in: programme)
    return try await ownerPool.transaction(preamble: [scope.settings]) { [hash] db in
      try db.addPerson(person, hash: hash, organisation: organisation, scope: scope, by: act)
    }
  }

  /// Gives a person another password and ends all sessions. Throws ``Refusal/notFound`` for an
  /// address that nobody has.
  public func setPassword(_ password: String, of email: String) async throws {
    guard password.unicodeScalars.count >= PasswordLimit.minimumCharacters else {
      throw Refusal.invalid([PasswordLimit.tooShort])
    }
    let hash = try await passwords.hash(password)
    let now = clock()
    let person = try await ownerPool.transaction(preamble: [operatorScope.settings]) { db in
      try db.first(
        """
        UPDATE account SET password_hash = \(hash), changed_at = scope_now()
        WHERE person_id = (SELECT id FROM person WHERE email = \(email.lowercased()))
        RETURNING person_id
        """
      ) { row in try row.next(UUID.self) }
    }
    guard let person else { throw Refusal.notFound }
    let own = Scope(person: ID(person), now: now)
    try await ownerPool.transaction(preamble: [own.settings]) { db in
      try db.execute(
        """
        UPDATE session SET ended_at = scope_now()
        WHERE person_id = \(person) AND ended_at IS NULL
        """)
    }
  }

  /// The scope of the operator's commands.
  var operatorScope: Scope { Scope(role: "operator", now: clock()) }

  func operatorScope(in programme: ID<NationalProgramme>) -> Scope {
    Scope(role: "operator", programme: programme, now: clock())
  }
}

/// What a password must be, by name, in one place.
public enum PasswordLimit {
  /// The fewest characters.
  public static let minimumCharacters = 12

  static let tooShort = Problem(
    .error, at: .field("password"), subject: "Password", found: "",
    expected: "at least \(minimumCharacters) characters", mend: "Choose a longer one.")
}

extension Connection {
  func addPerson(
    _ person: Person, hash: String?, organisation: ID<Organisation>, scope: Scope, by act: Act
  ) throws -> ID<Person> {
    let email = person.email.lowercased()
    let id = ID<Person>.random()
    let added = try execute(
      """
      INSERT INTO person (id, programme_id, organisation_id, role, name, email)
      VALUES (\(id.uuid), \(scope.programme?.uuid as UUID?), \(organisation.uuid),
        \(person.role.rawValue), \(person.name), \(email))
      ON CONFLICT (email) DO NOTHING
      """)
    guard added == 1 else {
      throw Refusal.invalid([
        Problem(
          .error, at: .field("email"), subject: "E-mail", found: email,
          expected: "an address that nobody has", mend: "Choose another.")
      ])
    }
    if let hash {
      try execute(
        """
        INSERT INTO account (person_id, password_hash, changed_at)
        VALUES (\(id.uuid), \(hash), scope_now())
        """)
    }
    try recordPerson(id, person, organisation: organisation, scope: scope, by: act)
    return id
  }

  private func recordPerson(
    _ id: ID<Person>, _ person: Person, organisation: ID<Organisation>, scope: Scope, by act: Act
  ) throws {
    guard let programme = scope.programme else { return }
    let name = try first("SELECT name FROM organisation WHERE id = \(organisation.uuid)") { row in
      try row.next(String.self)
    }
    let viewer = Viewer(
      person: scope.person, name: "Operator", role: .admin, organisation: organisation,
      organisationName: name ?? "", organisationCode: nil, programme: programme)
    let changes = [
      ("role", "Role", person.role.rawValue), ("name", "Name", person.name),
      ("email", "E-mail", person.email.lowercased()),
    ].map {
      FieldChange(field: $0.0, label: $0.1, before: "", after: $0.2)
    }
    try record(
      [
        JournalDraft(
          kind: "person", record: id.uuid, label: person.role.rawValue, version: 1,
          visibility: .draft, changes: changes)
      ], of: organisation, named: name ?? "", by: act, as: viewer)
  }
}
