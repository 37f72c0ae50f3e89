/// Text as seven bits and short lines (RFC 2045): it passes every server unchanged.
enum QuotedPrintable {
  /// The longest line, its soft break included.
  private static let lineBytes = 76
  private static let digits = Array("0123456789ABCDEF".utf8)

  /// The encoded text; its lines, however they ended, end in CR LF.
  static func encode(_ text: String) -> [UInt8] {
    lines(of: text).reduce(into: []) { out, line in
      append(line, to: &out)
      out += [0x0D, 0x0A]
    }
  }

  /// The lines of a text that ends in a line break or does not.
  private static func lines(of text: String) -> [[UInt8]] {
    var lines: [[UInt8]] = [[]]
    var last: UInt8 = 0
    for byte in text.utf8 {
      switch byte {
      case 0x0A where last == 0x0D: break
      case 0x0A, 0x0D: lines.append([])
      default: lines[lines.count - 1].append(byte)
      }
      last = byte
    }
    if lines.last?.isEmpty == true { lines.removeLast() }
    return lines
  }

  private static func append(_ line: [UInt8], to out: inout [UInt8]) {
    var width = 0
    for (place, byte) in line.enumerated() {
      let isLast = place == line.count - 1
      var piece = piece(byte, isFirst: width == 0, isLast: isLast)
      if width + piece.count >= lineBytes {
        out += [UInt8(ascii: "="), 0x0D, 0x0A]
        width = 0
        piece = self.piece(byte, isFirst: true, isLast: isLast)
      }
      out += piece
      width += piece.count
    }
  }

  /// A byte, or its two digits: spaces at the end of a line are lost on the way, and a dot at its
  /// start means something to servers.
  private static func piece(_ byte: UInt8, isFirst: Bool, isLast: Bool) -> [UInt8] {
    let isSafe =
      switch byte {
      case UInt8(ascii: "="): false
      case UInt8(ascii: "."): !isFirst
      case 0x20, 0x09: !isLast
      default: (0x21...0x7E).contains(byte)
      }
    return isSafe
      ? [byte] : [UInt8(ascii: "="), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
  }
}
