import Foundation
import Logging
import Postgres
import Testing

/// The server that the tests may use: a superuser's connection to a cluster of their own.
enum TestServer {
  static let connectionString = ProcessInfo.processInfo.environment["TEST_DATABASE_URL"]

  /// A connection to the server's own database.
  static var configuration: PoolConfiguration {
    PoolConfiguration(connectionString: connectionString ?? "", connectionLimit: 1)
  }
}

extension Trait where Self == ConditionTrait {
  /// Skips, visibly, where no server was given.
  static var needsServer: Self {
    .enabled(if: TestServer.connectionString != nil, "TEST_DATABASE_URL names no server")
  }
}

let quiet = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }

/// Gives `body` a pool on a new, empty database, which is dropped afterwards.
func withDatabase(
  connectionLimit: Int = 4, waiterLimit: Int = 1_000, waitDeadline: Duration = .seconds(20),
  statementTimeout: Duration = .seconds(30), statementCacheLimit: Int = 256,
  _ body: (Pool) async throws -> Void
) async throws {
  let name = "test_" + UUID().uuidString.lowercased()
  let server = Pool(TestServer.configuration, logger: quiet)
  try await server.withConnection { try $0.execute("CREATE DATABASE \(.identifier(name))") }
  let pool = Pool(
    PoolConfiguration(
      connectionString: TestServer.connectionString ?? "", database: name,
      connectionLimit: connectionLimit, waiterLimit: waiterLimit, waitDeadline: waitDeadline,
      statementTimeout: statementTimeout, statementCacheLimit: statementCacheLimit),
    logger: quiet)
  let outcome: Result<Void, any Error>
  do { outcome = .success(try await body(pool)) } catch { outcome = .failure(error) }
  await pool.close()
  try await server.withConnection {
    try $0.execute("DROP DATABASE \(.identifier(name)) WITH (FORCE)")
  }
  await server.close()
  try outcome.get()
}

/// The kind of the error that `body` throws; nil when it throws none, or another's.
func asyncKind(_ body: () async throws -> Void) async -> PostgresError.Kind? {
  do {
    try await body()
    return nil
  } catch {
    return (error as? PostgresError)?.kind
  }
}

/// The same for synchronous code on a connection.
func kind(_ body: () throws -> Void) -> PostgresError.Kind? {
  do {
    try body()
    return nil
  } catch {
    return (error as? PostgresError)?.kind
  }
}

extension Pool {
  /// The process on the server that serves the next use of the pool.
  func backend() async throws -> Int32 {
    try await withConnection { try #require(try $0.first("SELECT pg_backend_pid()")).get(0) }
  }

  /// Ends another session and waits until it is gone.
  func terminate(_ backend: Int32) async throws {
    try await withConnection { connection in
      _ = try connection.query("SELECT pg_terminate_backend(\(backend), 10000)")
    }
  }
}
