import Programme

/// Why a text is not JSON, and where.
struct JSONFault: Error, Equatable {
  let line: Int
  let column: Int
  let expected: String

  var problem: Problem {
    Problem(
      .error, at: .text(line: line, column: column), subject: "The JSON text", found: "",
      expected: expected, mend: "Correct it there and send it again.")
  }
}

/// Reads JSON (RFC 8259) strictly: numbers keep their digits, so that none is rounded, and nesting
/// is limited.
struct JSONReader {
  private let bytes: [UInt8]
  private var place = 0
  static let depthLimit = 32
  /// The longest text that is read: some ten thousand benefits.
  static let limitBytes = 8 * 1_048_576

  /// The value that the whole text holds.
  static func read(_ bytes: [UInt8]) throws(JSONFault) -> JSONValue {
    var reader = JSONReader(bytes: bytes)
    guard bytes.count <= limitBytes else {
      throw reader.fault("at most \(limitBytes / 1_048_576) MiB of JSON")
    }
    let value = try reader.value(depth: 0)
    reader.skipSpace()
    guard reader.place == bytes.count else { throw reader.fault("nothing after the value") }
    return value
  }

  private init(bytes: [UInt8]) {
    self.bytes = bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { place = 3 }
  }

  private var next: UInt8? { place < bytes.count ? bytes[place] : nil }

  private func fault(_ expected: String) -> JSONFault {
    let before = bytes.prefix(place)
    let lineStart = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    return JSONFault(
      line: before.count { $0 == 0x0A } + 1, column: place - lineStart + 1, expected: expected)
  }

  private mutating func skipSpace() {
    while let byte = next, [0x20, 0x09, 0x0A, 0x0D].contains(byte) { place += 1 }
  }

  private mutating func take(_ byte: Unicode.Scalar) -> Bool {
    skipSpace()
    guard next == UInt8(ascii: byte) else { return false }
    place += 1
    return true
  }

  private mutating func value(depth: Int) throws(JSONFault) -> JSONValue {
    guard depth < JSONReader.depthLimit else {
      throw fault("at most \(JSONReader.depthLimit) levels")
    }
    skipSpace()
    switch next {
    case UInt8(ascii: "{"): return .object(try members(depth: depth + 1))
    case UInt8(ascii: "["): return .array(try items(depth: depth + 1))
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .flag(true))
    case UInt8(ascii: "f"): return try word("false", .flag(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    default: return .number(try number())
    }
  }

  private mutating func word(_ word: String, _ value: JSONValue) throws(JSONFault) -> JSONValue {
    guard bytes[place...].starts(with: word.utf8) else { throw fault(word) }
    place += word.utf8.count
    return value
  }

  private mutating func items(depth: Int) throws(JSONFault) -> [JSONValue] {
    place += 1
    var items: [JSONValue] = []
    if take("]") { return items }
    repeat { items.append(try value(depth: depth)) } while take(",")
    guard take("]") else { throw fault("“,” or “]”") }
    return items
  }

  private mutating func members(
    depth: Int
  ) throws(JSONFault) -> [(name: String, value: JSONValue)] {
    place += 1
    var members: [(name: String, value: JSONValue)] = []
    var names: Set<String> = []
    if take("}") { return members }
    repeat {
      skipSpace()
      guard next == UInt8(ascii: "\"") else { throw fault("a name in quotation marks") }
      let name = try string()
      guard names.insert(name).inserted else { throw fault("each name once in an object") }
      guard take(":") else { throw fault("“:”") }
      members.append((name, try value(depth: depth)))
    } while take(",")
    guard take("}") else { throw fault("“,” or “}”") }
    return members
  }

  private mutating func number() throws(JSONFault) -> String {
    let start = place
    if next == UInt8(ascii: "-") { place += 1 }
    let whole = digits()
    let isWhole = whole == 1 || (whole > 1 && bytes[place - whole] != UInt8(ascii: "0"))
    guard isWhole else { throw fault("a value") }
    if next == UInt8(ascii: ".") {
      place += 1
      guard digits() > 0 else { throw fault("a digit") }
    }
    if next == UInt8(ascii: "e") || next == UInt8(ascii: "E") {
      place += 1
      if next == UInt8(ascii: "-") || next == UInt8(ascii: "+") { place += 1 }
      guard digits() > 0 else { throw fault("a digit") }
    }
    return String(decoding: bytes[start..<place], as: UTF8.self)
  }

  private mutating func digits() -> Int {
    let start = place
    while let byte = next, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { place += 1 }
    return place - start
  }
}

extension JSONReader {
  private mutating func string() throws(JSONFault) -> String {
    place += 1
    var text: [UInt8] = []
    while let byte = next, byte != UInt8(ascii: "\"") {
      guard byte >= 0x20 else { throw fault("no control characters in a text") }
      if byte == UInt8(ascii: "\\") {
        text += Array(String(try escaped()).utf8)
      } else {
        text.append(byte)
        place += 1
      }
    }
    guard next != nil else { throw fault("the end of the text") }
    guard let valid = String(validating: text, as: UTF8.self) else { throw fault("UTF-8") }
    place += 1
    return valid
  }

  private mutating func escaped() throws(JSONFault) -> Unicode.Scalar {
    place += 1
    guard let byte = next else { throw fault("an escape") }
    place += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(byte)
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): return try coded()
    default: throw fault("an escape")
    }
  }

  /// A scalar in four hexadecimal digits, or in a pair of surrogates.
  private mutating func coded() throws(JSONFault) -> Unicode.Scalar {
    let high = try fourDigits()
    if let scalar = Unicode.Scalar(high) { return scalar }
    guard (0xD800...0xDBFF).contains(high), bytes[place...].starts(with: [0x5C, 0x75]) else {
      throw fault("a whole pair of surrogates")
    }
    place += 2
    let low = try fourDigits()
    guard (0xDC00...0xDFFF).contains(low),
      let scalar = Unicode.Scalar(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00))
    else { throw fault("a whole pair of surrogates") }
    return scalar
  }

  private mutating func fourDigits() throws(JSONFault) -> UInt32 {
    let digits = bytes[place...].prefix(4)
    guard digits.count == 4, digits.allSatisfy({ Unicode.Scalar($0).properties.isASCIIHexDigit }),
      let value = UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
    else { throw fault("four hexadecimal digits") }
    place += 4
    return value
  }
}
