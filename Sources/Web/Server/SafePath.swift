/// Where to go after signing in: a path on this site, never another site.
enum SafePath {
  static let limitBytes = 2_000

  /// The path when it is one of ours, else the first page.
  static func of(_ next: String?) -> String {
    guard let next, isOurs(Array(next.utf8)) else { return "/" }
    return next
  }

  /// "/" and then neither "/" nor "\", which browsers read as another host; printable ASCII only.
  private static func isOurs(_ bytes: [UInt8]) -> Bool {
    guard bytes.first == UInt8(ascii: "/"), bytes.count <= limitBytes,
      bytes.allSatisfy({ (0x21...0x7E).contains($0) && $0 != UInt8(ascii: "\\") })
    else { return false }
    return bytes.dropFirst().first != UInt8(ascii: "/")
  }
}
