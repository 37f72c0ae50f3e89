/// Every bound of the engine, by name.
public enum Limit {
  /// Longest horizon, years; the published discount tables end there.
  public static let horizonYears = 500
  /// Most combinations of labels one benefit is split over in a pivot.
  public static let pivotSplits = 256
  /// The years a deflator may speak of.
  public static let calendarYears = 1...9_999
  /// Most runs of a simulation.
  public static let simulationRuns = 1_000_000
  /// Most inputs a simulation varies at once.
  public static let simulationVariables = 1_000
  /// Most bars of a histogram.
  public static let histogramBins = 200
  /// Longest text of a number, in bytes.
  public static let numberBytes = 64
}
