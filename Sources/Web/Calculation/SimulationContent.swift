import Calculator
import Exchange
import Foundation
import Programme

/// What a run was asked, kept whole: the register as its asker saw it, the changes and the ranges.
struct SimulationContent: Codable, Sendable {
  /// Concordat JSON.
  let register: String
  let changes: [String: String]
  let inputs: [Input]
  let seed: UInt64

  /// One input that is not sure.
  struct Input: Codable, Sendable {
    let variable: String
    let low: Double
    let likely: Double
    let high: Double
  }

  init(_ register: Register, _ changes: ScenarioChanges, _ triangles: [Triangle], seed: UInt64) {
    self.register = RegisterJSON.write(register)
    self.changes = changes.texts
    inputs = triangles.map {
      Input(variable: $0.variable.text, low: $0.low, likely: $0.mode, high: $0.high)
    }
    self.seed = seed
  }

  /// The JSON text, the same for the same content.
  var json: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return (try? encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? ""
  }

  init(json: String) throws {
    self = try JSONDecoder().decode(SimulationContent.self, from: Data(json.utf8))
  }

  /// What the inputs vary between.
  var triangles: [Triangle] {
    inputs.compactMap { input in
      (try? Variable(text: input.variable)).map {
        Triangle($0, low: input.low, mode: input.likely, high: input.high)
      }
    }
  }

  /// The simulation, ready to run. Throws what stands against it.
  func simulation() throws -> Simulation {
    guard let request = RegisterJSON.read(Array(register.utf8)).value else {
      throw VariableRefusal.unreadable
    }
    let applied = ScenarioChanges(texts: changes).applied(to: request.appraisal)
    return try Simulation(of: applied.appraisal.inDoubles, varying: triangles, seed: seed)
  }
}

extension VariableRefusal {
  /// The words for a person, whatever was thrown.
  static func words(_ error: any Error) -> String {
    (error as? VariableRefusal)?.because ?? "what was asked can no longer be read"
  }

  fileprivate static var unreadable: any Error { Refusal.notFound }
}

/// What came of a run, in both views.
struct SimulationResult: Codable, Sendable {
  let generator: String
  let cash: Outcomes?
  let whole: Outcomes?

  /// How the outcomes of one view lie, in pounds.
  struct Outcomes: Codable, Sendable {
    let runs: Int
    let undefinedRuns: Int
    let mean: Double
    let standardDeviation: Double
    let lowest: Double
    let highest: Double
    let shareBelowZero: Double
    /// By the shares of ``SimulationResult/shares``.
    let percentiles: [Double]
    let bins: [Bin]
  }

  /// One bar of the histogram.
  struct Bin: Codable, Sendable {
    let from: Double
    let to: Double
    let runs: Int
  }

  /// The percentiles that are kept.
  static let shares = [0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95]
  private static let binCount = 30

  init(_ trials: Trials) {
    generator = Simulation.generator
    cash = trials.distribution(in: .cash).map(Outcomes.init)
    whole = trials.distribution(in: .whole).map(Outcomes.init)
  }

  /// The JSON text, the same for the same outcomes.
  var json: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    return (try? encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? ""
  }

  init(json: String) throws {
    self = try JSONDecoder().decode(SimulationResult.self, from: Data(json.utf8))
  }

  fileprivate static func bins(_ distribution: Distribution) -> [Bin] {
    distribution.bins(binCount).map { Bin(from: $0.from, to: $0.to, runs: $0.runs) }
  }
}

extension SimulationResult.Outcomes {
  fileprivate init(_ distribution: Distribution) {
    runs = distribution.runs
    undefinedRuns = distribution.undefinedRuns
    mean = distribution.mean
    standardDeviation = distribution.standardDeviation
    lowest = distribution.lowest
    highest = distribution.highest
    shareBelowZero = distribution.shareBelowZero
    percentiles = SimulationResult.shares.map { distribution.percentile($0) }
    bins = SimulationResult.bins(distribution)
  }
}
