/// A variable and how far it may fall and rise.
public struct VariableRange<N: Number>: Sendable, Hashable {
  /// What is varied.
  public var variable: Variable
  /// Its low value.
  public var low: N
  /// Its high value.
  public var high: N

  /// A range; the low value may stand above the high one, the bar then points the other way.
  public init(_ variable: Variable, low: N, high: N) {
    self.variable = variable
    self.low = low
    self.high = high
  }
}
