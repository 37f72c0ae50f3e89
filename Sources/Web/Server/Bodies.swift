import HTTPTypes
import Hummingbird
import NIOCore

/// Reads the bodies of changes within their limits.
struct Bodies: Sendable {
  let limits: WebLimits
  let uploads: Admission

  /// Reads the body and hands it on. The memory of an upload counts until `body` returns.
  func read<T>(
    _ request: Request, _ kind: Route.Body, _ context: WebContext,
    _ body: (Submission) async throws -> T
  ) async throws -> T {
    guard kind == .upload else {
      return try await body(try await form(request, context))
    }
    return try await uploads.admit(retryAfterSeconds: limits.retryAfterSeconds) {
      try await body(try await upload(request, context))
    }
  }

  private func form(_ request: Request, _ context: WebContext) async throws -> Submission {
    let type = HeaderValue(request.headers[.contentType] ?? "").value
    guard type == "application/x-www-form-urlencoded" else {
      throw Failure(.unsupportedMediaType)
    }
    let bytes = try await bytes(of: request, limit: limits.formBytes, context)
    guard let fields = URLEncoded.fields(bytes, limit: limits.fields) else {
      throw Failure(.badRequest, "The form arrived broken. Send it again.")
    }
    return Submission(fields: fields)
  }

  private func upload(_ request: Request, _ context: WebContext) async throws -> Submission {
    let type = request.headers[.contentType] ?? ""
    guard HeaderValue(type).value == "multipart/form-data" else {
      throw Failure(.unsupportedMediaType)
    }
    let bytes = try await bytes(of: request, limit: limits.uploadBytes, context)
    do {
      return try Multipart.read(bytes, contentType: type)
    } catch {
      throw Failure(.badRequest, "The file arrived broken or incomplete. Send it again.")
    }
  }

  private func bytes(
    of request: Request, limit: Int, _ context: WebContext
  ) async throws -> [UInt8] {
    if let length = request.headers[.contentLength].flatMap({ Int($0) }), length > limit {
      throw refused(context)
    }
    var bytes: [UInt8] = []
    for try await part in request.body {
      guard part.readableBytes <= limit - bytes.count else { throw refused(context) }
      bytes.append(contentsOf: part.readableBytesView)
    }
    return bytes
  }

  /// The rest of a refused body is not waited for: the connection closes once the answer is out.
  private func refused(_ context: WebContext) -> Failure {
    if let channel = context.channel {
      channel.eventLoop.scheduleTask(in: .seconds(Int64(limits.lingerSeconds))) {
        channel.close(promise: nil)
      }
    }
    var failure = Failure.tooLarge
    failure.headers[.connection] = "close"
    return failure
  }
}
