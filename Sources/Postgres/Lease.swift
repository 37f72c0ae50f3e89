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

/// What may become of a session when a task hands its connection back.
enum LeaseEnd {
  /// It may serve the next task.
  case reusable
  /// It alone is closed.
  case spoilt
  /// It broke, and those that lie idle probably did, too.
  case lost
}
