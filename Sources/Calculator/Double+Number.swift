/// The fast mode: binary doubles, good to about 15 digits.
extension Double: Number {
  /// Nothing.
  public static var zero: Double { 0.0 }
  /// One whole.
  public static var one: Double { 1.0 }

  /// The number itself.
  public init(nearest value: Double) { self = value }

  /// A number from checked text; nil for what is no XML Schema decimal or double, or too large.
  public init?(text: String) {
    guard let literal = DecimalLiteral(text), let value = Double(literal.plain), value.isFinite
    else { return nil }
    self = value
  }

  /// The largest whole number that is not above it.
  public var roundedDown: Double { rounded(.down) }
  /// The non-negative square root; not a number for a negative one.
  public var squareRoot: Double { self.squareRoot() }
  /// The number itself.
  public var double: Double { self }
  /// Its 15 significant digits as an exact number.
  public var exact: Exact { Exact(self) }
  /// Plain decimal digits where the exact type can hold them, else the shortest round-trip form.
  public var text: String {
    guard isFinite else { return "not finite" }
    let digits = exact
    return digits.isFinite ? digits.text : description
  }
}
