/// An exact decimal: a whole number of units of 10^-18 in 128 bits, up to about ±170 million
/// million million.
///
/// Sums and differences are exact. Products and quotients round at the 18th place, half to even.
/// Overflow and division by zero give ``notFinite``, which every later operation keeps; nothing
/// traps and nothing wraps. In the total order `notFinite` equals itself and stands before every
/// number, so compare results only after asking ``isFinite``.
public struct Exact: Number {
  /// Stored as two words, for Swift 6.3 without optimisation copies some values that hold an
  /// `Int128` from places that are not aligned for it, and crashes.
  private let high: Int64
  private let low: UInt64

  /// Units of 10^-18; the smallest `Int128`, which has no opposite, marks "not finite".
  var units: Int128 { Int128(truncatingIfNeeded: high) << 64 | Int128(truncatingIfNeeded: low) }

  init(units: Int128) {
    high = Int64(truncatingIfNeeded: units >> 64)
    low = UInt64(truncatingIfNeeded: units)
  }

  /// Units in one whole.
  static let scale: UInt64 = 1_000_000_000_000_000_000

  /// The result of an overflow or a division by zero.
  public static let notFinite = Exact(units: .min)
  /// Nothing.
  public static let zero = Exact(units: 0)
  /// One whole.
  public static let one = Exact(1)

  /// A whole number; every `Int` fits.
  public init(_ whole: Int) { self.init(units: Int128(whole) * Int128(Self.scale)) }

  /// The exact number of a double's 15 significant digits.
  public init(nearest value: Double) { self.init(value) }

  /// The largest whole number that is not above it.
  public var roundedDown: Exact {
    guard isFinite else { return .notFinite }
    let (whole, rest) = units.quotientAndRemainder(dividingBy: Int128(Self.scale))
    let isBelowWhole = rest < 0
    return Exact(units: whole * Int128(Self.scale)) - (isBelowWhole ? .one : .zero)
  }

  /// False for a result that does not exist or does not fit.
  public var isFinite: Bool { units != .min }
  /// The size without the sign.
  public var magnitude: Exact { units < 0 ? -self : self }
  /// The number itself.
  public var exact: Exact { self }
  /// The nearest double, to within a unit in its last place.
  public var double: Double { isFinite ? Double(units) / Double(Self.scale) : .nan }

  /// In order of size; not finite stands first.
  public static func < (left: Exact, right: Exact) -> Bool { left.units < right.units }

  /// The exact sum.
  public static func + (left: Exact, right: Exact) -> Exact {
    guard left.isFinite, right.isFinite else { return .notFinite }
    let (sum, overflow) = left.units.addingReportingOverflow(right.units)
    return overflow ? .notFinite : Exact(units: sum)
  }

  /// The exact difference.
  public static func - (left: Exact, right: Exact) -> Exact { left + -right }

  /// The same size with the other sign.
  public static prefix func - (value: Exact) -> Exact {
    value.isFinite ? Exact(units: 0 - value.units) : .notFinite
  }

  /// The product, rounded half to even at the 18th place.
  public static func * (left: Exact, right: Exact) -> Exact {
    guard left.isFinite, right.isFinite else { return .notFinite }
    let product = left.units.magnitude.multipliedFullWidth(by: right.units.magnitude)
    return Exact(
      dividing: product, by: UInt128(scale), isNegative: (left.units < 0) != (right.units < 0))
  }

  /// The quotient, rounded half to even at the 18th place; not finite when the divisor is zero.
  public static func / (left: Exact, right: Exact) -> Exact {
    guard left.isFinite, right.isFinite, right.units != 0 else { return .notFinite }
    let scaled = left.units.magnitude.multipliedFullWidth(by: UInt128(scale))
    return Exact(
      dividing: scaled, by: right.units.magnitude,
      isNegative: (left.units < 0) != (right.units < 0))
  }

  /// The one place where precision is given up: 256 bits divided by 128, half to even.
  private init(
    dividing dividend: (high: UInt128, low: UInt128), by divisor: UInt128, isNegative: Bool
  ) {
    guard dividend.high < divisor else {
      self = .notFinite
      return
    }
    let (quotient, remainder) =
      dividend.high == 0
      ? dividend.low.quotientAndRemainder(dividingBy: divisor)
      : divisor.dividingFullWidth(dividend)
    let rest = divisor - remainder
    let roundsUp = remainder > rest || (remainder == rest && quotient & 1 == 1)
    let (size, overflow) = quotient.addingReportingOverflow(roundsUp ? 1 : 0)
    guard !overflow, size <= UInt128(Int128.max) else {
      self = .notFinite
      return
    }
    self.init(units: isNegative ? 0 - Int128(size) : Int128(size))
  }

  /// The square root by Newton's steps from the double's; not finite for a negative number.
  public var squareRoot: Exact {
    guard isFinite, units >= 0 else { return .notFinite }
    guard units > 0 else { return .zero }
    var root = Exact(double.squareRoot())
    for _ in 0..<3 where root.units > 0 { root = (root + self / root) / Exact(2) }
    return root
  }
}
