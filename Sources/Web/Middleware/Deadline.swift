import Hummingbird
import NIOCore

/// Closes the connection of a request that takes too long, a body that trickles in included.
struct Deadline: RouterMiddleware {
  typealias Context = WebContext

  let limits: WebLimits

  func handle(
    _ request: Request, context: WebContext,
    next: (Request, WebContext) async throws -> Response
  ) async throws -> Response {
    guard request.uri.string.utf8.count <= limits.targetBytes else {
      throw Failure(.uriTooLong)
    }
    guard let channel = context.channel else { return try await next(request, context) }
    let alarm = channel.eventLoop.scheduleTask(in: .seconds(Int64(limits.requestSeconds))) {
      channel.close(promise: nil)
    }
    defer { alarm.cancel() }
    return try await next(request, context)
  }
}
