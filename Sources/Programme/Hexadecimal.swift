/// Bytes as pairs of hexadecimal digits, for addresses, settings, tokens and the journal.
package enum Hexadecimal {
  private static let digits = Array("0123456789abcdef".utf8)

  /// Lower-case digits, two a byte.
  package static func text(_ bytes: some Sequence<UInt8>) -> String {
    let text = bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
    return String(decoding: text, as: UTF8.self)
  }

  /// The bytes that the digits stand for; nil for anything but pairs of digits.
  package static func bytes(_ text: some StringProtocol) -> [UInt8]? {
    var rest = text.utf8.makeIterator()
    var bytes: [UInt8] = []
    while let high = rest.next() {
      guard let low = rest.next(), let byte = byte(high, low) else { return nil }
      bytes.append(byte)
    }
    return bytes
  }

  /// The byte that two digits stand for, of either case.
  package static func byte(_ high: UInt8, _ low: UInt8) -> UInt8? {
    guard let high = value(high), let low = value(low) else { return nil }
    return high << 4 | low
  }

  private static func value(_ digit: UInt8) -> UInt8? {
    Character(Unicode.Scalar(digit)).hexDigitValue.map { UInt8($0) }
  }
}
