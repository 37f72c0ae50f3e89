import Synchronization

/// One use of a connection by one task; carries the task's cancellation to the thread that waits
/// for the server. A new one for each use, so that a late cancellation cannot hit the next user.
final class Lease: Sendable {
  private let cancelled = Atomic(false)
  private let wakeup: Wakeup?

  init(wakeup: Wakeup?) { self.wakeup = wakeup }

  var isCancelled: Bool { cancelled.load(ordering: .acquiring) }

  func cancel() {
    cancelled.store(true, ordering: .releasing)
    wakeup?.wake()
  }
}
