/// A text of several paragraphs, as a page shows it with the template shared/prose.
struct Prose: Part {
  let blocks: [Block]

  /// A paragraph, or a list of one kind; the others are empty.
  struct Block: Part {
    let paragraph: [Line]
    let dashes: [Line]
    let numbers: [Line]
  }

  /// A line of a paragraph, or an entry of a list.
  struct Line: Part {
    let pieces: [Piece]
    /// Whether a line of the same paragraph follows.
    let isBroken: Bool
  }

  /// Words of one kind; the others are not there.
  struct Piece: Part {
    var words: String?
    var emphasis: String?
    var strong: String?
    /// To a page of ours.
    var link: Link?
    /// To a page of the web outside.
    var outward: Link?
  }

  init(_ text: String) { blocks = ProseText(text).blocks.map(Block.init) }

  static let sample = Prose(
    "One *more* **time** with #12\nand https://example.org\n\n- A dash\n\n1. A number")
}

extension Prose.Block {
  fileprivate init(_ block: ProseText.Block) {
    switch block {
    case .paragraph(let lines): self.init(Prose.Line.lines(lines), [], [])
    case .list(let lines, false): self.init([], Prose.Line.lines(lines), [])
    case .list(let lines, true): self.init([], [], Prose.Line.lines(lines))
    }
  }

  private init(_ paragraph: [Prose.Line], _ dashes: [Prose.Line], _ numbers: [Prose.Line]) {
    (self.paragraph, self.dashes, self.numbers) = (paragraph, dashes, numbers)
  }
}

extension Prose.Line {
  fileprivate static func lines(_ lines: [ProseText.Line]) -> [Prose.Line] {
    lines.enumerated().map { place, pieces in
      Prose.Line(pieces: pieces.map(Prose.Piece.init), isBroken: place + 1 < lines.count)
    }
  }
}

extension Prose.Piece {
  fileprivate init(_ piece: ProseText.Piece) {
    switch piece {
    case .words(let text): self.init(words: text)
    case .emphasis(let text): self.init(emphasis: text)
    case .strong(let text): self.init(strong: text)
    case .link(let text, let href):
      if href.utf8.first == UInt8(ascii: "/") {
        self.init(link: Link(text, href))
      } else {
        self.init(outward: Link(text, href))
      }
    }
  }
}
