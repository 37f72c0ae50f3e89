/// How settled an actual figure is.
public enum Maturity: String, CaseIterable, Sendable {
  /// A first reading.
  case preliminary = "Preliminary"
  /// Checked, may still move.
  case interim = "Interim"
  /// Settled.
  case final = "Final"
}

extension Maturity: Comparable {
  /// The less settled stands first.
  public static func < (left: Maturity, right: Maturity) -> Bool { left.rank < right.rank }

  private var rank: Int { Maturity.allCases.firstIndex(of: self) ?? 0 }
}
