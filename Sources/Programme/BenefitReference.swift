/// The references that are given by themselves: "B" and a number.
public enum BenefitReference {
  /// "B007", "B1204".
  public static func text(_ number: Int) -> String {
    let digits = String(number)
    return "B" + String(repeating: "0", count: max(0, 3 - digits.utf8.count)) + digits
  }

  /// The number of a reference of that form, in either case; nil for any other.
  public static func number(_ text: String) -> Int? {
    let bytes = Array(text.utf8)
    guard (2...9).contains(bytes.count), bytes[0] | 0x20 == UInt8(ascii: "b"),
      bytes.dropFirst().allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
    else { return nil }
    return Int(text.dropFirst())
  }
}
