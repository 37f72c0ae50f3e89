import Crypto
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import Postgres
import Programme
import Store
import TestSupport

@testable import Web

/// The whole site in process: middleware, routes, handlers and a database of its own.
struct TestSite: Sendable {
  static let password = TestPassword.text
  /// Templates and assets, read once for all sites.
  private static let installation = Result { try Installation(root: root) }

  let database: TestDatabase
  let services: Services
  private let responder: RouterResponder<WebContext>

  init(
    _ database: TestDatabase, host: String = "127.0.0.1",
    baseURL: String = "http://127.0.0.1:8080",
    _ change: (inout WebConfiguration) -> Void = { _ in }
  ) throws {
    self.database = database
    var configuration = WebConfiguration(
      host: host, port: 8080, baseURL: baseURL, root: TestSite.root,
      secret: SymmetricKey(data: Array(repeating: UInt8(7), count: 32)))
    change(&configuration)
    services = try Services(
      configuration, store: database.store, installation: TestSite.installation.get(),
      clock: { [clock = database.clock] in clock.now }, logger: TestServer.logger)
    responder = Site.responder(services)
  }

  /// Runs a test on a site with a database of its own.
  static func run(_ body: (TestSite) async throws -> Void) async throws {
    try await TestDatabase.run { database in try await body(TestSite(database)) }
  }

  /// Runs a test on a site whose database other tests read too.
  static func shared(
    _ filling: TestDatabase.Filling, _ body: (TestSite) async throws -> Void
  ) async throws {
    try await TestDatabase.shared(filling) { database in try await body(TestSite(database)) }
  }

  /// Gives somebody an account.
  func addPerson(
    _ role: Role, of organisation: ID<Organisation> = World.westLothian, email: String? = nil
  ) async throws -> String {
    let email = email ?? "\(role)-\(UUID())@example.org"
    let person = try await database.store.addPerson(
      Person(name: "\(role)", email: email, role: role), password: nil,
      organisation: organisation, programme: World.programme, by: .test("person.add"))
    let hash = try await TestPassword.hash.value
    try await database.execute(
      """
      INSERT INTO account (person_id, password_hash, changed_at)
      VALUES (\(person.uuid), \(hash), \(Instant(database.clock.now)))
      """)
    return email
  }

  /// A browser that somebody of that role is signed in with; nobody typed a password.
  func browser(
    _ role: Role, of organisation: ID<Organisation> = World.westLothian
  ) async throws -> Browser {
    let browser = Browser(self)
    let person = try await addPerson(role, of: organisation)
    browser.keep(session: try await session(of: person))
    _ = try await browser.get("/help")
    return browser
  }

  /// The token of a new session, made past the sign-in: hashing passwords is slow on purpose.
  func session(of email: String) async throws -> String {
    let token = Hexadecimal.text((0..<32).map { _ in UInt8.random(in: 0...255) })
    let now = Instant(database.clock.now)
    try await database.execute(
      """
      INSERT INTO session (token_hash, person_id, signed_in_at, last_seen_at, ends_at, address)
      SELECT sha256(\(token)::text::bytea), id, t, t, t + interval '12 hours', '192.0.2.1'
      FROM person, (SELECT \(now)::timestamptz AS t) n WHERE email = \(email.lowercased())
      """)
    return token
  }

  /// Hands a request to the site, as the server would.
  func send(
    _ method: HTTPRequest.Method, _ target: String, _ headers: HTTPFields, _ body: [UInt8]
  ) async throws -> Answer {
    let head = HTTPRequest(
      method: method, scheme: "http", authority: "forged.example", path: target,
      headerFields: headers)
    let response = try await responder.respond(
      to: Request(head: head, body: RequestBody(buffer: ByteBuffer(bytes: body))),
      context: WebContext(logger: TestServer.logger))
    let bytes = Array(buffer: try await response.body.collected())
    return Answer(status: response.status.code, headers: response.headers, body: bytes)
  }

  /// Where `Views` and the fixtures are.
  static let root = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path
}
