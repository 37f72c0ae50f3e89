import HTTPTypes
import Synchronization

/// Counts of what the server did, in the text format of Prometheus.
final class Metrics: Sendable {
  private struct Key: Hashable {
    let method: String
    let route: String
    let status: Int
  }

  private struct Duration {
    var buckets = [Int](repeating: 0, count: Metrics.bounds.count)
    var count = 0
    var sumSeconds = 0.0
  }

  private struct Counts {
    var requests: [Key: Int] = [:]
    var durations: [String: Duration] = [:]
  }

  /// Upper bounds of the histogram, in seconds.
  private static let bounds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10]

  private let counts = Mutex(Counts())

  /// Counts one request. The route is a pattern, so that the number of series is bounded.
  func record(method: HTTPRequest.Method, route: String, status: Int, seconds: Double) {
    let name = Route.knownMethods.contains(method) ? method.rawValue : "other"
    counts.withLock { counts in
      counts.requests[Key(method: name, route: route, status: status), default: 0] &+= 1
      var duration = counts.durations[route] ?? Duration()
      duration.count &+= 1
      duration.sumSeconds += seconds
      if let bucket = Metrics.bounds.firstIndex(where: { seconds <= $0 }) {
        duration.buckets[bucket] &+= 1
      }
      counts.durations[route] = duration
    }
  }

  /// Everything, with gauges that are read at this moment.
  func text(gauges: [(name: String, help: String, value: Int)]) -> String {
    let counts = counts.withLock { $0 }
    var lines = [
      "# HELP http_requests_total Requests answered.", "# TYPE http_requests_total counter",
    ]
    lines += counts.requests.map { key, count in
      "http_requests_total{method=\"\(key.method)\",route=\"\(key.route)\","
        + "status=\"\(key.status)\"} \(count)"
    }.sorted()
    lines += [
      "# HELP http_request_duration_seconds Time to make the answer.",
      "# TYPE http_request_duration_seconds histogram",
    ]
    for (route, duration) in counts.durations.sorted(by: { $0.key < $1.key }) {
      lines += Metrics.histogram(duration, of: route)
    }
    for gauge in gauges {
      lines += ["# HELP \(gauge.name) \(gauge.help)", "# TYPE \(gauge.name) gauge"]
      lines.append("\(gauge.name) \(gauge.value)")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func histogram(_ duration: Duration, of route: String) -> [String] {
    let name = "http_request_duration_seconds"
    var below = 0
    var lines = zip(bounds, duration.buckets).map { bound, count in
      below &+= count
      return "\(name)_bucket{route=\"\(route)\",le=\"\(bound)\"} \(below)"
    }
    lines.append("\(name)_bucket{route=\"\(route)\",le=\"+Inf\"} \(duration.count)")
    lines.append("\(name)_sum{route=\"\(route)\"} \(duration.sumSeconds)")
    lines.append("\(name)_count{route=\"\(route)\"} \(duration.count)")
    return lines
  }
}
