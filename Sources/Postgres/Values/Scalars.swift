extension String: PostgresEncodable, PostgresDecodable {
  /// Inferred, so that a string also fits an enum, a domain or `citext`.
  public static var postgresType: PostgresType { .inferred }

  /// The text itself.
  public func encode(into writer: inout ValueWriter) { writer.write(self) }

  /// The text itself; the server sends UTF-8.
  @inlinable public init?(postgresText text: PostgresText) {
    self.init(decoding: text.bytes, as: UTF8.self)
  }
}

extension Bool: PostgresEncodable, PostgresDecodable {
  /// `bool`.
  public static var postgresType: PostgresType { .bool }

  /// `t` or `f`.
  public func encode(into writer: inout ValueWriter) { writer.write(self ? "t" : "f") }

  /// `t` or `f`.
  public init?(postgresText text: PostgresText) {
    switch (text.bytes.count, text.bytes.first) {
    case (1, UInt8(ascii: "t")): self = true
    case (1, UInt8(ascii: "f")): self = false
    default: return nil
    }
  }
}

extension Int64: PostgresEncodable, PostgresDecodable {
  /// `int8`.
  public static var postgresType: PostgresType { .int8 }

  /// Decimal digits.
  public func encode(into writer: inout ValueWriter) { writer.write(self) }

  /// Decimal digits; nil when they do not fit.
  public init?(postgresText text: PostgresText) {
    guard let number = parseInteger(text.bytes, as: Int64.self) else { return nil }
    self = number
  }
}

extension Int: PostgresEncodable, PostgresDecodable {
  /// `int8`.
  public static var postgresType: PostgresType { .int8 }

  /// Decimal digits.
  public func encode(into writer: inout ValueWriter) { writer.write(Int64(self)) }

  /// Decimal digits; nil when they do not fit.
  public init?(postgresText text: PostgresText) {
    guard let number = parseInteger(text.bytes, as: Int.self) else { return nil }
    self = number
  }
}

extension Int32: PostgresEncodable, PostgresDecodable {
  /// `int4`.
  public static var postgresType: PostgresType { .int4 }

  /// Decimal digits.
  public func encode(into writer: inout ValueWriter) { writer.write(Int64(self)) }

  /// Decimal digits; nil when they do not fit.
  public init?(postgresText text: PostgresText) {
    guard let number = parseInteger(text.bytes, as: Int32.self) else { return nil }
    self = number
  }
}

extension Double: PostgresEncodable, PostgresDecodable {
  /// `float8`.
  public static var postgresType: PostgresType { .float8 }

  /// The shortest text that reads back as the same number.
  public func encode(into writer: inout ValueWriter) {
    if isNaN { return writer.write("NaN") }
    writer.write(isInfinite ? (self < 0 ? "-Infinity" : "Infinity") : description)
  }

  /// PostgreSQL writes the shortest text that reads back as the same number.
  public init?(postgresText text: PostgresText) {
    switch String(decoding: text.bytes, as: UTF8.self) {
    case "NaN": self = .nan
    case "Infinity": self = .infinity
    case "-Infinity": self = -.infinity
    case let digits:
      guard let number = Double(digits), number.isFinite else { return nil }
      self = number
    }
  }
}

/// Reads an optional minus and decimal digits to the end; nil for anything else or an overflow.
func parseInteger<Number: FixedWidthInteger & SignedInteger>(
  _ bytes: some Collection<UInt8>, as type: Number.Type
) -> Number? {
  let isNegative = bytes.first == UInt8(ascii: "-")
  let digits = isNegative ? bytes.dropFirst() : bytes.dropFirst(0)
  guard !digits.isEmpty else { return nil }
  var number: Number = 0
  for byte in digits {
    guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return nil }
    let digit = Number(byte - UInt8(ascii: "0"))
    let (shifted, overflow) = number.multipliedReportingOverflow(by: 10)
    let (next, past) =
      isNegative
      ? shifted.subtractingReportingOverflow(digit) : shifted.addingReportingOverflow(digit)
    guard !overflow, !past else { return nil }
    number = next
  }
  return number
}
