import HTTPTypes
import NIOCore
import Programme

/// Where a request comes from, for throttling alone.
enum ClientAddress {
  /// The address of the connection; behind a proxy the last one that the proxy added.
  static func of(_ request: HTTPRequest, _ context: WebContext, isBehindProxy: Bool) -> String {
    let forwarded = isBehindProxy ? request.headerFields[.forwardedFor] : nil
    let last = forwarded?.split(separator: ",").last
    return last.map { String(TrimmedText.of(String($0)).prefix(64)) }
      ?? context.channel?.remoteAddress?.ipAddress ?? "unknown"
  }
}
