import Dispatch

/// Runs long computations away from the threads that answer requests.
enum Offload {
  /// Who waits for a computation. Each has threads of its own, so that none waits for the other's.
  enum Lane {
    /// Somebody who asked for a page.
    case answer
    /// Nobody: it goes on when they have left.
    case background

    fileprivate var queue: DispatchQueue { self == .answer ? Offload.answers : Offload.backgrounds }
  }

  private static let answers = DispatchQueue(
    label: "concordat.answers", qos: .utility, attributes: .concurrent)
  private static let backgrounds = DispatchQueue(
    label: "concordat.background", qos: .background, attributes: .concurrent)

  /// The result of `work`, worked out on a thread of its own. Who calls it bounds how many run at
  /// the same time.
  static func run<T: Sendable>(
    on lane: Lane = .answer, _ work: @escaping @Sendable () -> T
  ) async -> T {
    await withCheckedContinuation { continuation in
      lane.queue.async { continuation.resume(returning: work()) }
    }
  }
}
