import Foundation
import Programme

/// Problem details for programs (RFC 9457).
struct ProblemDetails: Encodable {
  let title: String
  let status: Int
  let detail: String
  /// The request's name in the log.
  let reference: String
  /// Everything that stands against what was sent; nil where it is one thing, told in the detail.
  let problems: [Item]?

  /// One thing that stands against what was sent, with its place.
  struct Item: Encodable {
    let severity: String
    let place: String
    let subject: String
    let found: String
    let expected: String
    let mend: String

    init(_ problem: Problem) {
      severity = problem.severity.rawValue
      place = problem.placeText
      subject = problem.subject
      (found, expected) = (problem.found, problem.expected)
      mend = problem.mend
    }
  }

  /// The JSON text.
  var json: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return (try? encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
  }
}
