/// What really came in one period, and how settled the figure is.
public struct ActualFigure<N: Number>: Sendable, Hashable {
  /// Pounds.
  public var value: N
  /// How settled.
  public var maturity: Maturity

  /// A figure.
  public init(value: N, maturity: Maturity) {
    self.value = value
    self.maturity = maturity
  }
}
