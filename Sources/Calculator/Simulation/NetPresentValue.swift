/// The net present value of one run in both views, pounds.
public struct NetPresentValue: Sendable, Hashable {
  /// In the cash view.
  public var cash: Double
  /// In the whole view.
  public var whole: Double

  static let zero = NetPresentValue(cash: 0, whole: 0)

  /// Two views of one run.
  public init(cash: Double, whole: Double) {
    self.cash = cash
    self.whole = whole
  }

  func value(in view: View) -> Double {
    switch view {
    case .cash: cash
    case .whole: whole
    }
  }
}
