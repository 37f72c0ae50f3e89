import Foundation
import Postgres
import Programme

extension Store {
  /// Loads councils from text with the heading "code,name" and a line a council; a code that is
  /// there already gets the name of the text. Returns how many lines there are. Throws
  /// ``StoreError/inconsistent(_:)`` naming the first line that cannot be read.
  @discardableResult
  public func seedReference(councils text: String) async throws -> Int {
    let councils = try CouncilList.read(text)
    try await ownerPool.transaction(preamble: [operatorScope.settings]) { db in
      try db.execute(
        """
        INSERT INTO organisation (kind, name, code)
        SELECT 'council', c.name, c.code
        FROM unnest(\(councils.map(\.name)), \(councils.map(\.code.description))) AS c (name, code)
        ON CONFLICT (code) DO UPDATE SET name = excluded.name
        WHERE organisation.name <> excluded.name
        """)
    }
    return councils.count
  }

  /// Makes a programme unless there is one of that name, and returns it.
  public func addProgramme(
    _ programme: NationalProgramme
  ) async throws -> ID<NationalProgramme> {
    let id = try await ownerPool.transaction(preamble: [operatorScope.settings]) { db in
      try db.execute(
        """
        INSERT INTO programme (name, purpose) VALUES (\(programme.name), \(programme.purpose))
        ON CONFLICT (name) DO NOTHING
        """)
      return try db.first("SELECT id FROM programme WHERE name = \(programme.name)") { row in
        ID<NationalProgramme>(try row.next())
      }
    }
    guard let id else { throw StoreError.inconsistent("a new programme is out of sight") }
    return id
  }

  /// Makes an organisation that is no council unless there is one of that kind and name, and
  /// returns it.
  public func addParty(_ organisation: Organisation) async throws -> ID<Organisation> {
    let id = try await ownerPool.transaction(preamble: [operatorScope.settings]) { db in
      try db.execute(
        """
        INSERT INTO organisation (kind, name, code)
        VALUES (\(organisation.kind.rawValue), \(organisation.name),
          \(organisation.code?.description as String?))
        ON CONFLICT DO NOTHING
        """)
      return try db.first(
        """
        SELECT id FROM organisation
        WHERE kind = \(organisation.kind.rawValue) AND lower(name) = lower(\(organisation.name))
        """
      ) { row in ID<Organisation>(try row.next()) }
    }
    guard let id else { throw StoreError.inconsistent("a new organisation is out of sight") }
    return id
  }

  /// Lets an organisation take part in a programme, unless it does already.
  public func addMembership(
    _ membership: Membership, in programme: ID<NationalProgramme>
  ) async throws {
    let from = Postgres.Day(
      year: membership.from.year, month: membership.from.month, day: membership.from.day)
    let to = membership.to.flatMap {
      Postgres.Day(year: $0.year, month: $0.month, day: $0.day)
    }
    try await ownerPool.transaction(preamble: [operatorScope.settings]) { db in
      try db.execute(
        """
        INSERT INTO membership (programme_id, organisation_id, capacity, from_day, to_day)
        SELECT \(programme.uuid), \(membership.organisation.uuid),
          \(membership.capacity.rawValue), \(from as Postgres.Day?), \(to as Postgres.Day?)
        WHERE NOT EXISTS (
          SELECT FROM membership WHERE programme_id = \(programme.uuid)
            AND organisation_id = \(membership.organisation.uuid))
        """)
    }
  }
}

/// The list of councils that a seed is given.
enum CouncilList {
  /// One line of it.
  struct Council: Sendable {
    let code: CouncilCode
    let name: String
  }

  static func read(_ text: String) throws -> [Council] {
    let lines = text.split(whereSeparator: \.isNewline).map(String.init)
    guard lines.first == "code,name" else {
      throw StoreError.inconsistent("the list of councils does not begin with “code,name”")
    }
    return try lines.dropFirst().map { line in
      let parts = line.split(separator: ",", maxSplits: 1)
      guard parts.count == 2, let code = CouncilCode(text: String(parts[0])) else {
        throw StoreError.inconsistent("the list of councils has a line “\(line)”")
      }
      let name = TrimmedText.of(String(parts[1])).filter { $0 != "\"" }
      guard !name.isEmpty else {
        throw StoreError.inconsistent("the list of councils has a line “\(line)”")
      }
      return Council(code: code, name: name)
    }
  }
}
