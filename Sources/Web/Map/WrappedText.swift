/// Breaks a text into the lines of a box. Widths are those of Arial at 14 units, taken a little too
/// wide, so that a line never leaves its box whatever typeface a reader has.
enum WrappedText {
  /// At most so many lines that fit the width; a text that is cut ends in "…".
  static func lines(_ text: String, width: Double, limit: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ").flatMap({ pieces(String($0), width: width) }) {
      let longer = line.isEmpty ? word : "\(line) \(word)"
      if Self.width(of: longer) <= width || line.isEmpty {
        line = longer
      } else {
        lines.append(line)
        line = word
      }
    }
    if !line.isEmpty { lines.append(line) }
    guard lines.count > limit, let last = lines.prefix(limit).last else { return lines }
    return lines.prefix(limit - 1) + [shortened(last, width: width)]
  }

  /// How wide a text is drawn.
  static func width(of text: String) -> Double {
    text.unicodeScalars.reduce(0) { $0 + width(of: $1) }
  }

  private static func shortened(_ line: String, width: Double) -> String {
    var kept = line.unicodeScalars
    while !kept.isEmpty, Self.width(of: String(kept)) + Self.width(of: "…") > width {
      kept.removeLast()
    }
    return String(kept) + "…"
  }

  /// A word in pieces that fit a line each.
  private static func pieces(_ word: String, width: Double) -> [String] {
    guard Self.width(of: word) > width else { return [word] }
    var pieces: [String] = []
    var piece = String.UnicodeScalarView()
    for scalar in word.unicodeScalars {
      if Self.width(of: String(piece)) + Self.width(of: scalar) > width, !piece.isEmpty {
        pieces.append(String(piece))
        piece = .init()
      }
      piece.append(scalar)
    }
    return pieces + [String(piece)]
  }

  private static func width(of scalar: Unicode.Scalar) -> Double {
    switch scalar {
    case "i", "j", "l", "'", "|", ".", ",", ":", ";", "!", "I": 4.2
    case "f", "t", "r", " ", "(", ")", "-", "/", "[", "]": 5.2
    case "m", "w", "M", "W", "%", "@", "…": 13.5
    case "A"..."Z": 10.6
    case _ where scalar.isASCII: 8.4
    default: 14
    }
  }
}
