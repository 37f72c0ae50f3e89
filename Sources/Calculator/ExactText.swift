extension Exact: CustomStringConvertible {
  /// Decimal places of the type.
  static let places = 18

  /// A number from checked text. Nil for anything but an XML Schema decimal or double, and for one
  /// that does not fit. Places beyond the 18th are rounded half to even; a double form of 16
  /// digits and more is first rounded to 15.
  public init?(text: String) {
    guard let literal = DecimalLiteral(text) else { return nil }
    self.init(literal: literal)
  }

  /// The 15 significant digits of a double; not finite when it is not or does not fit.
  public init(_ double: Double) {
    var literal = double.isFinite ? DecimalLiteral(double.description) : nil
    literal?.round(toDigits: DecimalLiteral.trustedDigits)
    self = literal.flatMap { Exact(literal: $0) } ?? .notFinite
  }

  private init?(literal: DecimalLiteral) {
    var literal = literal
    let shift = literal.exponent + Self.places
    if shift < 0 { literal.round(toDigits: max(0, literal.digits.count + shift)) }
    guard shift >= -Limit.numberBytes else {
      self = .zero
      return
    }
    var units: Int128 = 0
    let zeros = literal.digits.isEmpty ? 0 : max(0, shift)
    guard zeros <= Limit.numberBytes else { return nil }
    for digit in literal.digits + Array(repeating: 0, count: zeros) {
      let (tenfold, tooLarge) = units.multipliedReportingOverflow(by: 10)
      let (sum, tooLargeNow) = tenfold.addingReportingOverflow(Int128(digit))
      guard !tooLarge, !tooLargeNow else { return nil }
      units = sum
    }
    self.init(units: literal.isNegative ? 0 - units : units)
  }

  /// Plain decimal digits without trailing zeros.
  public var text: String { isFinite ? text(places: nil) : "not finite" }

  /// The same as ``text``.
  public var description: String { text }

  /// Digits with exactly so many places, cut and not rounded; `nil` drops trailing zeros.
  func text(places: Int?, grouping: String = "") -> String {
    let (whole, fraction) = units.magnitude.quotientAndRemainder(
      dividingBy: UInt128(Self.scale))
    var decimals = String(fraction)
    decimals = String(repeating: "0", count: Self.places - decimals.utf8.count) + decimals
    if let places {
      decimals = String(decimals.prefix(max(0, places)))
    } else {
      while decimals.utf8.last == UInt8(ascii: "0") { decimals.removeLast() }
    }
    let sign = units < 0 ? "-" : ""
    let point = decimals.isEmpty ? "" : "."
    return sign + Self.grouped(String(whole), by: grouping) + point + decimals
  }

  private static func grouped(_ digits: String, by separator: String) -> String {
    guard !separator.isEmpty else { return digits }
    var text = ""
    for (place, digit) in digits.enumerated() {
      if place > 0, (digits.utf8.count - place) % 3 == 0 { text += separator }
      text.append(digit)
    }
    return text
  }
}
