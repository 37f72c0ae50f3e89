import Calculator

/// Text as the cells of an Excel workbook hold it.
enum XLSXText {
  /// The most UTF-16 units that a cell may hold.
  static let limitUnits = 32_767

  /// The text, cut where a cell ends. The format writes some characters as "_x000D_"; words that
  /// look like that already are protected from being read so.
  static func of(_ text: String) -> String {
    let fitting = text.utf16.count > limitUnits ? cut(text) : text
    guard fitting.utf8.contains(UInt8(ascii: "_")), fitting.contains("_x") else { return fitting }
    return protected(fitting)
  }

  private static func cut(_ text: String) -> String {
    var units = 0
    let kept = text.unicodeScalars.prefix { scalar in
      units += UTF16.width(scalar)
      return units <= limitUnits
    }
    return String(String.UnicodeScalarView(kept))
  }

  private static func protected(_ text: String) -> String {
    let bytes = Array(text.utf8)
    var safe: [UInt8] = []
    for (index, byte) in bytes.enumerated() {
      if byte == UInt8(ascii: "_"), isEscape(bytes[index...]) { safe += "_x005F".utf8 }
      safe.append(byte)
    }
    return String(decoding: safe, as: UTF8.self)
  }

  /// "_x", four hexadecimal digits, "_".
  private static func isEscape(_ bytes: ArraySlice<UInt8>) -> Bool {
    let word = Array(bytes.prefix(7))
    return word.count == 7 && word[1] == UInt8(ascii: "x") && word[6] == UInt8(ascii: "_")
      && word[2..<6].allSatisfy { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 || isLetter($0) }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    UInt8(ascii: "a")...UInt8(ascii: "f") ~= byte | 0x20
  }
}

extension Exact {
  /// The double nearest to it, which is what spreadsheet programs work with.
  var nearest: Double { Double(text) ?? .nan }
}
