import Foundation

/// Words in a header (RFC 5322 and 2047). Whatever they are, they cannot end the header: control
/// characters become spaces before anything else is done.
enum HeaderText {
  /// The most characters of a header's words that go on its first line as they are.
  private static let plainCharacters = 60
  /// Bytes in one encoded word, so that it has at most 75 characters.
  private static let wordBytes = 45

  /// Free words, as in a subject.
  static func words(_ text: String) -> String {
    let clean = cleaned(text)
    return isPlain(clean) ? clean : encoded(clean)
  }

  /// A name beside an address.
  static func phrase(_ text: String) -> String {
    let clean = cleaned(text)
    guard isPlain(clean) else { return encoded(clean) }
    let escaped = clean.unicodeScalars.map { $0 == "\\" || $0 == "\"" ? "\\\($0)" : "\($0)" }
    return "\"\(escaped.joined())\""
  }

  /// Without the spaces at its ends.
  static func trimmed(_ text: String) -> String {
    text.trimmingCharacters(in: .whitespacesAndNewlines)
  }

  /// Every control character and every separator of lines is a space.
  static func cleaned(_ text: String) -> String {
    let scalars = text.unicodeScalars.map { scalar -> Unicode.Scalar in
      switch scalar.properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator: " "
      default: scalar
      }
    }
    var clean = String.UnicodeScalarView()
    clean.append(contentsOf: scalars)
    return trimmed(String(clean))
  }

  /// Short printable ASCII that nobody could take for an encoded word.
  private static func isPlain(_ text: String) -> Bool {
    text.utf8.count <= plainCharacters && text.utf8.allSatisfy { (0x20...0x7E).contains($0) }
      && text.firstRange(of: "=?") == nil
  }

  /// Encoded words of whole characters, one a line.
  private static func encoded(_ text: String) -> String {
    var words: [[UInt8]] = [[]]
    for scalar in text.unicodeScalars {
      let bytes = Array(String(scalar).utf8)
      if (words.last?.count ?? 0) + bytes.count > wordBytes { words.append([]) }
      words[words.count - 1] += bytes
    }
    return words.map { "=?UTF-8?B?\(Data($0).base64EncodedString())?=" }
      .joined(separator: "\r\n ")
  }
}
