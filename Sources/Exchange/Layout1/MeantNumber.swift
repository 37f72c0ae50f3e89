import Calculator

/// What a number cell was meant to hold. Spreadsheet programs keep doubles and write 17 digits of
/// them, so that 0.3 may stand in a file as 0.30000000000000004.
enum MeantNumber {
  /// The digits after which a run of zeros or nines is taken for what a double cannot hold.
  private static let meantDigits = 12

  /// The text, or the 15 digits that were meant when all but the first twelve of them are zeros. A
  /// number that really has more digits is left as it is.
  static func text(_ text: String) -> String {
    guard text.utf8.count > 16, let double = Double(text), double.isFinite else { return text }
    let meant = Exact(double)
    guard meant.isFinite else { return text }
    let digits = meant.text.utf8.filter { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    return digits.drop { $0 == UInt8(ascii: "0") }.count <= meantDigits ? meant.text : text
  }
}
