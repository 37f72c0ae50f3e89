import Foundation
import Postgres
import Programme

/// A simulation that runs in the background: asked for, worked on, and kept with what came of it.
public struct SimulationRun: Sendable, Hashable {
  /// The identity.
  public let id: ID<SimulationRun>
  /// Whose register it is about.
  public let subject: ID<Organisation>
  /// That council's official code.
  public let councilCode: CouncilCode?
  /// That council's name.
  public let councilName: String
  /// Who asked.
  public let personName: String
  /// Whether the viewer may cancel it.
  public let isOwn: Bool
  /// What it is called.
  public let title: String
  /// How many trials were asked for.
  public let trials: Int
  /// How many are done.
  public let trialsDone: Int
  /// Where it stands.
  public let state: State
  /// When it was asked for.
  public let askedAt: Date
  /// When it ended; nil before.
  public let endedAt: Date?
  /// Why it failed; nil otherwise.
  public let failure: String?

  /// Where a run stands.
  public enum State: String, CaseIterable, Sendable {
    /// Nobody works on it yet.
    case waiting
    /// Somebody works on it, or did until the lease ended.
    case running
    /// There is a result.
    case done
    /// It cannot be done.
    case failed
    /// Somebody called it off.
    case cancelled

    /// Whether more is to come.
    public var isOpen: Bool { self == .waiting || self == .running }
  }
}

/// A run that a worker has taken.
public struct SimulationLease: Sendable {
  /// The run.
  public let id: ID<SimulationRun>
  /// Who works on it.
  public let worker: UUID
  /// What was asked, as it was kept.
  public let question: String
  /// How many trials.
  public let trials: Int
  /// How many times it was begun, this time included.
  public let attempts: Int
}

/// The limits of simulations, by name, in one place.
public enum SimulationLimit {
  /// The most trials of one run.
  public static let trials = 100_000
  /// The most runs of one person that wait or run at the same time.
  public static let openRuns = 5
  /// How long a worker that says nothing keeps its run, in seconds.
  public static let leaseSeconds = 30.0
  /// How often a run is begun before it counts as failed.
  public static let attempts = 3
  /// The most runs that a list shows.
  static let listed = 50
}
