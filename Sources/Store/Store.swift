import Foundation
import Logging
import Postgres
import Programme

/// What a closure of ``Store/read(as:_:)`` and ``Store/write(as:_:_:)`` works on.
public typealias Database = Connection

/// Everything that lasts: one PostgreSQL database, seen through the eyes of a viewer.
public final class Store: Sendable {
  let configuration: StoreConfiguration
  let pool: Pool
  /// Connects as the role that migrates and seeds.
  let ownerPool: Pool
  let clock: @Sendable () -> Date
  let random: RandomBytes
  let passwords: PasswordHasher
  let sealKeeper: SealKeeper?
  let logger: Logger

  /// A store; connections are opened when they are first needed. With a `sealKeeper` the journal's
  /// signed head is kept outside the database.
  public init(
    _ configuration: StoreConfiguration, clock: @escaping @Sendable () -> Date, logger: Logger,
    random: RandomBytes = .system, sealKeeper: SealKeeper? = nil
  ) {
    self.sealKeeper = sealKeeper
    self.configuration = configuration
    self.clock = clock
    self.random = random
    self.logger = logger
    pool = Pool(
      PoolConfiguration(
        connectionString: configuration.databaseURL,
        connectionLimit: configuration.connections, waitDeadline: configuration.waitDeadline,
        statementTimeout: configuration.statementTimeout, applicationName: "concordat",
        plansOnce: true),
      logger: logger)
    ownerPool = Pool(
      PoolConfiguration(
        connectionString: configuration.ownerURL ?? configuration.databaseURL, connectionLimit: 2,
        applicationName: "concordat owner"),
      logger: logger)
    passwords = PasswordHasher(
      threads: configuration.passwordHashers, queueLimit: configuration.passwordQueueLimit,
      random: random)
  }

  /// Runs `body` in a read-only transaction that sees what the viewer may see.
  /// Throws what `body` throws, or a `PostgresError`.
  public func read<T: Sendable>(
    as viewer: Viewer, _ body: @Sendable (isolated Database) throws -> T
  ) async throws -> T {
    try await pool.transaction(.readOnly, preamble: [viewer.scope(at: clock()).settings], body)
  }

  /// Runs `body` in a transaction that may change what the viewer may change: committed when it
  /// returns, undone when it throws. Throws what `body` throws, or a `PostgresError`.
  public func write<T: Sendable>(
    as viewer: Viewer, _ act: Act, _ body: @Sendable (isolated Database) throws -> T
  ) async throws -> T {
    do {
      return try await pool.transaction(
        .readWrite, preamble: [viewer.scope(at: clock()).settings], retries: Store.retries, body)
    } catch let error as PostgresError {
      logger.error(
        "a write failed",
        metadata: ["act": "\(act.name)", "request": "\(act.requestID)", "error": "\(error)"])
      throw error
    }
  }

  /// How often a write that lost a race inside the database is repeated.
  private static let retries = 3

  /// Closes all connections; the store is of no use afterwards.
  public func close() async {
    await pool.close()
    await ownerPool.close()
  }
}
