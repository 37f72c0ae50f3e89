import Calculator
import Exchange
import Foundation
import Programme

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
