import Crypto
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import Programme
import Store
import TestSupport

@testable import Web

/// The whole site in process: middleware, routes, handlers and a database of its own.
struct TestSite: Sendable {
  static let password = "correct horse battery"

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
      configuration, store: database.store, clock: { [clock = database.clock] in clock.now },
      logger: TestServer.logger)
    responder = Site.responder(services)
  }

  /// Runs a test on a site with a database of its own.
  static func run(_ body: (TestSite) async throws -> Void) async throws {
    try await TestDatabase.run { database in try await body(TestSite(database)) }
  }

  /// Gives somebody an account.
  func addPerson(
    _ role: Role, of organisation: ID<Organisation> = World.westLothian, email: String? = nil
  ) async throws -> String {
    let email = email ?? "\(role)-\(organisation)@example.org"
    _ = try await database.store.addPerson(
      Person(name: "\(role)", email: email, role: role), password: TestSite.password,
      organisation: organisation, programme: World.programme, by: .test("person.add"))
    return email
  }

  /// A browser that somebody of that role is signed in with.
  func browser(
    _ role: Role, of organisation: ID<Organisation> = World.westLothian
  ) async throws -> Browser {
    let browser = Browser(self)
    try await browser.signIn(try await addPerson(role, of: organisation))
    return browser
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
