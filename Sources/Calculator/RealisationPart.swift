/// The actual figures of one maturity.
public struct RealisationPart<N: Number>: Sendable, Hashable {
  /// How settled they are.
  public let maturity: Maturity
  /// How many there are.
  public let count: Int
  /// Their sum, pounds.
  public let actual: N

  /// Nil when there are none.
  init?(maturity: Maturity, of figures: [ActualFigure<N>]) {
    let own = figures.filter { $0.maturity == maturity }
    guard !own.isEmpty else { return nil }
    self.maturity = maturity
    count = own.count
    actual = own.reduce(.zero) { $0 + $1.value }
  }
}
