/// A number the engine can calculate with: exact decimals (``Exact``) or fast doubles (`Double`).
///
/// No operation traps. What cannot be represented (overflow, division by zero) is *not finite* and
/// stays so through every later operation; whoever shows a result asks ``isFinite`` first.
public protocol Number: Comparable, Hashable, Sendable {
  /// Nothing.
  static var zero: Self { get }
  /// One whole.
  static var one: Self { get }

  /// A whole number.
  init(_ whole: Int)
  /// The number nearest to a double; an exact one reads its 15 significant digits.
  init(nearest value: Double)
  /// A number from checked text: an XML Schema `decimal` or `double` form, nothing else.
  init?(text: String)

  /// The sum.
  static func + (left: Self, right: Self) -> Self
  /// The difference.
  static func - (left: Self, right: Self) -> Self
  /// The product.
  static func * (left: Self, right: Self) -> Self
  /// The quotient; not finite when the divisor is zero.
  static func / (left: Self, right: Self) -> Self
  /// The same size with the other sign.
  static prefix func - (value: Self) -> Self

  /// False for a result that overflowed, was divided by zero or came from one that was.
  var isFinite: Bool { get }
  /// The size without the sign.
  var magnitude: Self { get }
  /// The largest whole number that is not above it.
  var roundedDown: Self { get }
  /// The non-negative square root; not finite for a negative number.
  var squareRoot: Self { get }
  /// The nearest double.
  var double: Double { get }
  /// The nearest exact number; a double gives its 15 significant digits.
  var exact: Exact { get }
  /// Plain decimal digits without trailing zeros, "not finite" when there is no number.
  var text: String { get }
}

extension Number {
  /// This number multiplied by itself `exponent` times; a negative exponent gives the reciprocal.
  public func power(_ exponent: Int) -> Self {
    var result = Self.one
    var factor = self
    var remaining = exponent.magnitude
    while remaining > 0 {
      if remaining & 1 == 1 { result = result * factor }
      remaining >>= 1
      if remaining > 0 { factor = factor * factor }
    }
    return exponent < 0 ? .one / result : result
  }

  /// A short decimal written as a whole number of thousandths (35 is 0.035).
  init(thousandths: Int) {
    self = Self(thousandths) / Self(1_000)
  }
}
