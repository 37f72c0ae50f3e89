import Foundation

/// Finds out whether a formula takes a value from another workbook.
enum ExternalReference {
  /// "[Book1.xls]Sheet1!R1C1" and the like; relative references have brackets too, but no dot
  /// and "x", "o" (Excel, OpenDocument) in them.
  static func namesFile(_ formula: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let base = formula.baseAddress,
      let bracket = memchr(base, Int32(UInt8(ascii: "[")), formula.count)
    else { return false }
    let start = UnsafeRawPointer(bracket) - UnsafeRawPointer(base)
    for (byte, next) in zip(formula[start...], formula[start...].dropFirst())
    where byte == UInt8(ascii: ".") {
      if [UInt8(ascii: "x"), UInt8(ascii: "o")].contains(next | 0x20) { return true }
    }
    return false
  }

  /// "[1]Sheet!A1": a workbook by its number in the package. "Table[2010]" is a column of a table.
  static func namesNumber(_ formula: [UInt8]) -> Bool {
    var before: UInt8 = 0
    for (index, byte) in formula.enumerated() {
      if byte == UInt8(ascii: "["), !isWord(before), isNumber(formula[(index + 1)...]) {
        return true
      }
      before = byte
    }
    return false
  }

  /// "['file:///C:/Costs.ods'#$Sheet1.A1]": OpenDocument quotes the name of the document.
  static func namesDocument(_ formula: UnsafeBufferPointer<UInt8>) -> Bool {
    zip(formula, formula.dropFirst()).contains {
      $0 == UInt8(ascii: "'") && $1 == UInt8(ascii: "#")
    }
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"): true
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "["), 0x80...: true
    default: false
    }
  }

  /// At most nine digits, then "]".
  private static func isNumber(_ rest: ArraySlice<UInt8>) -> Bool {
    let digits = rest.prefix(9).prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    return !digits.isEmpty && rest.dropFirst(digits.count).first == UInt8(ascii: "]")
  }
}
