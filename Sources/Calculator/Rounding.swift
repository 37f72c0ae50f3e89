/// The only file that rounds for display: half away from zero, on the true unrounded figure.
extension Exact {
  /// Rounded half away from zero to so many decimal places, 0 to 18.
  public func rounded(places: Int) -> Exact {
    guard isFinite, places < Self.places else { return self }
    let unit = (0..<(Self.places - max(0, places))).reduce(UInt128(1)) { power, _ in power * 10 }
    let (whole, rest) = units.magnitude.quotientAndRemainder(dividingBy: unit)
    let size = (whole + (rest >= unit - rest ? 1 : 0)) * unit
    guard size <= UInt128(Int128.max) else { return .notFinite }
    return Exact(units: units < 0 ? 0 - Int128(size) : Int128(size))
  }
}

/// How figures are shown.
public enum Shown {
  /// What stands where a number is too large to hold.
  static let tooLarge = "too large"

  /// Pounds and pence: "£1,234.50", "−£0.01".
  public static func money(_ value: some Number) -> String {
    signed(value.exact.rounded(places: 2)) { "£" + $0.text(places: 2, grouping: ",") }
  }

  /// Whole pounds, for overviews: "£1,235".
  public static func pounds(_ value: some Number) -> String {
    signed(value.exact.rounded(places: 0)) { "£" + $0.text(places: 0, grouping: ",") }
  }

  /// Four places, for discount factors and ratios: "0.9662".
  public static func factor(_ value: some Number) -> String { decimal(value, places: 4) }

  /// A fraction as a percentage with two places at most: "3.5 %".
  public static func percentage(_ fraction: some Number, places: Int = 2) -> String {
    signed((fraction.exact * Exact(100)).rounded(places: places)) {
      $0.text(places: nil, grouping: ",") + " %"
    }
  }

  /// A number with a fixed count of places and thousands separators.
  public static func decimal(_ value: some Number, places: Int) -> String {
    signed(value.exact.rounded(places: places)) { $0.text(places: places, grouping: ",") }
  }

  /// A quantity as it stands, with thousands separators and no needless zeros.
  public static func quantity(_ value: some Number) -> String {
    signed(value.exact) { $0.text(places: nil, grouping: ",") }
  }

  /// A count or a limit, with thousands separators.
  public static func whole(_ count: Int) -> String { quantity(Exact(count)) }

  private static func signed(_ value: Exact, _ text: (Exact) -> String) -> String {
    guard value.isFinite else { return tooLarge }
    return (value < .zero ? "\u{2212}" : "") + text(value.magnitude)
  }
}
