import Calculator
import Crypto
import Foundation
import Postgres
import Programme

/// SHA-256 of a text or a file.
struct Fingerprint {
  let bytes: [UInt8]

  static func of(_ text: String) -> Fingerprint { of(Array(text.utf8)) }

  static func of(_ bytes: [UInt8]) -> Fingerprint {
    Fingerprint(bytes: Array(SHA256.hash(data: bytes)))
  }

  /// In hexadecimal digits.
  var text: String { Hexadecimal.text(bytes) }
}
