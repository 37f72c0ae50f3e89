import CPostgres

/// Receives the rows of a COPY and passes them to the server in blocks.
public struct CopyRows: ~Copyable {
  private let link: Link
  private var block: [UInt8] = []
  private var rowCount = 0
  private static let blockBytes = 64 * 1024

  init(_ link: Link) {
    self.link = link
    block.reserveCapacity(CopyRows.blockBytes + 4096)
  }

  /// Adds a row, its values in the order of the columns. Throws `.encoding` when a value cannot be
  /// sent, `.connection` when the server is gone; either undoes the whole COPY.
  public mutating func append<each Value: PostgresEncodable>(
    _ values: repeat each Value
  ) throws(PostgresError) {
    var isFirst = true
    var fault: String?
    for value in repeat each values {
      if !isFirst { block.append(UInt8(ascii: "\t")) }
      isFirst = false
      fault = fault ?? append(value)
    }
    rowCount += 1
    if let fault { throw PostgresError(.encoding, "row \(rowCount) \(fault)") }
    block.append(UInt8(ascii: "\n"))
    if block.count >= CopyRows.blockBytes { try flush() }
  }

  /// Adds one value in COPY's text format; returns why it cannot be sent.
  private mutating func append(_ value: some PostgresEncodable) -> String? {
    var text = ValueWriter()
    value.encodeText(into: &text)
    if text.isNull {
      block.append(contentsOf: "\\N".utf8)
      return nil
    }
    for byte in text.bytes {
      switch byte {
      case UInt8(ascii: "\\"): block.append(contentsOf: "\\\\".utf8)
      case UInt8(ascii: "\t"): block.append(contentsOf: "\\t".utf8)
      case UInt8(ascii: "\n"): block.append(contentsOf: "\\n".utf8)
      case UInt8(ascii: "\r"): block.append(contentsOf: "\\r".utf8)
      default: block.append(byte)
      }
    }
    return text.fault
  }

  mutating func flush() throws(PostgresError) {
    let isSent = block.withUnsafeBytes { bytes in
      bytes.isEmpty
        || PQputCopyData(
          link.raw, bytes.assumingMemoryBound(to: CChar.self).baseAddress,
          Int32(clamping: bytes.count)) == 1
    }
    guard isSent else { throw PostgresError(.connection, link.lastMessage) }
    block.removeAll(keepingCapacity: true)
  }
}
