extension ByteSource {
  /// Whether a compound file holds an encrypted workbook, which programs write for a password: the
  /// name of that stream stands in UTF-16 in one of its directory sectors, wherever that is.
  func isProtected(after head: [UInt8]) -> Bool {
    let name = "EncryptedPackage".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    var window = head
    while true {
      if window.contains(name) { return true }
      guard let piece = next(), !piece.isEmpty else { return false }
      window = window.suffix(name.count - 1) + piece
    }
  }
}
