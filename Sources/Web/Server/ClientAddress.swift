import HTTPTypes
import NIOCore
import Programme

/// Where a request comes from, for throttling alone.
enum ClientAddress {
  /// The address of the connection; behind a proxy the last one that the proxy added.
  static func of(_ request: HTTPRequest, _ context: WebContext, isBehindProxy: Bool) -> String {
    if isBehindProxy, let forwarded = request.headerFields[.forwardedFor],
      let last = forwarded.split(separator: ",").last
    {
      return String(TrimmedText.of(String(last)).prefix(64))
    }
    return context.channel?.remoteAddress?.ipAddress ?? "unknown"
  }
}
