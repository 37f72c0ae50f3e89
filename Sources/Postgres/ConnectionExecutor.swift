import Dispatch

/// Runs a connection's jobs one after another on a queue of its own, so that a blocking call to
/// libpq never holds a thread that Swift's tasks share.
final class ConnectionExecutor: SerialExecutor {
  private let queue = DispatchQueue(label: "postgres.connection")

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    queue.async { job.runSynchronously(on: self.asUnownedSerialExecutor()) }
  }
}
