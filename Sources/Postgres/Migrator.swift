import CPostgres

/// Brings a database forward, one migration a transaction, in order; never back.
///
/// What was done stands in `schema_migration`, with a SHA-256 of each text. A migration that was
/// changed after it was applied, one that is missing here, and one that is newer than this program
/// knows are refused, and nothing is done.
public struct Migrator: Sendable {
  /// In the order of their numbers.
  public let migrations: [Migration]
  /// Two migrators of the same database wait for each other on this advisory lock.
  private static let lockKey: Int64 = 0x5357_4946_5450_4721

  /// Migrations by file name and text, in any order; throws `.migration` when a name has another
  /// form than `0001_people.sql`, or the numbers do not run from 1 without a gap.
  public init(_ files: [(name: String, text: String)]) throws(PostgresError) {
    var migrations: [Migration] = []
    for file in files { migrations.append(try Migration(file: file.name, text: file.text)) }
    migrations.sort { $0.number < $1.number }
    for (index, migration) in migrations.enumerated() where migration.number != index + 1 {
      throw PostgresError(
        .migration, "migration \(index + 1) is missing or there are two \(migration.number)")
    }
    self.migrations = migrations
  }

  /// Applies what is not applied yet and returns it; empty when the database is up to date. `note`
  /// hears of each before it begins. Throws `.migration`, with clear words in `detailForLog`, or
  /// the error of a failed migration, of which nothing remains.
  public func migrate(
    _ pool: Pool, note: @escaping @Sendable (Migration) -> Void = { _ in }
  ) async throws -> [Migration] {
    try await pool.withConnection { connection in
      // The lock and the settings end with the session.
      connection.spoil()
      connection.statementTimeout = nil
      try connection.script("SET statement_timeout = 0; SET lock_timeout = 0")
      try connection.execute("SELECT pg_advisory_lock(\(Migrator.lockKey))")
      try connection.script(Migrator.table)
      let pending = try self.pending(connection)
      for migration in pending {
        note(migration)
        try connection.apply(migration)
      }
      return pending
    }
  }

  /// What `migrate` would apply; changes nothing. Throws `.migration` as `migrate` does.
  public func pending(_ pool: Pool) async throws -> [Migration] {
    try await pool.transaction(.readOnly) { connection in
      let exists = try connection.first("SELECT to_regclass('schema_migration') IS NOT NULL")
      guard try exists?.get(0, as: Bool.self) == true else { return migrations }
      return try self.pending(connection)
    }
  }

  private static let table = """
    SET client_min_messages = warning;
    CREATE TABLE IF NOT EXISTS schema_migration (
      number     int PRIMARY KEY,
      name       text NOT NULL,
      checksum   text NOT NULL,
      applied_at timestamptz NOT NULL DEFAULT now()
    )
    """

  private func pending(_ connection: isolated Connection) throws -> [Migration] {
    let applied = try connection.query(
      "SELECT number, name, checksum FROM schema_migration ORDER BY number"
    ) { row in
      AppliedMigration(number: try row.next(), name: try row.next(), checksum: try row.next())
    }
    let checksums = try connection.query(
      """
      SELECT encode(sha256(convert_to(text, 'UTF8')), 'hex')
      FROM unnest(\(migrations.map(\.text))) WITH ORDINALITY AS file (text, place) ORDER BY place
      """
    ) { row in try row.next(String.self) }
    for (index, done) in applied.enumerated() {
      guard index < migrations.count else {
        throw PostgresError(
          .migration, "the database is newer than this program: \(done.number) \(done.name)")
      }
      guard done.number == index + 1 else {
        throw PostgresError(
          .migration, "the database was never through migration \(index + 1), yet through later")
      }
      guard done.checksum == checksums[index] else {
        throw PostgresError(
          .migration,
          "migration \(done.number) \(done.name) was changed after it was applied; restore it and"
            + " write a new one")
      }
    }
    return Array(migrations.dropFirst(applied.count))
  }
}

extension Connection {
  fileprivate func apply(_ migration: Migration) throws {
    try transaction(.readWrite, preamble: []) { connection in
      try connection.script(migration.text)
      guard connection.link?.transactionStatus == PQTRANS_INTRANS else {
        throw PostgresError(
          .migration, "migration \(migration.number) \(migration.name) ends its own transaction")
      }
      try connection.execute(
        """
        INSERT INTO schema_migration (number, name, checksum)
        VALUES (\(migration.number), \(migration.name),
          encode(sha256(convert_to(\(migration.text), 'UTF8')), 'hex'))
        """)
    }
  }
}
