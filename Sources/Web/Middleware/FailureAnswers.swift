import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import Programme
import Store

/// Turns whatever was thrown into an answer: the person's mistakes in plain words, ours as a
/// reference number beside the whole story in the log.
struct FailureAnswers: RouterMiddleware {
  typealias Context = WebContext

  let services: Services

  func handle(
    _ request: Request, context: WebContext,
    next: (Request, WebContext) async throws -> Response
  ) async throws -> Response {
    do {
      return try await next(request, context)
    } catch {
      return await answer(error, request, context)
    }
  }

  private func answer(
    _ error: any Error, _ request: Request, _ context: WebContext
  ) async -> Response {
    var visit = services.visit(request, context)
    let isClosing = closesAfterAnswer(request, context)
    let failure = Failure(error)
    if failure.status.kind == .serverError {
      context.logger.error("request failed", metadata: ["error": "\(String(reflecting: error))"])
    } else {
      visit.session = try? await services.session(of: request.head)
    }
    let wantsData = FailureAnswers.wantsData(request, context)
    if failure.status == .unauthorized, request.method == .get || request.method == .head,
      !wantsData
    {
      return visit.redirect(to: "/sign-in?next=" + URLEncoded.escaped(request.uri.string))
    }
    var response = wantsData ? visit.data(failure) : visit.page(failure)
    for header in failure.headers { response.headers[header.name] = header.value }
    if isClosing { response.headers[.connection] = "close" }
    return response
  }

  /// The rest of a long body that was refused is not waited for: the connection closes a moment
  /// after the answer is out.
  private func closesAfterAnswer(_ request: Request, _ context: WebContext) -> Bool {
    let limits = services.configuration.limits
    let length = request.headers[.contentLength].flatMap { Int($0) } ?? 0
    guard let channel = context.channel,
      length > limits.formBytes || request.headers[.transferEncoding] != nil
    else { return false }
    channel.eventLoop.scheduleTask(in: .seconds(Int64(limits.lingerSeconds))) {
      channel.close(promise: nil)
    }
    return true
  }

  /// Programs, and whoever asks for a file without being a browser, get data instead of a page.
  private static func wantsData(_ request: Request, _ context: WebContext) -> Bool {
    let accept = request.headers[.accept] ?? ""
    if accept.contains("text/html") { return false }
    return accept.contains("json") || filePaths.contains(context.endpointPath ?? "")
  }

  private static let filePaths = Set(
    Route.all.filter { $0.answer == .file || $0.answer == .program }.map(\.path))
}

extension Failure {
  /// What an error means to the one who asked.
  init(_ error: any Error) {
    switch error {
    case let failure as Failure: self = failure
    case Refusal.notFound: self.init(.notFound)
    case Refusal.forbidden: self.init(.forbidden)
    case Refusal.conflict: self.init(.conflict)
    case Refusal.invalid(let problems):
      self.init(.unprocessableContent, problems.map(\.message).joined(separator: " "))
      self.problems = problems
    case StoreError.overloaded(let seconds): self = .busy(retryAfterSeconds: seconds)
    case let error as any HTTPResponseError: self.init(error.status)
    default:
      self =
        StoreError.isTemporary(error)
        ? .busy(retryAfterSeconds: Failure.databaseRetrySeconds) : Failure(.internalServerError)
    }
  }

  /// When to come back after the database could not be reached.
  private static let databaseRetrySeconds = 5

  /// What to tell the person.
  var explanation: String {
    if let words { return words }
    switch status {
    case .notFound: return "Check the address, or start from the first page."
    case .forbidden: return "Your role does not allow this. Ask the programme's co-ordinator."
    case .conflict: return "Somebody changed this meanwhile. Open it again to see what is new."
    case .contentTooLarge: return "What you sent is too large."
    case .methodNotAllowed: return "This address cannot be used that way."
    case .tooManyRequests: return "There were too many attempts. Wait a little, then try again."
    case .serviceUnavailable: return "Many people are here at the moment. Try again shortly."
    case .internalServerError: return "Something went wrong on our side. Nothing was changed."
    default: return "The request could not be understood."
    }
  }
}

extension Visit {
  /// A failure as problem details (RFC 9457).
  fileprivate func data(_ failure: Failure) -> Response {
    let body = ProblemDetails(
      title: failure.status.reasonPhrase, status: failure.status.code,
      detail: failure.explanation, reference: requestID,
      problems: failure.problems.isEmpty ? nil : failure.problems.map(ProblemDetails.Item.init))
    var headers: HTTPFields = [.contentType: "application/problem+json"]
    if failure.status == .unauthorized { headers[.wwwAuthenticate] = "Bearer" }
    return Response(
      status: failure.status, headers: headers, body: .init(byteBuffer: .init(string: body.json)))
  }
}
