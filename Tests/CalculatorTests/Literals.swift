import Calculator

// Literals keep the tables of the tests readable: 0.035 stands for the text "0.035".
extension Exact: ExpressibleByIntegerLiteral {
  public init(integerLiteral value: Int) { self.init(value) }
}
extension Exact: ExpressibleByFloatLiteral {
  public init(floatLiteral value: Double) { self.init(value) }
}
