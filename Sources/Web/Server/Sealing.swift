import Logging
import ServiceLifecycle
import Store

/// Seals the journal's new entries each second, on every instance: the database lets one through.
struct Sealing: Service {
  let store: Store
  let logger: Logger

  static let interval = Duration.seconds(1)

  func run() async throws {
    try? await cancelWhenGracefulShutdown {
      while !Task.isCancelled {
        do {
          try await store.sealOnce()
        } catch {
          logger.warning(
            "the journal was not sealed; trying again", metadata: ["error": "\(error)"])
        }
        try await Task.sleep(for: Sealing.interval)
      }
    }
  }
}
