/// A text as people type it, taken apart: paragraphs and lists of words, emphasis, links and issue
/// numbers. There is no markup in it: a template shows each piece, escaped like every text.
///
///     A blank line begins a paragraph.
///     - and a dash, or "1." and the like, an entry of a list
///     *emphasis*, **strong**, https://example.org, [words](https://example.org), #12
struct ProseText: Equatable, Sendable {
  /// A paragraph or a list.
  enum Block: Equatable, Sendable {
    case paragraph([Line])
    case list([Line], isNumbered: Bool)
  }

  /// One line of a paragraph, or one entry of a list.
  typealias Line = [Piece]

  /// Some words of one kind.
  enum Piece: Equatable, Sendable {
    case words(String)
    case emphasis(String)
    case strong(String)
    case link(String, href: String)
  }

  /// The most blocks that are told apart; what follows stands in one paragraph.
  static let blockLimit = 2_000

  let blocks: [Block]

  init(_ text: String) {
    var reader = BlockReader()
    for line in ProseText.lines(text) { reader.take(line) }
    blocks = reader.finish()
  }

  /// The lines, without white space at their ends; decided by scalars, since CR and LF are one
  /// character.
  private static func lines(_ text: String) -> [String] {
    text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      var line = line
      while let last = line.last, last.properties.isWhitespace { line = line.dropLast() }
      return String(String.UnicodeScalarView(line.drop { $0.properties.isWhitespace }))
    }
  }
}

/// Gathers lines into blocks.
private struct BlockReader {
  private var blocks: [ProseText.Block] = []
  private var lines: [ProseText.Line] = []
  private var kind = Kind.paragraph

  private enum Kind { case paragraph, dashes, numbers }

  mutating func take(_ line: String) {
    if line.isEmpty { return close() }
    let (kind, words) = BlockReader.kind(of: line)
    if kind != self.kind { close() }
    self.kind = kind
    lines.append(ProsePieces.read(words))
  }

  mutating func finish() -> [ProseText.Block] {
    close()
    return blocks
  }

  private mutating func close() {
    defer { (lines, kind) = ([], .paragraph) }
    guard !lines.isEmpty, blocks.count < ProseText.blockLimit else { return }
    switch kind {
    case .paragraph: blocks.append(.paragraph(lines))
    case .dashes: blocks.append(.list(lines, isNumbered: false))
    case .numbers: blocks.append(.list(lines, isNumbered: true))
    }
  }

  /// "- words" and "* words" are entries of a list, "12. words" of a numbered one.
  private static func kind(of line: String) -> (Kind, String) {
    let scalars = line.unicodeScalars
    for mark in ["- ", "* ", "\u{2022} "] where scalars.starts(with: mark.unicodeScalars) {
      return (.dashes, String(scalars.dropFirst(mark.unicodeScalars.count)))
    }
    let digits = scalars.prefix { ("0"..."9").contains($0) }
    let rest = scalars.dropFirst(digits.count)
    if (1...3).contains(digits.count), rest.starts(with: ". ".unicodeScalars) {
      return (.numbers, String(rest.dropFirst(2)))
    }
    return (.paragraph, line)
  }
}
