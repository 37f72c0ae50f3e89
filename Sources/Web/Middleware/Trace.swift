import HTTPTypes
import Hummingbird
import Logging

/// Names, times, counts and logs every request. Query values and survey answers' addresses never
/// reach the log.
struct Trace: RouterMiddleware {
  typealias Context = WebContext

  let metrics: Metrics

  func handle(
    _ request: Request, context: WebContext,
    next: (Request, WebContext) async throws -> Response
  ) async throws -> Response {
    let start = ContinuousClock.now
    var response = try await next(request, context)
    let seconds = (ContinuousClock.now - start) / .seconds(1)
    response.headers[.requestID] = context.requestID
    metrics.record(
      method: request.method, route: context.endpointPath ?? "", status: response.status.code,
      seconds: seconds)
    let path = request.uri.path
    if !Trace.unlogged.contains(where: path.hasPrefix) {
      context.logger.info(
        "request",
        metadata: [
          "method": "\(request.method.rawValue.prefix(16))", "path": "\(Trace.loggable(path))",
          "status": "\(response.status.code)",
          "milliseconds": "\(Int((seconds * 1_000).rounded()))",
          "bytes": "\(response.body.contentLength ?? 0)",
        ])
    }
    return response
  }

  /// What carries a secret in its address, and what nobody needs to read of.
  private static let unlogged = ["/answer/", "/calendar/", "/unsubscribe/", "/assets/"]

  /// A path of a bounded length that cannot forge a line of the log.
  private static func loggable(_ path: String) -> String {
    String(
      String.UnicodeScalarView(
        path.unicodeScalars.prefix(200).map { $0.value < 0x20 || $0.value == 0x7F ? "?" : $0 }))
  }
}
