import Foundation
import HTTPTypes
import Hummingbird
import Logging
import Programme
import Store

/// One request as a handler sees it: what was asked, by whom, and what to answer with.
struct Visit: Sendable {
  let services: Services
  let request: HTTPRequest
  let path: String
  let parameters: Parameters
  let requestID: String
  let address: String
  let logger: Logger
  /// The session; nil before sign-in.
  var session: Session?
  /// The secret that this answer gives to a browser without a session.
  var newBrowserSecret: [UInt8]?
  /// What stands in the query.
  var query = Submission()
  /// What was sent in the body; empty unless the route is a change.
  var form = Submission()

  var store: Store { services.store }

  /// An identity from the path; one that is not an identity is not found.
  func id<Noun>(_ name: String = "id", of: Noun.Type = Noun.self) throws(Refusal) -> ID<Noun> {
    guard let id = parameters.get(name).flatMap({ ID<Noun>(text: $0) }) else { throw .notFound }
    return id
  }

  /// A council's code from the path; one that is not a code is not found.
  func councilCode(_ name: String = "code") throws(Refusal) -> CouncilCode {
    guard let code = parameters.get(name).flatMap({ CouncilCode(text: $0) }) else {
      throw .notFound
    }
    return code
  }

  /// An act of this request, for the journal.
  func act(_ name: String, reason: String = "") -> Act {
    Act(name: name, requestID: requestID, reason: reason)
  }

  /// Changes what the viewer may change, as one act.
  func write<T: Sendable>(
    as viewer: Viewer, _ act: Act, _ body: @Sendable (isolated Database) throws -> T
  ) async throws -> T {
    defer { services.choices.forget(viewer) }
    return try await store.write(as: viewer, act, body)
  }
}

extension Optional {
  /// What was looked for; where there is none, it is refused as not found.
  func orNotFound() throws(Refusal) -> Wrapped {
    guard let found = self else { throw .notFound }
    return found
  }
}

extension Visit {
  /// The cookies of this installation.
  var cookies: CookieJar { CookieJar(isSecure: services.configuration.isSecure) }

  /// The token of the session, else of the browser that has none yet.
  var formToken: FormToken? {
    let secret =
      session?.csrfSecret ?? newBrowserSecret ?? cookies.browserSecret(in: request)
    return secret.map { FormToken(secret: $0, key: services.configuration.secret) }
  }
}
