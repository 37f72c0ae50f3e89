/// A variable with its lowest, likeliest and highest value: a triangular distribution.
public struct Triangle: Sendable, Hashable {
  /// What is uncertain.
  public var variable: Variable
  /// The lowest value.
  public var low: Double
  /// The likeliest value.
  public var mode: Double
  /// The highest value.
  public var high: Double

  /// Three equal values are a constant.
  public init(_ variable: Variable, low: Double, mode: Double, high: Double) {
    self.variable = variable
    self.low = low
    self.mode = mode
    self.high = high
  }

  /// The value below which a share of the distribution lies; the share is 0 to 1.
  public func value(at share: Double) -> Double {
    let width = high - low
    guard width > 0 else { return low }
    return share < (mode - low) / width
      ? low + (share * width * (mode - low)).squareRoot()
      : high - ((1 - share) * width * (high - mode)).squareRoot()
  }

  /// Refuses values that are no numbers or not in order.
  func check() throws(VariableRefusal) {
    guard [low, mode, high].allSatisfy(\.isFinite), (high - low).isFinite else {
      throw VariableRefusal(variable: variable.text, because: "the values are no numbers")
    }
    guard low <= mode, mode <= high else {
      throw VariableRefusal(
        variable: variable.text,
        because: "the likeliest value does not lie between the lowest and the highest")
    }
    guard !variable.isWhole else {
      throw VariableRefusal(variable: variable.text, because: "only whole years can be set")
    }
  }
}
