/// The checksum of zip and PNG files (CRC-32, ISO 3309): finds what was changed by mistake, not what
/// was changed with care.
enum Checksum {
  /// Eight hexadecimal digits.
  static func of(_ bytes: some Sequence<UInt8>) -> String {
    var rest: UInt32 = 0xFFFF_FFFF
    for byte in bytes { rest = (rest >> 8) ^ table[Int((rest ^ UInt32(byte)) & 0xFF)] }
    let digits = String(~rest, radix: 16)
    return String(repeating: "0", count: 8 - digits.utf8.count) + digits
  }

  private static let table: [UInt32] = (0..<256).map { byte in
    (0..<8).reduce(UInt32(byte)) { rest, _ in
      rest & 1 == 1 ? (rest >> 1) ^ 0xEDB8_8320 : rest >> 1
    }
  }
}
