import HTTPTypes
import Hummingbird
import Store

/// Stands before every handler: finds out who asks, applies the route's policy, and takes a change
/// only from a form of ours. What is dear comes last.
struct Gate: HTTPResponder {
  typealias Context = WebContext

  let route: Route
  let services: Services

  func respond(to request: Request, context: WebContext) async throws -> Response {
    var visit = services.visit(request, context)
    let bearer = route.answer == .program ? Bearer.token(in: request.head) : nil
    if let bearer {
      visit.session = try await services.store.session(bearer: bearer)
      guard visit.session != nil else { throw Failure.wrongToken }
    } else if route.answer != .machine {
      visit.session = try await services.session(of: request.head)
    }
    guard visit.session != nil || route.answer != .program else { throw Failure.tokenFirst }
    try route.admit(visit.session)
    visit.query = try services.query(of: request)
    guard route.body != .none else { return try await route.handle(visit) }
    let isOurs = bearer == nil && route.body != .unread
    if isOurs { try SameSite.check(request.head, services.configuration) }
    let session = visit
    return try await services.bodies(of: route).read(request, route.body) { form in
      var visit = session
      visit.form = form
      if isOurs { try visit.checkFormToken(of: route.body) }
      return try await route.handle(visit)
    }
  }
}

extension Visit {
  /// A change comes from a page of ours: its token stands in the form, or in a header where the body
  /// is no form.
  fileprivate func checkFormToken(of body: Route.Body) throws {
    let given = body == .content ? request.headerFields[.csrfToken] : form[FormToken.fieldName]
    guard let token = formToken, token.accepts(given) else { throw Failure.foreignForm }
  }
}

extension Services {
  /// What is known of a request before anything is looked up.
  func visit(_ request: Request, _ context: WebContext) -> Visit {
    Visit(
      services: self, request: request.head, path: request.uri.path,
      parameters: context.parameters, requestID: context.requestID,
      address: ClientAddress.of(request.head, context, isBehindProxy: configuration.isBehindProxy),
      logger: context.logger)
  }

  /// The session that the cookie names; nil when there is none, or it has ended.
  func session(of request: HTTPRequest) async throws -> Session? {
    let jar = CookieJar(isSecure: configuration.isSecure)
    guard let token = jar.sessionToken(in: request) else { return nil }
    return try await store.session(token: token)
  }

  fileprivate func bodies(of route: Route) -> Bodies {
    var limits = configuration.limits
    let own = route.limitBytes ?? .max
    limits.formBytes = min(limits.formBytes, own)
    limits.uploadBytes = min(limits.uploadBytes, own)
    return Bodies(limits: limits, uploads: uploads)
  }

  fileprivate func query(of request: Request) throws -> Submission {
    guard let query = request.uri.query else { return Submission() }
    guard let fields = URLEncoded.fields(query.utf8, limit: configuration.limits.fields) else {
      throw Failure(.badRequest, "The address is broken. Check it, or start from the first page.")
    }
    return Submission(fields: fields)
  }
}
