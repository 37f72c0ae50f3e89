/// What one variable does to a result when all others stay.
public struct TornadoBar<N: Number>: Sendable, Hashable {
  /// The variable with its low and high value.
  public let range: VariableRange<N>
  /// The variable's present value.
  public let present: Outcome<N>
  /// The result at the low value.
  public let atLow: Outcome<N>
  /// The result at the high value.
  public let atHigh: Outcome<N>
  /// The result at the high value less that at the low one.
  public let swing: Outcome<N>
}
