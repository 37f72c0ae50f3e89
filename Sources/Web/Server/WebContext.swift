import Foundation
import Hummingbird
import Logging
import NIOCore
import Programme

/// What travels with a request through the middleware.
struct WebContext: RequestContext {
  var coreContext: CoreRequestContextStorage
  /// The connection; nil where a test hands the request over in process.
  let channel: (any Channel)?
  /// Names the request in the log, in the journal and on an error page.
  let requestID: String

  init(source: ApplicationRequestContextSource) {
    self.init(logger: source.logger, channel: source.channel)
  }

  init(logger: Logger, channel: (any Channel)? = nil) {
    let requestID = Hexadecimal.text(FreshBytes.make(6))
    var logger = logger
    logger[metadataKey: "hb.request.id"] = nil
    logger[metadataKey: "request"] = .string(requestID)
    coreContext = CoreRequestContextStorage(source: LoggerSource(logger: logger))
    self.channel = channel
    self.requestID = requestID
  }

  private struct LoggerSource: RequestContextSource {
    let logger: Logger
  }
}
