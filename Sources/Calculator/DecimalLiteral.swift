/// The checked reading of a number's text: XML Schema `decimal` (`-12.50`) or `double` (`3.5E-2`)
/// forms and nothing else. No spaces, no thousands separators, no words.
struct DecimalLiteral {
  /// A minus sign stood in front.
  var isNegative = false
  /// Digits without leading zeros, as numbers 0 to 9; empty for zero.
  var digits: [UInt8] = []
  /// The value is the digits as a whole number times ten to this power.
  var exponent = 0
  /// The text, known to be a number's.
  let plain: String

  init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count <= Limit.numberBytes else { return nil }
    plain = text
    var rest = bytes[...]
    isNegative = rest.first == UInt8(ascii: "-")
    Self.dropSign(&rest)
    let whole = Self.takeDigits(&rest)
    var fraction: [UInt8] = []
    if rest.first == UInt8(ascii: ".") {
      rest = rest.dropFirst()
      fraction = Self.takeDigits(&rest)
    }
    guard !whole.isEmpty || !fraction.isEmpty else { return nil }
    var isDoubleForm = false
    if let mark = rest.first, mark == UInt8(ascii: "e") || mark == UInt8(ascii: "E") {
      rest = rest.dropFirst()
      guard let power = Self.takeExponent(&rest) else { return nil }
      exponent = power
      isDoubleForm = true
    }
    guard rest.isEmpty else { return nil }
    digits = Array((whole + fraction).drop { $0 == 0 })
    exponent -= fraction.count
    // A spreadsheet writes a double's nearest 17 digits; 15 are what was meant.
    if isDoubleForm, digits.count > Self.trustedDigits { round(toDigits: Self.trustedDigits) }
  }

  /// Digits of a double that mean something.
  static let trustedDigits = 15

  private static func dropSign(_ rest: inout ArraySlice<UInt8>) {
    if let sign = rest.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
      rest = rest.dropFirst()
    }
  }

  private static func takeDigits(_ rest: inout ArraySlice<UInt8>) -> [UInt8] {
    let taken = rest.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    rest = rest.dropFirst(taken.count)
    return taken.map { $0 - UInt8(ascii: "0") }
  }

  /// Four digits at most: anything longer is out of range for every type.
  private static func takeExponent(_ rest: inout ArraySlice<UInt8>) -> Int? {
    let sign = rest.first == UInt8(ascii: "-") ? -1 : 1
    dropSign(&rest)
    let taken = takeDigits(&rest)
    guard (1...4).contains(taken.count) else { return nil }
    return sign * taken.reduce(0) { $0 * 10 + Int($1) }
  }

  /// Keeps this many leading digits, half to even.
  mutating func round(toDigits count: Int) {
    guard count >= 0, digits.count > count else { return }
    let dropped = digits[count...]
    exponent += dropped.count
    let isOdd = count > 0 && digits[count - 1] % 2 == 1
    let isPastHalf = dropped.dropFirst().contains { $0 > 0 }
    let first = dropped.first ?? 0
    digits = Array(digits[..<count])
    if first > 5 || (first == 5 && (isPastHalf || isOdd)) { addOneToLastDigit() }
  }

  private mutating func addOneToLastDigit() {
    for place in digits.indices.reversed() {
      if digits[place] < 9 {
        digits[place] += 1
        return
      }
      digits[place] = 0
    }
    digits.insert(1, at: 0)
  }
}
