import Foundation
import Postgres
import Programme

/// Working runs off: any number of instances may, for each run is leased to one of them at a time.
extension Store {
  /// Takes the run that has waited longest, or one whose worker has said nothing for too long; nil
  /// when there is none. One that was begun too often counts as failed.
  public func leaseSimulation(worker: UUID) async throws -> SimulationLease? {
    let end = Instant(clock().addingTimeInterval(SimulationLimit.leaseSeconds))
    return try await simulating { db in
      try db.execute(
        """
        UPDATE simulation_run SET state = 'failed', worker = NULL, lease_ends_at = NULL,
          ended_at = scope_now(), failure = \(Store.givenUp)
        WHERE state = 'running' AND lease_ends_at < scope_now()
          AND attempts >= \(SimulationLimit.attempts)
        """)
      return try db.first(
        """
        UPDATE simulation_run SET state = 'running', worker = \(worker), lease_ends_at = \(end),
          attempts = attempts + 1, trials_done = 0
        WHERE id = (
          SELECT id FROM simulation_run
          WHERE state = 'waiting' OR (state = 'running' AND lease_ends_at < scope_now())
          ORDER BY asked_at, id LIMIT 1 FOR UPDATE SKIP LOCKED)
        RETURNING id, question, trials, attempts
        """
      ) { row in
        SimulationLease(
          id: ID(try row.next()), worker: worker, question: try row.next(),
          trials: try row.next(), attempts: try row.next())
      }
    }
  }

  /// Says how far a run is and keeps it for another while; false when it was called off or has gone
  /// to another worker, and work on it must stop.
  public func advanceSimulation(_ lease: SimulationLease, done: Int) async throws -> Bool {
    let end = Instant(clock().addingTimeInterval(SimulationLimit.leaseSeconds))
    return try await simulating { db in
      try db.execute(
        """
        UPDATE simulation_run SET trials_done = \(done), lease_ends_at = \(end)
        WHERE id = \(lease.id.uuid) AND state = 'running' AND worker = \(lease.worker)
        """)
    } == 1
  }

  /// Keeps the result; nothing happens when the run was called off or has gone to another worker.
  public func finishSimulation(_ lease: SimulationLease, result: String) async throws {
    try await simulating { db in
      try db.execute(
        """
        UPDATE simulation_run SET state = 'done', result = \(result), trials_done = trials,
          ended_at = scope_now(), worker = NULL, lease_ends_at = NULL
        WHERE id = \(lease.id.uuid) AND state = 'running' AND worker = \(lease.worker)
        """)
    }
  }

  /// Gives a run back that was begun and cannot be gone on with here: the next worker need not wait
  /// for the lease to end, and the attempt does not count.
  public func releaseSimulation(_ lease: SimulationLease) async throws {
    try await simulating { db in
      try db.execute(
        """
        UPDATE simulation_run SET state = 'waiting', worker = NULL, lease_ends_at = NULL,
          attempts = attempts - 1, trials_done = 0
        WHERE id = \(lease.id.uuid) AND state = 'running' AND worker = \(lease.worker)
        """)
    }
  }

  /// Says why a run cannot be done.
  public func failSimulation(_ lease: SimulationLease, because reason: String) async throws {
    try await simulating { db in
      try db.execute(
        """
        UPDATE simulation_run SET state = 'failed', failure = \(reason), ended_at = scope_now(),
          worker = NULL, lease_ends_at = NULL
        WHERE id = \(lease.id.uuid) AND state = 'running' AND worker = \(lease.worker)
        """)
    }
  }

  private static let givenUp = "The server stopped each time it was begun. Ask for fewer trials."

  @discardableResult
  private func simulating<T: Sendable>(
    _ body: @Sendable (isolated Database) throws -> T
  ) async throws -> T {
    let scope = Scope(role: "simulator", now: clock())
    return try await pool.transaction(.readWrite, preamble: [scope.settings], body)
  }
}
