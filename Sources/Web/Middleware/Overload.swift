import Hummingbird

/// Turns requests away at once when too many are being worked on. The answers for watchers stay.
struct Overload: RouterMiddleware {
  typealias Context = WebContext

  let admission: Admission
  let retryAfterSeconds: Int

  func handle(
    _ request: Request, context: WebContext,
    next: (Request, WebContext) async throws -> Response
  ) async throws -> Response {
    switch request.uri.path {
    case "/live", "/ready", "/metrics": return try await next(request, context)
    default:
      return try await admission.admit(retryAfterSeconds: retryAfterSeconds) {
        try await next(request, context)
      }
    }
  }
}
