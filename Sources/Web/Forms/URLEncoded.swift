import Programme

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
        guard let high = rest.next(), let low = rest.next(),
          let byte = Hexadecimal.byte(high, low)
        else { return nil }
        decoded.append(byte)
      default: decoded.append(byte)
      }
    }
    return String(validating: decoded, as: UTF8.self)
  }
}

extension URLEncoded {
  private static let unreserved = Set(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~".utf8)

  /// A value as it may stand in a query: everything but unreserved characters escaped.
  static func escaped(_ text: String) -> String {
    text.utf8.map { byte in
      unreserved.contains(byte)
        ? String(Unicode.Scalar(byte)) : "%" + Hexadecimal.text([byte]).uppercased()
    }.joined()
  }
}
