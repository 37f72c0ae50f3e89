import Crypto
import Foundation
import Programme

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
    return Hexadecimal.text(mask + zip(mask, digest).map { $0 ^ $1 })
  }

  /// Whether a field that came in is this token, compared in constant time.
  func accepts(_ field: String?) -> Bool {
    guard let bytes = field.flatMap({ Hexadecimal.bytes($0) }),
      bytes.count == 2 * FormToken.lengthBytes
    else { return false }
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
    let eights = (0..<(count + 7) / 8).flatMap { _ in
      withUnsafeBytes(of: UInt64.random(in: 0 ... .max)) { Array($0) }
    }
    return Array(eights.prefix(count))
  }
}
