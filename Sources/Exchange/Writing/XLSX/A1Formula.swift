/// Formulas in R1C1 notation, as layout 1 writes them, in the A1 notation of Excel workbooks.
enum A1Formula {
  /// The formula as it stands in a cell.
  static func translated(_ formula: String, at place: XLSXPlace) -> String {
    var scanner = ReferenceScanner(formula, at: place)
    return scanner.translated()
  }

  /// The range of a defined name, which stands in no cell.
  static func absolute(_ range: String) -> String {
    translated(range, at: XLSXPlace(row: 0, column: 0))
  }

  /// The letters of a column, counted from 0.
  static func letters(_ column: Int) -> String {
    var rest = column
    var letters: [UInt8] = []
    repeat {
      letters.append(UInt8(ascii: "A") + UInt8(clamping: rest % 26))
      rest = rest / 26 - 1
    } while rest >= 0
    return String(decoding: letters.reversed(), as: UTF8.self)
  }
}

/// Walks through a formula, changes references and leaves everything else as it stands.
private struct ReferenceScanner {
  private let bytes: [UInt8]
  private let place: XLSXPlace
  private var index = 0
  private var output: [UInt8] = []

  /// One half of a reference: the row or the column.
  private enum Half {
    case absolute(Int)
    case relative(Int)
  }

  init(_ formula: String, at place: XLSXPlace) {
    bytes = Array(formula.utf8)
    self.place = place
  }

  mutating func translated() -> String {
    while let byte = peek() {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "'"): copyQuoted(byte)
      case _ where ReferenceScanner.isWord(byte): copyWord()
      default: copy()
      }
    }
    return String(decoding: output, as: UTF8.self)
  }

  private func peek() -> UInt8? { index < bytes.count ? bytes[index] : nil }

  private mutating func copy() {
    output.append(bytes[index])
    index += 1
  }

  /// A text or the name of a sheet; a doubled quote ends one and begins the next.
  private mutating func copyQuoted(_ quote: UInt8) {
    copy()
    while let byte = peek() {
      copy()
      if byte == quote { return }
    }
  }

  /// A name, a number, a function, or a reference.
  private mutating func copyWord() {
    let start = index
    if let reference = reference(), peek().map({ !ReferenceScanner.goesOn($0) }) ?? true {
      return output.append(contentsOf: reference.utf8)
    }
    index = start
    while let byte = peek(), ReferenceScanner.isWord(byte) { copy() }
  }

  private mutating func reference() -> String? {
    guard take(UInt8(ascii: "R")), let row = half(), take(UInt8(ascii: "C")), let column = half()
    else { return nil }
    return text(column, from: Int(place.column), A1Formula.letters)
      + text(row, from: Int(place.row)) { String($0 + 1) }
  }

  private func text(_ half: Half, from here: Int, _ name: (Int) -> String) -> String {
    switch half {
    case .absolute(let number): "$" + name(max(0, number - 1))
    case .relative(let offset): name(max(0, here + offset))
    }
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard peek() == byte else { return false }
    index += 1
    return true
  }

  /// Nothing for "here", a number, or an offset in brackets.
  private mutating func half() -> Half? {
    guard take(UInt8(ascii: "[")) else { return number().map(Half.absolute) ?? .relative(0) }
    let isBack = take(UInt8(ascii: "-"))
    guard let offset = number(), take(UInt8(ascii: "]")) else { return nil }
    return .relative(isBack ? -offset : offset)
  }

  /// At most seven digits: a sheet has no more rows.
  private mutating func number() -> Int? {
    var value: Int?
    for _ in 0..<7 {
      guard let byte = peek(), UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte else { return value }
      value = (value ?? 0) * 10 + Int(byte - UInt8(ascii: "0"))
      index += 1
    }
    return value
  }

  /// Letters, digits and what else a name may hold.
  private static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"): true
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "."), 0x80...: true
    default: false
    }
  }

  /// What makes of a reference the beginning of something else: a name, a function, a sheet.
  private static func goesOn(_ byte: UInt8) -> Bool {
    isWord(byte) || byte == UInt8(ascii: "(") || byte == UInt8(ascii: "!")
  }
}
