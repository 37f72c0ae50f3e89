import Hummingbird
import Programme
import Store

/// What programs that watch the server ask: cheap, and never behind the limits of overload.
enum WatchHandlers {
  /// The process is there.
  static func live(_ visit: Visit, _ viewer: Viewer?) async throws -> Response {
    visit.text("ok\n")
  }

  /// The database answers and has every migration.
  static func ready(_ visit: Visit, _ viewer: Viewer?) async throws -> Response {
    let isReady = await visit.store.isReady()
    return visit.text(isReady ? "ok\n" : "database\n", isReady ? .ok : .serviceUnavailable)
  }

  /// Counters for Prometheus.
  static func metrics(_ visit: Visit, _ viewer: Viewer?) async throws -> Response {
    let services = visit.services
    let gauges = [
      ("http_requests_in_progress", "Requests being worked on.", services.admission.count),
      ("http_upload_bytes", "Bytes of uploads held in memory.", services.uploads.count),
    ]
    var response = visit.text(services.metrics.text(gauges: gauges + visit.store.gauges))
    response.headers[.contentType] = "text/plain; version=0.0.4; charset=utf-8"
    return response
  }

  /// A style, a script or a picture.
  static func asset(_ visit: Visit, _ viewer: Viewer?) async throws -> Response {
    let isCurrent = visit.query["v"] == visit.services.assets.version
    guard let name = visit.parameters.get("name"),
      let answer = visit.services.assets.answer(name, to: visit.request, isCurrent: isCurrent)
    else { throw Refusal.notFound }
    return answer
  }
}
