import Foundation

/// Problem details for programs (RFC 9457).
struct ProblemDetails: Encodable {
  let title: String
  let status: Int
  let detail: String
  /// The request's name in the log.
  let reference: String

  /// The JSON text.
  var json: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return (try? encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
  }
}
