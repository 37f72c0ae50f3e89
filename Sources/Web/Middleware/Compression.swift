import HTTPTypes
import Hummingbird
import NIOCore

/// Compresses text answers for clients that accept it.
struct Compression: RouterMiddleware {
  typealias Context = WebContext

  /// Answers shorter than this fit into a packet anyway.
  static let shortestBytes = 1_400
  private static let level: Int32 = 4

  func handle(
    _ request: Request, context: WebContext,
    next: (Request, WebContext) async throws -> Response
  ) async throws -> Response {
    let response = try await next(request, context)
    guard let length = response.body.contentLength, length >= Compression.shortestBytes,
      response.headers[.contentEncoding] == nil, Compression.isText(response.headers)
    else { return response }
    var answer = response
    answer.headers[.vary] = "Accept-Encoding"
    guard Compression.isAccepted(by: request.head), request.method != .head,
      let bytes = Gzip.compressed(
        Array(buffer: try await response.body.collected()), level: Compression.level)
    else { return answer }
    answer.headers[.contentEncoding] = "gzip"
    answer.body = ResponseBody(byteBuffer: ByteBuffer(bytes: bytes))
    return answer
  }

  /// Whether a client says that it takes gzip.
  static func isAccepted(by request: HTTPRequest) -> Bool {
    let codings = (request.headerFields[.acceptEncoding] ?? "").split(separator: ",")
    return codings.map { HeaderValue(String($0)) }.contains { coding in
      (coding.value == "gzip" || coding.value == "*")
        && !["0", "0.0", "0.00", "0.000"].contains(coding.parameter("q") ?? "1")
    }
  }

  private static func isText(_ headers: HTTPFields) -> Bool {
    guard let type = headers[.contentType].map({ HeaderValue($0).value }) else { return false }
    return type.hasPrefix("text/") || type.hasSuffix("json") || type.hasSuffix("xml")
  }
}

extension ResponseBody {
  /// The whole body in memory.
  func collected() async throws -> ByteBuffer {
    let collector = BodyCollector()
    try await write(collector)
    return collector.buffer
  }
}

/// Gathers what a body writes; used by one task at a time.
private final class BodyCollector: ResponseBodyWriter {
  private(set) var buffer = ByteBuffer()

  func write(_ part: ByteBuffer) async throws { buffer.writeImmutableBuffer(part) }

  consuming func finish(_ trailingHeaders: HTTPFields?) async throws {}
}
