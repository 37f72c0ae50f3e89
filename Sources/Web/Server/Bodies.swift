import HTTPTypes
import Hummingbird
import NIOCore

/// Reads the bodies of changes within their limits.
struct Bodies: Sendable {
  let limits: WebLimits
  let uploads: UploadMemory

  /// Reads the body and hands it on. The memory of an upload counts until `body` returns.
  func read<T>(
    _ request: Request, _ kind: Route.Body, _ body: (Submission) async throws -> T
  ) async throws -> T {
    if kind == .unread {
      _ = try await bytes(of: request, limit: limits.formBytes)
      return try await body(Submission())
    }
    if kind == .form { return try await body(try await form(request)) }
    let share = UploadMemory.Share(of: uploads)
    defer { withExtendedLifetime(share) {} }
    return try await body(
      try await kind == .upload ? upload(request, share) : content(request, share))
  }

  private func form(_ request: Request) async throws -> Submission {
    let type = HeaderValue(request.headers[.contentType] ?? "").value
    guard type == "application/x-www-form-urlencoded" else {
      throw Failure(.unsupportedMediaType)
    }
    let bytes = try await bytes(of: request, limit: limits.formBytes)
    guard let fields = URLEncoded.fields(bytes, limit: limits.fields) else {
      throw Failure(.badRequest, "The form arrived broken. Send it again.")
    }
    return Submission(fields: fields)
  }

  private func upload(_ request: Request, _ share: UploadMemory.Share) async throws -> Submission {
    let type = request.headers[.contentType] ?? ""
    guard HeaderValue(type).value == "multipart/form-data" else {
      throw Failure(.unsupportedMediaType)
    }
    let bytes = try await bytes(of: request, limit: limits.uploadBytes, share)
    do {
      return try Multipart.read(bytes, contentType: type)
    } catch {
      throw Failure(.badRequest, "The file arrived broken or incomplete. Send it again.")
    }
  }

  /// The body as it is: a program sends JSON or a file, and says what by its first bytes.
  private func content(_ request: Request, _ share: UploadMemory.Share) async throws -> Submission {
    let bytes = try await bytes(of: request, limit: limits.uploadBytes, share)
    return Submission(fields: [], upload: Upload(fileName: "content", bytes: bytes))
  }

  private func bytes(
    of request: Request, limit: Int, _ share: UploadMemory.Share? = nil
  ) async throws -> [UInt8] {
    if let length = request.headers[.contentLength].flatMap({ Int($0) }), length > limit {
      throw Failure.tooLarge(limitBytes: limit)
    }
    var bytes: [UInt8] = []
    for try await part in request.body {
      guard part.readableBytes <= limit - bytes.count else {
        throw Failure.tooLarge(limitBytes: limit)
      }
      guard share?.take(part.readableBytes) != false else {
        throw Failure.busy(retryAfterSeconds: limits.retryAfterSeconds)
      }
      bytes.append(contentsOf: part.readableBytesView)
    }
    return bytes
  }
}
