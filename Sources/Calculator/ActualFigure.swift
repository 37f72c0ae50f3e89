/// How settled an actual figure is.
public enum Maturity: String, CaseIterable, Sendable {
  /// A first reading.
  case preliminary = "Preliminary"
  /// Checked, may still move.
  case interim = "Interim"
  /// Settled.
  case final = "Final"
}

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

extension Maturity: Comparable {
  /// The less settled stands first.
  public static func < (left: Maturity, right: Maturity) -> Bool { left.rank < right.rank }

  private var rank: Int { Maturity.allCases.firstIndex(of: self) ?? 0 }
}
