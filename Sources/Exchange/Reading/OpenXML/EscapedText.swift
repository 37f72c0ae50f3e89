/// Text of Office Open XML, where "_x000D_" stands for a character that XML has no place for.
enum EscapedText {
  static func decode(_ bytes: [UInt8]) -> String {
    let text = String(decoding: bytes, as: UTF8.self)
    guard text.utf8.contains(UInt8(ascii: "_")), text.contains("_x") else { return text }
    var decoded: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if let scalar = scalar(bytes, at: index) {
        decoded.append(contentsOf: Array(String(Character(scalar)).utf8))
        index += 7
      } else {
        decoded.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: decoded, as: UTF8.self)
  }

  /// The character of "_xHHHH_", where it is one that a text may hold.
  private static func scalar(_ bytes: [UInt8], at index: Int) -> Unicode.Scalar? {
    guard index + 7 <= bytes.count, bytes[index] == UInt8(ascii: "_"),
      bytes[index + 1] == UInt8(ascii: "x"), bytes[index + 6] == UInt8(ascii: "_")
    else { return nil }
    let digits = String(decoding: bytes[(index + 2)..<(index + 6)], as: UTF8.self)
    guard !digits.utf8.contains(UInt8(ascii: "+")), !digits.utf8.contains(UInt8(ascii: "-")),
      let value = UInt32(digits, radix: 16), let scalar = Unicode.Scalar(value)
    else { return nil }
    let isText = value >= 0x20 || value == 0x09 || value == 0x0A || value == 0x0D
    return isText ? scalar : nil
  }
}
