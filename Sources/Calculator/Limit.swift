/// Every bound of the engine, by name.
public enum Limit {
  /// Longest horizon, years; the published discount tables end there.
  public static let horizonYears = 500
  /// Most combinations of labels one benefit is split over in a pivot.
  public static let pivotSplits = 256
  /// Longest text of a number, in bytes.
  public static let numberBytes = 64
}
