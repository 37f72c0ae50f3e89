import Crypto
import Foundation

/// The proof that a form came from a page of ours: a keyed digest of the session's secret, in a
/// hidden field. It is masked anew on every page, so that compressing pages leaks nothing of it.
struct FormToken: Sendable {
  /// The name of the hidden field.
  static let fieldName = "csrf"
  private static let lengthBytes = 32

  private let digest: [UInt8]

  /// The token of a session, or of a browser that has none yet.
  init(secret: [UInt8], key: SymmetricKey) {
    digest = Array(HMAC<SHA256>.authenticationCode(for: secret + Array("form".utf8), using: key))
  }

  /// What stands in the field, different each time.
  var field: String {
    let mask = FreshBytes.make(FormToken.lengthBytes)
    return Hex.text(mask + zip(mask, digest).map { $0 ^ $1 })
  }

  /// Whether a field that came in is this token, compared in constant time.
  func accepts(_ field: String?) -> Bool {
    guard let bytes = field.flatMap(Hex.bytes), bytes.count == 2 * FormToken.lengthBytes else {
      return false
    }
    let mask = bytes.prefix(FormToken.lengthBytes)
    let masked = bytes.suffix(FormToken.lengthBytes)
    let difference = zip(zip(mask, masked), digest).reduce(UInt8(0)) { sum, next in
      sum | (next.0.0 ^ next.0.1 ^ next.1)
    }
    return difference == 0
  }
}

/// Bytes from the system's generator, asked for eight at a time: each asking is a system call.
enum FreshBytes {
  static func make(_ count: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(count + 7)
    while bytes.count < count {
      withUnsafeBytes(of: UInt64.random(in: 0 ... .max)) { bytes.append(contentsOf: $0) }
    }
    return Array(bytes.prefix(count))
  }
}

/// Bytes as hexadecimal digits.
enum Hex {
  private static let digits = Array("0123456789abcdef".utf8)

  static func text(_ bytes: some Sequence<UInt8>) -> String {
    var text: [UInt8] = []
    for byte in bytes {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }

  static func bytes(_ text: String) -> [UInt8]? {
    var rest = text.utf8.makeIterator()
    var bytes: [UInt8] = []
    while let high = rest.next() {
      guard let low = rest.next(), let upper = nibble(high), let lower = nibble(low) else {
        return nil
      }
      bytes.append(upper << 4 | lower)
    }
    return bytes
  }

  private static func nibble(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte &- UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte &- UInt8(ascii: "a") &+ 10
    default: nil
    }
  }
}
