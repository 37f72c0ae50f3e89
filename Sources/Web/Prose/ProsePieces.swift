/// Reads one line of a text from left to right: each mark is looked at once, and one without its
/// end stands for itself, so that no text takes longer than its length.
struct ProsePieces {
  private var pieces: [ProseText.Piece] = []
  private var plain = String.UnicodeScalarView()
  private var rest: Substring.UnicodeScalarView
  private var previous: Unicode.Scalar?
  /// Marks whose end was looked for in vain need not be looked for again.
  private var hopeless: Set<String> = []

  static func read(_ line: String) -> [ProseText.Piece] {
    var reader = ProsePieces(line)
    while let scalar = reader.rest.first { reader.take(scalar) }
    reader.flush()
    return reader.pieces
  }

  private init(_ line: String) { rest = Substring(line).unicodeScalars }

  private mutating func take(_ scalar: Unicode.Scalar) {
    let isTaken =
      switch scalar {
      case "*": marked("**", ProseText.Piece.strong) || marked("*", ProseText.Piece.emphasis)
      case "[": namedLink()
      case "h", "H": bareLink()
      case "#": issueNumber()
      default: false
      }
    if !isTaken { keep(scalar) }
  }

  private mutating func keep(_ scalar: Unicode.Scalar) {
    plain.append(scalar)
    previous = scalar
    rest = rest.dropFirst()
  }

  private mutating func add(_ piece: ProseText.Piece, dropping count: Int) {
    flush()
    pieces.append(piece)
    let taken = rest.prefix(count)
    previous = taken.last
    rest = rest.dropFirst(count)
  }

  private mutating func flush() {
    if !plain.isEmpty { pieces.append(.words(String(plain))) }
    plain = .init()
  }

  /// Words between two marks, which neither begin nor end with a space.
  private mutating func marked(_ mark: String, _ piece: (String) -> ProseText.Piece) -> Bool {
    guard !hopeless.contains(mark), rest.starts(with: mark.unicodeScalars) else { return false }
    let inner = rest.dropFirst(mark.unicodeScalars.count)
    guard let length = ProsePieces.length(of: inner, before: mark) else {
      hopeless.insert(mark)
      return false
    }
    let words = inner.prefix(length)
    guard let first = words.first, let last = words.last, !first.properties.isWhitespace,
      !last.properties.isWhitespace, first != "*"
    else { return false }
    add(piece(String(words)), dropping: length + 2 * mark.unicodeScalars.count)
    return true
  }

  /// "[words](https://example.org)".
  private mutating func namedLink() -> Bool {
    let inner = rest.dropFirst()
    guard let length = ProsePieces.length(of: inner.prefix(wordLimit), before: "](") else {
      return false
    }
    let words = inner.prefix(length)
    let target = inner.dropFirst(length + 2).prefix(WebAddress.limit + 1)
    guard !words.isEmpty, !words.contains("["),
      let end = ProsePieces.length(of: target, before: ")"),
      let href = WebAddress.checked(String(target.prefix(end)))
    else { return false }
    add(.link(String(words), href: href), dropping: 1 + length + 2 + end + 1)
    return true
  }

  /// The most words of a link, in characters: further on its end is not looked for.
  private let wordLimit = 300

  /// An address that stands for itself, up to a space; a full stop or bracket at its end is the
  /// sentence's.
  private mutating func bareLink() -> Bool {
    guard ProsePieces.isBoundary(previous), WebAddress.begins(rest) else { return false }
    var address = rest.prefix(WebAddress.limit + 1).prefix { !$0.properties.isWhitespace }
    while let last = address.last, ProsePieces.endsSentence(last) { address = address.dropLast() }
    guard let href = WebAddress.checked(String(address)) else { return false }
    add(.link(href, href: href), dropping: address.count)
    return true
  }

  /// "#12" leads to the issue of that number.
  private mutating func issueNumber() -> Bool {
    let digits = rest.dropFirst().prefix { ("0"..."9").contains($0) }
    let next = rest.dropFirst(1 + digits.count).first
    guard ProsePieces.isBoundary(previous), (1...9).contains(digits.count),
      ProsePieces.isBoundary(next)
    else { return false }
    add(.link("#\(String(digits))", href: "/issues/\(String(digits))"), dropping: 1 + digits.count)
    return true
  }

  private static func isBoundary(_ scalar: Unicode.Scalar?) -> Bool {
    guard let scalar else { return true }
    return !scalar.properties.isAlphabetic && scalar.properties.numericType == nil && scalar != "/"
      && scalar != "&" && scalar != "#"
  }

  private static func endsSentence(_ scalar: Unicode.Scalar) -> Bool {
    [".", ",", ";", ":", "!", "?", ")", "]", "*", "\"", "'"].contains(scalar)
  }

  /// How many scalars stand before a mark; nil where it does not come.
  private static func length(of text: Substring.UnicodeScalarView, before mark: String) -> Int? {
    var length = 0
    var rest = text
    while let scalar = rest.first {
      if scalar == mark.unicodeScalars.first, rest.starts(with: mark.unicodeScalars) {
        return length
      }
      length += 1
      rest = rest.dropFirst()
    }
    return nil
  }
}
