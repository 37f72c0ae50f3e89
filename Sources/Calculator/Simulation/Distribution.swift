/// How the outcomes of a simulation lie.
public struct Distribution: Sendable, Hashable {
  /// Runs with a figure.
  public let runs: Int
  /// Runs without one, left out of everything here.
  public let undefinedRuns: Int
  /// The mean, pounds.
  public let mean: Double
  /// The standard deviation of the sample (over runs − 1), pounds; 0 for a single run.
  public let standardDeviation: Double
  /// The share of runs below 0, a fraction.
  public let shareBelowZero: Double
  private let sorted: [Double]

  /// The distribution of values in the order of their runs; nil when none is a number.
  public init?(of values: [Double]) {
    let known = values.filter(\.isFinite)
    guard !known.isEmpty else { return nil }
    let count = Double(known.count)
    let mean = known.reduce(0, +) / count
    let squares = known.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    runs = known.count
    undefinedRuns = values.count - known.count
    self.mean = mean
    standardDeviation = known.count > 1 ? (squares / (count - 1)).squareRoot() : 0
    shareBelowZero = Double(known.count { $0 < 0 }) / count
    sorted = known.sorted()
  }

  /// The lowest outcome.
  public var lowest: Double { sorted.first ?? mean }
  /// The highest outcome.
  public var highest: Double { sorted.last ?? mean }

  /// The outcome below which a share of the runs lies, by the inclusive method (PERCENTILE.INC of
  /// spreadsheets): the share of the way from the first run to the last, a straight line between
  /// two. A share below 0 or above 1 is taken as 0 or 1.
  public func percentile(_ share: Double) -> Double {
    let place = min(max(share, 0), 1) * Double(sorted.count - 1)
    let below = min(max(Int(exactly: place.rounded(.down)) ?? 0, 0), sorted.count - 1)
    let above = min(below + 1, sorted.count - 1)
    return sorted[below] + (place - Double(below)) * (sorted[above] - sorted[below])
  }

  /// Equal bars from the lowest to the highest outcome, 1 to ``Limit/histogramBins`` of them; a
  /// value between two belongs to the upper. One bar when all outcomes are equal.
  public func bins(_ count: Int) -> [HistogramBin] {
    let width = highest - lowest
    let count = width > 0 ? min(max(count, 1), Limit.histogramBins) : 1
    let step = width / Double(count)
    var counts = Array(repeating: 0, count: count)
    for value in sorted {
      let place = step > 0 ? Int(exactly: ((value - lowest) / step).rounded(.down)) ?? 0 : 0
      counts[min(max(place, 0), count - 1)] += 1
    }
    return counts.enumerated().map { place, runs in
      HistogramBin(
        from: lowest + Double(place) * step,
        to: place == count - 1 ? highest : lowest + Double(place + 1) * step, runs: runs)
    }
  }
}
