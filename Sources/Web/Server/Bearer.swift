import HTTPTypes

/// The token that a program shows instead of a session.
enum Bearer {
  /// What stands behind "Bearer"; "" for another scheme, so that no cookie stands in for it.
  static func token(in request: HTTPRequest) -> String? {
    guard let header = request.headerFields[.authorization] else { return nil }
    let halves = header.utf8.split(separator: UInt8(ascii: " "), maxSplits: 1)
    guard halves.count == 2, String(decoding: halves[0], as: UTF8.self).lowercased() == "bearer"
    else { return "" }
    return String(decoding: halves[1], as: UTF8.self)
  }
}
