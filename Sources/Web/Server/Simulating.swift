import Calculator
import Foundation
import Logging
import ServiceLifecycle
import Store

/// Works simulations off in the background, one at a time on every instance: the database gives each
/// to one of them.
struct Simulating: Service {
  let store: Store
  let logger: Logger

  static let interval = Duration.seconds(1)

  func run() async throws {
    try? await cancelWhenGracefulShutdown {
      while !Task.isCancelled {
        do {
          if try await SimulationWork.next(store, logger) { continue }
        } catch {
          logger.warning("no simulation was worked on", metadata: ["error": "\(error)"])
        }
        try await Task.sleep(for: Simulating.interval)
      }
    }
  }
}

/// The work on one run: in parts, so that its progress is known and it can be called off.
struct SimulationWork: Sendable {
  let store: Store
  let lease: SimulationLease

  /// Trials between two reports.
  static let partTrials = 500

  /// Works the next run off; false when none waits.
  static func next(_ store: Store, _ logger: Logger) async throws -> Bool {
    guard let lease = try await store.leaseSimulation(worker: UUID()) else { return false }
    logger.info("simulating", metadata: ["run": "\(lease.id)", "attempt": "\(lease.attempts)"])
    do {
      try await SimulationWork(store: store, lease: lease).run()
    } catch is CancellationError {
      // Told to stop: a task of its own, for this one is over.
      try await Task { try await store.releaseSimulation(lease) }.value
    }
    return true
  }

  private func run() async throws {
    let simulation: Simulation
    do {
      simulation = try SimulationContent(json: lease.question).simulation()
    } catch {
      return try await store.failSimulation(lease, because: VariableRefusal.words(error))
    }
    if let refusal = simulation.refusal {
      return try await store.failSimulation(lease, because: refusal)
    }
    guard let trials = try await trials(of: simulation) else { return }
    let result = await Offload.run(on: .background) { SimulationResult(trials).json }
    try await store.finishSimulation(lease, result: result)
  }

  /// All trials; nil when the run was called off, or has gone to another worker.
  private func trials(of simulation: Simulation) async throws -> Trials? {
    var trials = Trials()
    for start in stride(from: 0, to: lease.trials, by: SimulationWork.partTrials) {
      try Task.checkCancellation()
      let part = start..<min(start + SimulationWork.partTrials, lease.trials)
      trials.merge(await Offload.run(on: .background) { simulation.run(part) })
      guard try await store.advanceSimulation(lease, done: part.upperBound) else { return nil }
    }
    return trials
  }
}
