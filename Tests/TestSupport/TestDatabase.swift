import Dispatch
import Foundation
import Logging
import Postgres
import Programme
import Store
import Synchronization

/// A database of its own for one test, made from a template that is migrated once, and cleaned for the
/// next test.
package final class TestDatabase: Sendable {
  package let name: String
  /// Serves as `concordat_app`, subject to row-level security.
  package let store: Store
  package let clock: TestClock
  /// Past row-level security, to prepare and to look behind the scenes.
  package let superuser: Pool

  private init(name: String, connections: Int) {
    self.name = name
    clock = TestClock()
    var configuration = StoreConfiguration(
      databaseURL: TestServer.url(role: "concordat_app", database: name),
      ownerURL: TestServer.url(role: "concordat_owner", database: name))
    configuration.connections = connections
    store = Store(
      configuration, clock: { [clock] in clock.now }, logger: TestServer.logger,
      sealKeeper: nil)
    superuser = TestServer.pool(role: nil, database: name)
  }

  /// Runs a test in a database in which only the world's people take part.
  package static func run(
    connections: Int = 4, _ body: (TestDatabase) async throws -> Void
  ) async throws {
    await TestServer.shared.enter()
    defer { Task { await TestServer.shared.leave() } }
    let name = try await TestServer.shared.takeDatabase()
    let database = TestDatabase(name: name, connections: connections)
    let result: Result<Void, any Error>
    do { result = .success(try await body(database)) } catch { result = .failure(error) }
    await database.store.close()
    let isClean = await database.clean()
    await database.superuser.close()
    try await TestServer.shared.giveBack(name, isClean: isClean)
    try result.get()
  }

  private func clean() async -> Bool {
    guard let cleaning = await TestServer.shared.cleaning else { return false }
    let isClean = try? await superuser.withConnection { db in try db.clean(by: cleaning) }
    return isClean ?? false
  }

  /// Runs a test in a database that was filled once for all tests that read it. Such a test changes
  /// nothing for good and leaves the clock alone.
  package static func shared(
    _ filling: Filling, _ body: (TestDatabase) async throws -> Void
  ) async throws {
    await TestServer.shared.enter()
    defer { Task { await TestServer.shared.leave() } }
    try await body(try await TestServer.shared.filled(filling))
  }

  /// What a shared database holds.
  package struct Filling: Sendable {
    let name: String
    let fill: @Sendable (TestDatabase) async throws -> Void

    /// The name tells one filling from another.
    package init(
      _ name: String, _ fill: @escaping @Sendable (TestDatabase) async throws -> Void
    ) {
      self.name = name
      self.fill = fill
    }

    /// Who takes part, as in every database, and no more.
    package static let nothing = Filling("nothing") { _ in }
  }

  fileprivate static func filled(_ filling: Filling) async throws -> TestDatabase {
    let name = try await TestServer.shared.makeDatabase()
    let database = TestDatabase(name: name, connections: 4)
    try await filling.fill(database)
    return database
  }

  /// A pool as the serving role, without the store around it.
  package func appPool() -> Pool { TestServer.pool(role: "concordat_app", database: name) }

  /// Leaves a council no officers but those that the test adds from here on.
  package func retireOfficers() async throws {
    try await execute("UPDATE person SET retired_at = now() WHERE role = 'council'")
  }

  /// What a command changes or finds, past row-level security.
  @discardableResult
  package func execute(_ sql: SQL) async throws -> Int {
    try await superuser.withConnection { db in try db.execute(sql) }
  }

  /// One number, past row-level security.
  package func count(_ sql: SQL) async throws -> Int {
    try await superuser.withConnection { db in
      try db.first(sql) { row in try row.next(Int.self) } ?? 0
    }
  }
}

/// A clock that stands still until it is told otherwise.
package final class TestClock: Sendable {
  private let time = Mutex(Date(timeIntervalSince1970: 1_270_000_000))

  package var now: Date { time.withLock { $0 } }

  package func advance(seconds: Double) { time.withLock { $0 += seconds } }
}

/// The PostgreSQL server that tests use.
package actor TestServer {
  package static let shared = TestServer()
  package static let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
  /// What stands in `TEST_DATABASE_URL`: a superuser of a server that holds nothing of value.
  package static let administratorURL = ProcessInfo.processInfo.environment["TEST_DATABASE_URL"]
  package static var isAvailable: Bool { administratorURL?.isEmpty == false }

  /// Tests that have a database at the same time, at most.
  private var free = 8
  private var waiting: [CheckedContinuation<Void, Never>] = []

  package func enter() async {
    guard free == 0 else {
      free -= 1
      return
    }
    await withCheckedContinuation { waiting.append($0) }
  }

  package func leave() {
    if waiting.isEmpty { free += 1 } else { waiting.removeFirst().resume() }
  }

  private let administrator = TestServer.pool(role: nil, database: "postgres")
  private var template: Task<String, any Error>?
  private var filled: [String: Task<TestDatabase, any Error>] = [:]
  private var made = 0
  fileprivate private(set) var cleaning: TestCleaning?
  /// Databases that tests gave back, clean.
  private var clean: [String] = []
  /// What stays until the process ends: the template, and what tests share.
  private var kept: [String] = []

  /// The server's address with another role and database; later parameters overrule earlier ones.
  package static func url(role: String?, database: String) -> String {
    let base = administratorURL ?? ""
    let isURI = base.hasPrefix("postgres")
    var parameters = ["dbname=\(database)"]
    if let role { parameters.append("user=\(role)") }
    guard isURI else { return base + " " + parameters.joined(separator: " ") }
    return base + (base.contains("?") ? "&" : "?") + parameters.joined(separator: "&")
  }

  package static func pool(role: String?, database: String) -> Pool {
    Pool(
      PoolConfiguration(
        connectionString: url(role: role, database: database), connectionLimit: 3,
        waitDeadline: .seconds(60)),
      logger: logger)
  }

  /// A database for one test: one that was given back, or a new one.
  package func takeDatabase() async throws -> String {
    if let name = clean.popLast() { return name }
    return try await makeDatabase()
  }

  /// Keeps a database for the next test, unless it is not what it was.
  package func giveBack(_ name: String, isClean: Bool) async throws {
    guard isClean else { return try await drop(name) }
    clean.append(name)
  }

  package func makeDatabase() async throws -> String {
    let template = try await readyTemplate()
    made += 1
    let name = "\(template)_\(made)"
    try await administrator.withConnection { db in
      let strategy: SQL = try db.canCopyFiles ? "STRATEGY FILE_COPY" : ""
      try db.execute(
        """
        CREATE DATABASE \(SQL.identifier(name)) TEMPLATE \(SQL.identifier(template)) \(strategy)
        """)
    }
    return name
  }

  package func drop(_ name: String) async throws {
    try await administrator.withConnection { db in
      try db.execute("DROP DATABASE IF EXISTS \(SQL.identifier(name)) WITH (FORCE)")
    }
  }

  /// The database of a filling, made when the first test asks for it.
  fileprivate func filled(_ filling: TestDatabase.Filling) async throws -> TestDatabase {
    if let ready = filled[filling.name] { return try await ready.value }
    let task = Task { try await TestDatabase.filled(filling) }
    filled[filling.name] = task
    let database = try await task.value
    kept.append(database.name)
    return database
  }

  private func dropKept() async {
    for name in clean + kept { try? await drop(name) }
  }

  /// Leaves nothing on the server when the process ends.
  private static let clearsUp: Void = {
    atexit {
      let isDone = DispatchSemaphore(value: 0)
      Task.detached {
        await TestServer.shared.dropKept()
        isDone.signal()
      }
      _ = isDone.wait(timeout: .now() + 20)
    }
  }()

  private func readyTemplate() async throws -> String {
    if let template { return try await template.value }
    let task = Task { try await makeTemplate() }
    template = task
    return try await task.value
  }

  private func makeTemplate() async throws -> String {
    let name = "concordat_test_\(ProcessInfo.processInfo.processIdentifier)"
    TestServer.clearsUp
    kept.append(name)
    try await administrator.withConnection { db in
      for role in ["concordat_owner", "concordat_app"]
      where try db.first("SELECT FROM pg_roles WHERE rolname = \(role)") == nil {
        try db.execute("CREATE ROLE \(SQL.identifier(role)) LOGIN NOSUPERUSER NOBYPASSRLS")
      }
      try db.execute("DROP DATABASE IF EXISTS \(SQL.identifier(name)) WITH (FORCE)")
      try db.execute("CREATE DATABASE \(SQL.identifier(name)) OWNER concordat_owner")
    }
    let store = Store(
      StoreConfiguration(
        databaseURL: TestServer.url(role: "concordat_app", database: name),
        ownerURL: TestServer.url(role: "concordat_owner", database: name)),
      clock: Date.init, logger: TestServer.logger)
    _ = try await store.migrate()
    await store.close()
    let pool = TestServer.pool(role: nil, database: name)
    cleaning = try await pool.withConnection { db in
      let cleaning = try db.cleaning()
      try db.script(World.script)
      return cleaning
    }
    await pool.close()
    return name
  }
}

extension Connection {
  /// Whether a database can be made by copying files, which takes half the time: PostgreSQL 15.
  fileprivate var canCopyFiles: Bool {
    get throws {
      try first("SELECT WHERE current_setting('server_version_num')::int >= 150000") != nil
    }
  }
}
