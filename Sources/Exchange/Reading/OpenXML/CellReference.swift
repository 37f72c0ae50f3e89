/// A place such as "AB12".
struct CellReference: Equatable {
  let column: Int
  let row: Int

  /// Letters and digits and nothing else, each few enough that nothing overflows.
  init?(_ text: UnsafeBufferPointer<UInt8>) {
    var column = 0
    var row = 0
    var digits = 0
    guard (2...11).contains(text.count) else { return nil }
    for byte in text {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z") where digits == 0:
        column = column * 26 + Int(byte - UInt8(ascii: "A")) + 1
      case UInt8(ascii: "0")...UInt8(ascii: "9") where column > 0:
        row = row * 10 + Int(byte - UInt8(ascii: "0"))
        digits += 1
      default: return nil
      }
    }
    guard digits > 0, (1...16_384).contains(column), row >= 1 else { return nil }
    self.column = column
    self.row = row
  }
}
