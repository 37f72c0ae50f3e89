import Dispatch

/// Runs long computations away from the threads that answer requests.
enum Offload {
  private static let queue = DispatchQueue(
    label: "concordat.offload", qos: .utility, attributes: .concurrent)

  /// The result of `work`, worked out on a thread of its own. Who calls it bounds how many run at
  /// the same time.
  static func run<T: Sendable>(_ work: @escaping @Sendable () -> T) async -> T {
    await withCheckedContinuation { continuation in
      queue.async { continuation.resume(returning: work()) }
    }
  }
}
