import Foundation
import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import ServiceLifecycle
import Store

/// Serves until told to stop (SIGTERM or SIGINT), then finishes what was begun. `onReady` is called
/// with the port once connections are taken. Throws when the templates cannot be used or the
/// address cannot be listened at.
public func serve(
  _ configuration: WebConfiguration, store: Store, logger: Logger,
  clock: @escaping @Sendable () -> Date = { Date() },
  onReady: @escaping @Sendable (Int) async -> Void = { _ in }
) async throws {
  let services = try Services(configuration, store: store, clock: clock, logger: logger)
  let limits = configuration.limits
  let channel = HTTP1Channel.Configuration(
    idleTimeout: .seconds(Int64(limits.idleSeconds)),
    httpDecoderConfiguration: .init(
      maxHeaderFieldSize: limits.headerFieldBytes, maxHeaderListSize: limits.headerListBytes,
      maxHeaderFieldCount: limits.headerFields))
  let application = Application(
    responder: Site.responder(services),
    server: .http1(configuration: channel),
    configuration: ApplicationConfiguration(
      address: .hostname(configuration.host, port: configuration.port), backlog: 1_024,
      availableConnectionsDelegate: .maximum(limits.connections, logger: logger)),
    services: services.jobs,
    onServerRunning: { channel in await onReady(channel.localAddress?.port ?? 0) },
    logger: logger)
  try await application.runService()
}

extension Services {
  /// What every instance does besides answering.
  fileprivate var jobs: [any Service] {
    let mailing = mailRound.map { Mailing(round: $0, logger: logger) }
    return [Sealing(store: store, logger: logger), Simulating(store: store, logger: logger)]
      + [mailing].compactMap(\.self)
  }
}

/// Everything between a request and its answer.
enum Site {
  /// The routes of the table behind the middleware. The first middleware is the outermost.
  static func responder(_ services: Services) -> RouterResponder<WebContext> {
    let limits = services.configuration.limits
    let router = Router(context: WebContext.self, options: .autoGenerateHeadEndpoints)
    router.add(middleware: Trace(metrics: services.metrics))
    router.add(middleware: SecurityHeaders(isSecure: services.configuration.isSecure))
    router.add(middleware: Compression())
    router.add(middleware: FailureAnswers(services: services))
    router.add(middleware: Deadline(limits: limits))
    router.add(
      middleware: Overload(
        admission: services.admission, retryAfterSeconds: limits.retryAfterSeconds))
    for route in Route.all {
      router.on(
        RouterPath(route.path), method: route.method,
        responder: Gate(route: route, services: services))
    }
    refuseOtherMethods(on: router)
    return router.buildResponder()
  }

  /// A path that exists answers every method: those it does not have with 405 and a list.
  private static func refuseOtherMethods(on router: Router<WebContext>) {
    let methods = Dictionary(grouping: Route.all, by: \.path).mapValues { $0.map(\.method) }
    for (path, known) in methods {
      let allowed = known.contains(.get) ? known + [.head] : known
      for method in Route.knownMethods where !allowed.contains(method) {
        router.on(RouterPath(path), method: method) { _, _ -> Response in
          throw Failure.notAllowed(allowed)
        }
      }
    }
  }
}

extension Route {
  /// The methods that a request can have; all others are answered 404.
  static let knownMethods: [HTTPRequest.Method] = [
    .get, .head, .post, .put, .patch, .delete, .options, .trace, .connect,
  ]
}
