import Calculator

/// Reads the numbers people type: digits, perhaps with a pound sign, well-placed thousands
/// separators or a percent sign. Anything else is refused, never half read.
public enum NumberText {
  /// The value, or nil when the text is not a number. "10%" is 0.1 where percentages are allowed.
  public static func read(_ text: String, allowsPercent: Bool = false) -> Exact? {
    var bytes = Array(TrimmedText.of(text).utf8)
    var isPercent = false
    if allowsPercent, bytes.last == UInt8(ascii: "%") {
      isPercent = true
      bytes.removeLast()
      while bytes.last == UInt8(ascii: " ") { bytes.removeLast() }
    }
    guard let plain = undecorated(bytes), let value = Exact(text: plain), value.isFinite else {
      return nil
    }
    return isPercent ? value / Exact(100) : value
  }

  /// A whole number, written with digits only (a fraction of zeros is allowed: "5.0").
  public static func whole(_ text: String) -> Int? {
    let parts = TrimmedText.of(text).split(
      separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard let first = parts.first, let value = Int(first), !first.hasPrefix("+") else {
      return nil
    }
    if parts.count == 2 {
      guard !parts[1].isEmpty, parts[1].utf8.allSatisfy({ $0 == UInt8(ascii: "0") }) else {
        return nil
      }
    }
    return value
  }

  /// Whether the text carries a pound sign or separators: a number, but not a plain one.
  public static func isDecorated(_ text: String) -> Bool {
    text.utf8.contains(UInt8(ascii: ",")) || text.unicodeScalars.contains("£")
  }

  /// The digits without "£" and without thousands separators that stand where they should.
  private static func undecorated(_ bytes: [UInt8]) -> String? {
    var rest = bytes[...]
    var sign = ""
    if rest.first == UInt8(ascii: "-") || rest.first == UInt8(ascii: "+") {
      sign = rest.removeFirst() == UInt8(ascii: "-") ? "-" : ""
    }
    if rest.starts(with: Array("£".utf8)) { rest = rest.dropFirst("£".utf8.count) }
    guard let first = rest.first, isDigit(first) || first == UInt8(ascii: ".") else { return nil }
    guard rest.contains(UInt8(ascii: ",")) else {
      return sign + String(decoding: rest, as: UTF8.self)
    }
    let halves = rest.split(
      separator: UInt8(ascii: "."), maxSplits: 1, omittingEmptySubsequences: false)
    let groups = halves[0].split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
    guard let head = groups.first, (1...3).contains(head.count), head.allSatisfy(isDigit),
      groups.dropFirst().allSatisfy({ $0.count == 3 && $0.allSatisfy(isDigit) }),
      halves.count == 1 || halves[1].allSatisfy(isDigit)
    else { return nil }
    let whole = groups.flatMap { $0 }
    let fraction = halves.count == 2 ? [UInt8(ascii: ".")] + halves[1] : []
    return sign + String(decoding: whole + fraction, as: UTF8.self)
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }
}

/// Trimming and the test for control characters, decided on Unicode scalars.
public enum TrimmedText {
  /// The text without white space at its ends (the no-break space counts as white space).
  public static func of(_ text: String) -> String {
    // Nearly all texts begin and end in a visible ASCII character.
    if let first = text.utf8.first, let last = text.utf8.last, isVisible(first), isVisible(last) {
      return text
    }
    let scalars = text.unicodeScalars
    guard let first = scalars.firstIndex(where: { !isSpace($0) }),
      let last = scalars.lastIndex(where: { !isSpace($0) })
    else { return "" }
    return String(scalars[first...last])
  }

  /// Whether a scalar is a control character other than tab, line feed and carriage return.
  public static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D: false
    case 0...0x1F, 0x7F...0x9F, 0xFFFE, 0xFFFF: true
    default: false
    }
  }

  /// Whether the text holds a control character; plain ASCII is known by its bytes.
  static func hasControl(_ text: String) -> Bool {
    guard text.utf8.contains(where: { $0 < 0x20 || $0 >= 0x7F }) else { return false }
    return text.unicodeScalars.contains(where: isControl)
  }

  private static func isVisible(_ byte: UInt8) -> Bool { (0x21...0x7E).contains(byte) }

  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace || scalar.value == 0xFEFF
  }
}
