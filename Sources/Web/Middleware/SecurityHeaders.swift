import HTTPTypes
import Hummingbird

/// What every answer says to the browser about what it may do with it.
struct SecurityHeaders: RouterMiddleware {
  typealias Context = WebContext

  /// Whether people come over TLS.
  let isSecure: Bool

  static let contentSecurityPolicy = [
    "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self'",
    "font-src 'self'", "connect-src 'self'", "manifest-src 'self'", "form-action 'self'",
    "frame-ancestors 'none'", "base-uri 'none'",
  ].joined(separator: "; ")

  /// For files that came from people: nothing in them runs, wherever they are opened.
  static let sandbox = "default-src 'none'; sandbox"

  func handle(
    _ request: Request, context: WebContext,
    next: (Request, WebContext) async throws -> Response
  ) async throws -> Response {
    var response = try await next(request, context)
    func set(_ name: HTTPField.Name, _ value: String) {
      if response.headers[name] == nil { response.headers[name] = value }
    }
    set(.contentSecurityPolicy, SecurityHeaders.contentSecurityPolicy)
    set(.xContentTypeOptions, "nosniff")
    set(.referrerPolicy, "same-origin")
    set(.crossOriginOpenerPolicy, "same-origin")
    set(.crossOriginResourcePolicy, "same-origin")
    set(.permissionsPolicy, "camera=(), geolocation=(), microphone=()")
    set(.cacheControl, "no-store")
    if isSecure { set(.strictTransportSecurity, "max-age=31536000; includeSubDomains") }
    return response
  }
}
