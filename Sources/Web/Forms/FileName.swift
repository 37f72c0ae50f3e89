import Programme

/// Names of files, as they come in and as they go out.
enum FileName {
  static let limitCharacters = 120

  /// The name without folders and without anything that could mislead: letters, digits, spaces,
  /// dots, dashes and underscores. Never empty, never hidden.
  static func safe(_ name: String) -> String {
    let last = name.unicodeScalars.split { $0 == "/" || $0 == "\\" }.last.map(String.init) ?? ""
    var kept = String.UnicodeScalarView()
    for scalar in TrimmedText.of(last).unicodeScalars.prefix(limitCharacters) {
      kept.append(isPlain(scalar) ? scalar : "_")
    }
    let text = String(kept.drop { $0 == "." || $0 == " " })
    return text.isEmpty ? "file" : text
  }

  /// The header that makes a browser keep an answer as a file instead of showing it.
  static func attachment(_ name: String) -> String {
    let plain = safe(name)
    let ascii = plain.unicodeScalars.map { $0.isASCII ? String($0) : "_" }.joined()
    return "attachment; filename=\"\(ascii)\"; filename*=UTF-8''\(URLEncoded.escaped(plain))"
  }

  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    "-_. ()".unicodeScalars.contains(scalar) || scalar.properties.isAlphabetic
      || scalar.properties.numericType == .decimal
      || scalar.properties.generalCategory == .nonspacingMark
  }
}
