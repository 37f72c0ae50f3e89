/// Reads `application/x-www-form-urlencoded`: the form of queries and of plain forms.
enum URLEncoded {
  /// The fields in their order; nil when an escape is broken, a text is not UTF-8, or there are
  /// more than `limit` fields.
  static func fields(_ bytes: some Collection<UInt8>, limit: Int) -> [Submission.Field]? {
    guard !bytes.isEmpty else { return [] }
    let pieces = bytes.split(separator: UInt8(ascii: "&"), maxSplits: limit)
    guard pieces.count <= limit else { return nil }
    var fields: [Submission.Field] = []
    for piece in pieces {
      let halves = piece.split(
        separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
      guard let first = halves.first, let name = text(first),
        let value = text(halves.dropFirst().first)
      else { return nil }
      fields.append(Submission.Field(name: name, value: value))
    }
    return fields
  }

  /// Percent-decodes a value, where "+" is a space.
  private static func text(_ encoded: (some Collection<UInt8>)?) -> String? {
    guard let encoded else { return "" }
    var decoded: [UInt8] = []
    decoded.reserveCapacity(encoded.count)
    var rest = encoded.makeIterator()
    while let byte = rest.next() {
      switch byte {
      case UInt8(ascii: "+"): decoded.append(UInt8(ascii: " "))
      case UInt8(ascii: "%"):
        guard let high = rest.next().flatMap(nibble), let low = rest.next().flatMap(nibble) else {
          return nil
        }
        decoded.append(high << 4 | low)
      default: decoded.append(byte)
      }
    }
    return String(validating: decoded, as: UTF8.self)
  }

  private static func nibble(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte &- UInt8(ascii: "0")
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte &- UInt8(ascii: "A") &+ 10
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte &- UInt8(ascii: "a") &+ 10
    default: nil
    }
  }
}

extension URLEncoded {
  /// A value as it may stand in a query: everything but unreserved characters escaped.
  static func escaped(_ text: String) -> String {
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      if isUnreserved(byte) {
        bytes.append(byte)
      } else {
        bytes += [UInt8(ascii: "%"), hexDigit(byte >> 4), hexDigit(byte & 15)]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func isUnreserved(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
      UInt8(ascii: "_"), UInt8(ascii: "~"):
      true
    default: false
    }
  }

  private static func hexDigit(_ nibble: UInt8) -> UInt8 {
    nibble < 10 ? UInt8(ascii: "0") &+ nibble : UInt8(ascii: "A") &+ nibble &- 10
  }
}
