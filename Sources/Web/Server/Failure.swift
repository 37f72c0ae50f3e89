import HTTPTypes
import Programme

/// An answer other than the one asked for: thrown from anywhere, shown by ``FailureAnswers``.
struct Failure: Error, Sendable {
  let status: HTTPResponse.Status
  /// What happened and what to do, for the person who asked; nil for the status's standard words.
  var words: String?
  /// Everything that stands against what was sent, each with its place; for programs.
  var problems: [Problem] = []
  /// Headers that belong to it.
  var headers = HTTPFields()

  init(_ status: HTTPResponse.Status, _ words: String? = nil) {
    self.status = status
    self.words = words
  }

  static let signInFirst = Failure(
    .unauthorized, "You are not signed in, or were away too long. Sign in and try again.")
  static let tokenFirst = Failure(
    .unauthorized,
    "Show a token in the header Authorization: Bearer TOKEN. The programme's administrator makes one."
  )
  static let wrongToken = Failure(
    .unauthorized,
    """
    This token opens nothing: it is mistyped, has run out or was taken back. \
    Ask the programme's administrator for a new one.
    """)
  static let foreignForm = Failure(
    .forbidden,
    """
    The page this came from is out of date. Go back, reload the page and send it again; \
    what you typed is still in the form you came from.
    """)

  static func tooLarge(limitBytes: Int) -> Failure {
    Failure(
      .contentTooLarge,
      "Nothing was changed. At most \(FileSize.words(limitBytes)) can be sent here.")
  }

  static func busy(retryAfterSeconds: Int) -> Failure {
    var failure = Failure(.serviceUnavailable)
    failure.headers[.retryAfter] = String(retryAfterSeconds)
    return failure
  }

  static func throttled(retryAfterSeconds: Int) -> Failure {
    var failure = Failure(.tooManyRequests)
    failure.headers[.retryAfter] = String(retryAfterSeconds)
    return failure
  }

  static func notAllowed(_ methods: [HTTPRequest.Method]) -> Failure {
    var failure = Failure(.methodNotAllowed)
    failure.headers[.allow] = methods.map(\.rawValue).joined(separator: ", ")
    return failure
  }
}
