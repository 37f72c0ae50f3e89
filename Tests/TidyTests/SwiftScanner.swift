/// Walks over Swift text byte by byte; knows strings of every kind, interpolation and nested
/// comments. Regular-expression literals are taken for code.
struct SwiftScanner {
  private enum Mode {
    case code(parentheses: Int)
    case string(hashes: Int, quotes: Int)
    case lineComment
    case blockComment(depth: Int)
  }

  private let bytes: [UInt8]
  private var index = 0
  private var line = 1
  private var modes: [Mode] = [.code(parentheses: 0)]
  private var openings: [(line: Int, index: Int)] = []

  /// The text with the insides of literals and comments blanked.
  private(set) var code: [UInt8] = []
  private(set) var literals: [SwiftFile.Piece] = []
  private(set) var comments: [SwiftFile.Piece] = []

  init(_ text: String) { bytes = Array(text.utf8) }

  mutating func scan() {
    while index < bytes.count {
      let mode = modes.last ?? .code(parentheses: 0)
      if takePlain(in: mode) { continue }
      switch mode {
      case .code(let parentheses): scanCode(parentheses)
      case .string(let hashes, let quotes): scanString(hashes, quotes)
      case .lineComment: scanLineComment()
      case .blockComment(let depth): scanBlockComment(depth)
      }
    }
  }

  /// Takes the run of bytes that cannot end the mode or open another; false when there is none.
  private mutating func takePlain(in mode: Mode) -> Bool {
    var end = index
    while end < bytes.count, Self.isPlain(bytes[end], in: mode) { end += 1 }
    if end == index { return false }
    if case .code = mode {
      take(end - index, blanked: false)
    } else {
      take(end - index, blanked: true)
    }
    return true
  }

  private static func isPlain(_ byte: UInt8, in mode: Mode) -> Bool {
    let character = Unicode.Scalar(byte)
    return switch mode {
    case .code:
      !(character == "/" || character == "\"" || character == "#" || character == "("
        || character == ")")
    case .string: !(character == "\\" || character == "\"")
    case .lineComment: character != "\n"
    case .blockComment: !(character == "*" || character == "/")
    }
  }

  private mutating func scanCode(_ parentheses: Int) {
    if follows("//") {
      enter(.lineComment)
    } else if follows("/*") {
      enter(.blockComment(depth: 0))
    } else if let (hashes, quotes) = stringOpening() {
      enter(.string(hashes: hashes, quotes: quotes))
      take(hashes + quotes, blanked: false)
    } else {
      if modes.count > 1 { countInterpolation(parentheses) }
      take(1, blanked: false)
    }
  }

  /// The parenthesis that closes an interpolation leads back to its string.
  private mutating func countInterpolation(_ parentheses: Int) {
    let step = follows("(") ? 1 : follows(")") ? -1 : 0
    modes.removeLast()
    if parentheses + step > 0 { modes.append(.code(parentheses: parentheses + step)) }
  }

  private mutating func scanString(_ hashes: Int, _ quotes: Int) {
    let hash = String(repeating: "#", count: hashes)
    if follows("\\\(hash)(") {
      take(2 + hashes, blanked: true)
      modes.append(.code(parentheses: 1))
    } else if follows("\\\(hash)") {
      take(2 + hashes, blanked: true)
    } else if follows(String(repeating: "\"", count: quotes) + hash) {
      take(quotes + hashes, blanked: false)
      literals.append(leave())
    } else {
      take(1, blanked: true)
    }
  }

  private mutating func scanLineComment() {
    if follows("\n") { comments.append(leave()) } else { take(1, blanked: true) }
  }

  private mutating func scanBlockComment(_ depth: Int) {
    let step = follows("/*") ? 1 : follows("*/") ? -1 : 0
    take(step == 0 ? 1 : 2, blanked: true)
    modes[modes.count - 1] = .blockComment(depth: depth + step)
    if depth + step == 0 { comments.append(leave()) }
  }

  private mutating func enter(_ mode: Mode) {
    openings.append((line, index))
    modes.append(mode)
  }

  private mutating func leave() -> SwiftFile.Piece {
    modes.removeLast()
    let opening = openings.removeLast()
    let text = String(decoding: bytes[opening.index..<index], as: UTF8.self)
    return SwiftFile.Piece(line: opening.line, text: text)
  }

  private mutating func take(_ count: Int, blanked: Bool) {
    for byte in bytes[index...].prefix(count) {
      let isNewline = byte == UInt8(ascii: "\n")
      code.append(blanked && !isNewline ? UInt8(ascii: " ") : byte)
      line += isNewline ? 1 : 0
    }
    index = min(index + count, bytes.count)
  }

  private func follows(_ text: String) -> Bool { bytes[index...].starts(with: text.utf8) }

  /// How many `#` and `"` open a string here, or nil where none opens.
  private func stringOpening() -> (hashes: Int, quotes: Int)? {
    let hashes = bytes[index...].prefix { $0 == UInt8(ascii: "#") }.count
    let quotes = bytes[(index + hashes)...].prefix { $0 == UInt8(ascii: "\"") }.count
    return quotes == 0 ? nil : (hashes, quotes >= 3 ? 3 : 1)
  }
}
