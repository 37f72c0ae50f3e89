/// The form in which two headings, or two words of a closed list, are the same.
public enum FoldedText {
  /// Letters and digits only, without regard to case: spaces, hyphens, "%" and "(£)" mean nothing.
  /// A text without any is itself, trimmed.
  public static func of(_ text: String) -> String {
    var folded = String.UnicodeScalarView()
    for scalar in text.unicodeScalars where isKept(scalar) { folded.append(scalar) }
    return folded.isEmpty ? TrimmedText.of(text) : String(folded).lowercased()
  }

  /// The words of a text, folded: parted where it is not a letter or digit, and before a capital
  /// that follows a small letter ("UnitBefore" has two).
  public static func words(_ text: String) -> [String] {
    var words: [String.UnicodeScalarView] = [.init()]
    var previous: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      let begins = scalar.properties.isUppercase && previous?.properties.isLowercase == true
      if begins || !isKept(scalar) { words.append(.init()) }
      if isKept(scalar) { words[words.count - 1].append(scalar) }
      previous = scalar
    }
    return words.filter { !$0.isEmpty }.map { String($0).lowercased() }
  }

  private static func isKept(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
  }
}
