import struct Foundation.UUID

extension UUID: PostgresEncodable, PostgresDecodable {
  /// `uuid`.
  public static var postgresType: PostgresType { .uuid }

  /// Lower-case hexadecimal digits in groups of 8, 4, 4, 4 and 12.
  public func encode(into writer: inout ValueWriter) {
    withUnsafeBytes(of: uuid) { bytes in
      for (index, byte) in bytes.enumerated() {
        if [4, 6, 8, 10].contains(index) { writer.write(ascii: UInt8(ascii: "-")) }
        writer.write(hex: byte)
      }
    }
  }

  /// Thirty-two hexadecimal digits and four hyphens.
  public init?(postgresText text: PostgresText) {
    guard text.bytes.count == 36 else { return nil }
    var uuid = zeroBytes
    var digitCount = 0
    let isWhole = withUnsafeMutableBytes(of: &uuid) { bytes in
      for (index, character) in text.bytes.enumerated() {
        if index == 8 || index == 13 || index == 18 || index == 23 {
          guard character == UInt8(ascii: "-") else { return false }
          continue
        }
        guard let digit = hexDigit(character) else { return false }
        bytes[digitCount / 2] = bytes[digitCount / 2] << 4 | digit
        digitCount += 1
      }
      return true
    }
    guard isWhole else { return nil }
    self.init(uuid: uuid)
  }
}

private let zeroBytes: UUIDBytes = (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)

private typealias UUIDBytes = (
  UInt8, UInt8, UInt8, UInt8, UInt8, UInt8, UInt8, UInt8,
  UInt8, UInt8, UInt8, UInt8, UInt8, UInt8, UInt8, UInt8
)
