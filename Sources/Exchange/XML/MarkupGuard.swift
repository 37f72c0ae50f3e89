import Foundation

/// Watches the bytes on their way to the parser and stops at what would hurt it: a tag that is too
/// long or has too many attributes, and a DOCTYPE of any kind.
///
/// It follows the parser's own view of where comments, CDATA sections, instructions and quoted
/// values begin and end; anything else that is wrong is left for the parser to say.
struct MarkupGuard {
  /// What was stopped.
  enum Stop: Error, Equatable {
    case tagTooLong
    case tooManyAttributes
    case documentType
  }

  private enum Place {
    /// Between tags.
    case text
    /// After "<", "<!" or "<!-".
    case opening
    case tag
    case value(quote: UInt8)
    /// Until ">" after two of the closing byte: "-" for a comment, "]" for CDATA.
    case until(closing: UInt8, atLeast: Int)
    /// Until "?>".
    case instruction
  }

  private let limits: FileLimits
  private var place = Place.text
  /// Bytes since "<".
  private var length = 0
  private var attributes = 0
  private var isBang = false
  private var last: (UInt8, UInt8) = (0, 0)

  init(_ limits: FileLimits) { self.limits = limits }

  /// Looks at one more piece; throws before the parser may see it.
  mutating func look(at bytes: UnsafeBufferPointer<UInt8>) throws(Stop) {
    guard let base = bytes.baseAddress else { return }
    var index = 0
    while index < bytes.count {
      let rest = UnsafeBufferPointer(start: base + index, count: bytes.count - index)
      switch place {
      case .text: index += enterMarkup(rest)
      case .opening: index += try classify(rest)
      case .tag: index += try walkTag(rest)
      case .value(let quote): index += try walkValue(rest, quote)
      case .until(let closing, let shortest): index += walk(rest, (closing, closing), shortest)
      case .instruction: index += walk(rest, (0, UInt8(ascii: "?")), 2)
      }
    }
  }

  private static func find(_ byte: UInt8, _ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    guard let base = bytes.baseAddress,
      let hit = memchr(base, Int32(byte), bytes.count)
    else { return nil }
    return UnsafeRawPointer(hit) - UnsafeRawPointer(base)
  }

  private mutating func enterMarkup(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    guard let start = MarkupGuard.find(UInt8(ascii: "<"), bytes) else { return bytes.count }
    place = .opening
    length = 1
    attributes = 0
    isBang = false
    last = (0, 0)
    return start + 1
  }

  /// Decides what "<" opened; "<!" needs one byte more, "<!-" another.
  private mutating func classify(_ bytes: UnsafeBufferPointer<UInt8>) throws(Stop) -> Int {
    let byte = bytes[0]
    if !isBang {
      switch byte {
      case UInt8(ascii: "!"): isBang = true
      case UInt8(ascii: "?"): place = .instruction
      default:
        place = .tag
        return 0
      }
      length += 1
      return 1
    }
    switch byte {
    case UInt8(ascii: "-"): place = .until(closing: byte, atLeast: 6)
    case UInt8(ascii: "["): place = .until(closing: UInt8(ascii: "]"), atLeast: 11)
    case UInt8(ascii: "D"), UInt8(ascii: "d"): throw .documentType
    default: place = .tag
    }
    length += 1
    return 1
  }

  private mutating func walkTag(_ bytes: UnsafeBufferPointer<UInt8>) throws(Stop) -> Int {
    for (index, byte) in bytes.enumerated() {
      switch byte {
      case UInt8(ascii: ">"):
        place = .text
        try count(index + 1)
        return index + 1
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        attributes += 1
        guard attributes <= limits.tagAttributes else { throw .tooManyAttributes }
        place = .value(quote: byte)
        try count(index + 1)
        return index + 1
      default: continue
      }
    }
    try count(bytes.count)
    return bytes.count
  }

  private mutating func walkValue(
    _ bytes: UnsafeBufferPointer<UInt8>, _ quote: UInt8
  ) throws(Stop) -> Int {
    guard let end = MarkupGuard.find(quote, bytes) else {
      try count(bytes.count)
      return bytes.count
    }
    place = .tag
    try count(end + 1)
    return end + 1
  }

  private mutating func count(_ more: Int) throws(Stop) {
    length += more
    if length > limits.tagBytes { throw .tagTooLong }
  }

  /// Goes on to the ">" that closes; `closing` are the two bytes before it, 0 for any.
  private mutating func walk(
    _ bytes: UnsafeBufferPointer<UInt8>, _ closing: (UInt8, UInt8), _ shortest: Int
  ) -> Int {
    let end = MarkupGuard.find(UInt8(ascii: ">"), bytes)
    let before = end ?? bytes.count
    length += before
    if before >= 2 {
      last = (bytes[before - 2], bytes[before - 1])
    } else if before == 1 {
      last = (last.1, bytes[0])
    }
    guard end != nil else { return bytes.count }
    let closes =
      last.1 == closing.1 && (closing.0 == 0 || last.0 == closing.0) && length >= shortest
    if closes {
      place = .text
    } else {
      length += 1
      last = (last.1, UInt8(ascii: ">"))
    }
    return before + 1
  }
}
