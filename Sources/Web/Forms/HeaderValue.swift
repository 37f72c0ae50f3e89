import Programme

/// A header's value with its parameters: `form-data; name="file"; filename="a.xml"`.
struct HeaderValue {
  /// What stands before the first ";", in lower case.
  let value: String
  private let parameters: [String: String]

  init(_ text: String) {
    var pieces = HeaderValue.pieces(of: text)
    value = pieces.isEmpty ? "" : TrimmedText.of(pieces.removeFirst()).lowercased()
    var found: [String: String] = [:]
    for piece in pieces {
      let halves = piece.unicodeScalars.split(separator: "=", maxSplits: 1)
      guard halves.count == 2 else { continue }
      let name = TrimmedText.of(String(halves[0])).lowercased()
      if found[name] == nil { found[name] = HeaderValue.unquoted(String(halves[1])) }
    }
    parameters = found
  }

  /// The value of a parameter, without its quotes; the first when it stands twice.
  func parameter(_ name: String) -> String? { parameters[name] }

  /// Splits at ";" outside quotes.
  private static func pieces(of text: String) -> [String] {
    var pieces = [""]
    var isQuoted = false
    var isEscaped = false
    var current = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if scalar == ";", !isQuoted {
        pieces[pieces.count - 1] = String(current)
        pieces.append("")
        current = String.UnicodeScalarView()
        continue
      }
      if scalar == "\"", !isEscaped { isQuoted.toggle() }
      isEscaped = scalar == "\\" && !isEscaped && isQuoted
      current.append(scalar)
    }
    pieces[pieces.count - 1] = String(current)
    return pieces
  }

  /// Browsers write a quote in a name as %22 and leave backslashes alone; others escape with them.
  private static func unquoted(_ text: String) -> String {
    let trimmed = TrimmedText.of(text).unicodeScalars
    guard trimmed.count >= 2, trimmed.first == "\"", trimmed.last == "\"" else {
      return String(trimmed)
    }
    var plain = String.UnicodeScalarView()
    var isEscaped = false
    for scalar in trimmed.dropFirst().dropLast() {
      if scalar == "\\", !isEscaped {
        isEscaped = true
        continue
      }
      if isEscaped, scalar != "\"", scalar != "\\" { plain.append("\\") }
      plain.append(scalar)
      isEscaped = false
    }
    return String(plain)
  }
}
