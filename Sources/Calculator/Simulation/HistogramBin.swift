/// One bar of a histogram.
public struct HistogramBin: Sendable, Hashable {
  /// Where it begins, pounds.
  public let from: Double
  /// Where it ends, pounds.
  public let to: Double
  /// How many runs lie in it.
  public let runs: Int

  /// A bar.
  public init(from: Double, to: Double, runs: Int) {
    self.from = from
    self.to = to
    self.runs = runs
  }
}
