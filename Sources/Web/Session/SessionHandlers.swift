import HTTPTypes
import Hummingbird
import Programme
import Store

/// Signing in and out.
enum SessionHandlers {
  static let refusal = "Enter the e-mail address and password of your account"

  /// The form. A browser that has no secret yet is given one, to prove later that it asked.
  static func form(_ visit: Visit, _ viewer: Viewer?) async throws -> Response {
    let next = SafePath.of(visit.query["next"])
    if viewer != nil { return visit.redirect(to: next) }
    return visit.withBrowserSecret { visit in visit.page(SignInPage(next: next)) }
  }

  /// Checks the password; a new session replaces whatever the browser had.
  static func create(_ visit: Visit, _ viewer: Viewer?) async throws -> Response {
    try visit.form.expecting(["email", "password", "next"])
    let email = visit.form.given("email") ?? ""
    let next = SafePath.of(visit.form["next"])
    switch try await signIn(visit, email: email, password: visit.form["password"] ?? "") {
    case .signedIn(let token, let session):
      var response = visit.redirect(to: session.viewer.firstPage(asking: next))
      response.headers.append(visit.cookies.setting(sessionToken: token))
      return response
    case .refused:
      return visit.page(
        SignInPage(email: email, next: next, failure: refusal), .unprocessableContent)
    case .throttled(let seconds):
      throw Failure.throttled(retryAfterSeconds: seconds)
    }
  }

  /// Ends the session.
  static func end(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    try visit.form.expecting([])
    if let token = visit.cookies.sessionToken(in: visit.request) {
      try await visit.store.signOut(token: token)
    }
    var response = visit.redirect(to: "/sign-in", notice: .signedOut)
    response.headers.append(visit.cookies.noSession)
    return response
  }

  /// The demonstration's password is printed for all to read: it opens nothing on a server that
  /// others can reach.
  private static func signIn(
    _ visit: Visit, email: String, password: String
  ) async throws -> SignIn {
    let limit = 1_000
    guard email.utf8.count <= limit, password.utf8.count <= limit, !email.utf8.contains(0),
      !password.utf8.contains(0)
    else { return .refused }
    let isDemonstration = password == WebConfiguration.demonstrationPassword
    if isDemonstration, visit.services.configuration.listensBeyondLoopback { return .refused }
    return try await visit.store.signIn(email: email, password: password, from: visit.address)
  }
}

extension Viewer {
  /// Where signing in leads that asked for no other page: the co-ordinator to the grid of councils.
  fileprivate func firstPage(asking path: String) -> String {
    path == "/" && may(.coordinate) ? "/programme" : path
  }
}

extension Visit {
  /// An answer whose form a browser without a session can send back.
  fileprivate func withBrowserSecret(_ answer: (Visit) -> Response) -> Response {
    if cookies.browserSecret(in: request) != nil { return answer(self) }
    var visit = self
    let secret = FreshBytes.make(CookieJar.browserSecretBytes)
    visit.newBrowserSecret = secret
    var response = answer(visit)
    response.headers.append(cookies.setting(browserSecret: secret))
    return response
  }
}
