import Calculator

// Literals keep the tables of the tests readable: 0.035 stands for the text "0.035".
extension Exact: ExpressibleByIntegerLiteral {
  /// A whole number.
  public init(integerLiteral value: Int) { self.init(value) }
}
extension Exact: ExpressibleByFloatLiteral {
  /// The 15 digits of the literal.
  public init(floatLiteral value: Double) { self.init(value) }
}
