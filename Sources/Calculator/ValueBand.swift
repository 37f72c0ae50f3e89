/// The value-for-money band of a benefit-cost ratio, for the reader who wants one word.
public enum ValueBand: String, CaseIterable, Sendable {
  /// Below 1: it costs more than it brings.
  case poor
  /// From 1, below 1.5.
  case low
  /// From 1.5, below 2.
  case medium
  /// From 2 up to 4.
  case high
  /// Above 4.
  case veryHigh

  /// The band a ratio falls in.
  public init<N: Number>(ratio: N) {
    let tenths = ratio * N(10)
    if tenths < N(10) {
      self = .poor
    } else if tenths < N(15) {
      self = .low
    } else if tenths < N(20) {
      self = .medium
    } else {
      self = tenths > N(40) ? .veryHigh : .high
    }
  }
}
