/// Arbitrary bytes (`bytea`).
public struct Bytes: PostgresEncodable, PostgresDecodable, Hashable {
  /// The content.
  public var bytes: [UInt8]

  /// Bytes with this content.
  public init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// `bytea`.
  public static var postgresType: PostgresType { .bytea }

  /// Sent in binary form, which is half the size of the text form.
  public func encode(into writer: inout ValueWriter) { writer.writeBinary(bytes) }

  /// `\x` and two hexadecimal digits a byte.
  public init?(postgresText text: PostgresText) {
    guard text.bytes.starts(with: [UInt8(ascii: "\\"), UInt8(ascii: "x")]) else { return nil }
    let digits = text.bytes.dropFirst(2)
    guard digits.count.isMultiple(of: 2) else { return nil }
    bytes = []
    bytes.reserveCapacity(digits.count / 2)
    var high: UInt8?
    for character in digits {
      guard let digit = hexDigit(character) else { return nil }
      if let first = high {
        bytes.append(first << 4 | digit)
        high = nil
      } else {
        high = digit
      }
    }
  }

  /// The text form, for places that take no binary form.
  static func writeText(_ bytes: some Sequence<UInt8>, into writer: inout ValueWriter) {
    writer.write(ascii: UInt8(ascii: "\\"))
    writer.write(ascii: UInt8(ascii: "x"))
    for byte in bytes { writer.write(hex: byte) }
  }
}

extension ValueWriter {
  /// Writes a byte as two lower-case hexadecimal digits.
  mutating func write(hex byte: UInt8) {
    for digit in [byte >> 4, byte & 15] {
      write(ascii: digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
    }
  }
}

/// The value of a hexadecimal digit in ASCII.
func hexDigit(_ character: UInt8) -> UInt8? {
  switch character {
  case UInt8(ascii: "0")...UInt8(ascii: "9"): character - UInt8(ascii: "0")
  case UInt8(ascii: "a")...UInt8(ascii: "f"): character - UInt8(ascii: "a") + 10
  case UInt8(ascii: "A")...UInt8(ascii: "F"): character - UInt8(ascii: "A") + 10
  default: nil
  }
}
