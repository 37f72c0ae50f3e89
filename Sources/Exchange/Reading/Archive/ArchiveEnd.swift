/// The end records of a zip archive, counted before any library builds its directory from them.
enum ArchiveEnd {
  /// An end record with the longest comment, and what stands before it in a ZIP64 archive.
  static let tailBytes = 22 + 65_535 + 20

  private static let recordBytes = 22
  private static let locatorBytes = 20
  /// A library tries every record that it finds; a real archive has one.
  private static let recordsTried = 4

  /// Throws when any end record in the last bytes of a file states more than the limits allow.
  static func check(_ tail: [UInt8], _ limits: FileLimits) throws(ArchiveFailure) {
    var records = 0
    for start in tail.indices.dropLast(recordBytes - 1)
    where isMark(tail, start, UInt8(5), UInt8(6)) {
      records += 1
      let stated = max(number(tail, start + 8), number(tail, start + 10))
      if isMark(tail, start - locatorBytes, UInt8(6), UInt8(7)) || stated == 0xFFFF {
        throw .zip64
      }
      guard stated <= limits.archiveEntries else { throw .tooManyEntries }
    }
    guard (1...recordsTried).contains(records) else { throw .damaged("no directory") }
  }

  private static func isMark(_ bytes: [UInt8], _ at: Int, _ third: UInt8, _ last: UInt8) -> Bool {
    guard at >= 0, at + 4 <= bytes.count else { return false }
    return bytes[at] == UInt8(ascii: "P") && bytes[at + 1] == UInt8(ascii: "K")
      && bytes[at + 2] == third && bytes[at + 3] == last
  }

  private static func number(_ bytes: [UInt8], _ at: Int) -> Int {
    guard at + 1 < bytes.count else { return 0 }
    return Int(bytes[at]) | Int(bytes[at + 1]) << 8
  }
}
