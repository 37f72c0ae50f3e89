import Synchronization

/// Counts what is being worked on, and says no over a limit: nothing queues without bound.
final class Admission: Sendable {
  let limit: Int
  private let current = Atomic<Int>(0)

  init(limit: Int) { self.limit = limit }

  /// How many are inside now.
  var count: Int { current.load(ordering: .relaxed) }

  /// Runs `body` if there is room, else throws a 503 that says when to come back.
  func admit<T>(retryAfterSeconds: Int, _ body: () async throws -> T) async throws -> T {
    let (_, now) = current.wrappingAdd(1, ordering: .relaxed)
    defer { current.wrappingSubtract(1, ordering: .relaxed) }
    guard now <= limit else { throw Failure.busy(retryAfterSeconds: retryAfterSeconds) }
    return try await body()
  }
}
