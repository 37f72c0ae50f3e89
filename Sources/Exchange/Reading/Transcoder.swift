/// Turns the bytes of a file into checked UTF-8, whatever pieces they come in.
struct Transcoder {
  /// A byte that is no character in the file's encoding.
  struct BadByte: Error, Equatable {
    let offset: Int
    let value: UInt8
  }

  let encoding: TextEncoding
  private var offset: Int
  /// The bytes of a character that the last piece cut in two.
  private var rest: [UInt8] = []

  /// A transcoder for text that begins at an offset of its file.
  init(_ encoding: TextEncoding, offset: Int) {
    self.encoding = encoding
    self.offset = offset
  }

  /// The UTF-8 of one more piece.
  mutating func decode(_ piece: [UInt8]) throws(BadByte) -> [UInt8] {
    switch encoding {
    case .utf8: try checkedUTF8(piece)
    case .windows1252: try fromWindows1252(piece)
    case .utf16LittleEndian: try fromUTF16(piece, high: 1)
    case .utf16BigEndian: try fromUTF16(piece, high: 0)
    }
  }

  /// Refuses a character that the end of the file cut in two.
  func finish() throws(BadByte) {
    if let first = rest.first { throw BadByte(offset: offset - rest.count, value: first) }
  }

  // MARK: UTF-8

  private mutating func checkedUTF8(_ piece: [UInt8]) throws(BadByte) -> [UInt8] {
    let bytes = rest.isEmpty ? piece : rest + piece
    let start = offset - rest.count
    var valid = 0
    let whole = bytes.withUnsafeBufferPointer { Transcoder.validPrefix($0, &valid) }
    guard whole || bytes.count - valid < 4, Transcoder.mayContinue(bytes[valid...]) else {
      throw BadByte(offset: start + valid, value: bytes[valid])
    }
    offset += piece.count
    rest = Array(bytes[valid...])
    return rest.isEmpty ? bytes : Array(bytes[..<valid])
  }

  /// How many bytes from the front are whole characters; true when all are.
  private static func validPrefix(
    _ bytes: UnsafeBufferPointer<UInt8>, _ index: inout Int
  ) -> Bool {
    while index < bytes.count {
      if bytes[index] < 0x80 {
        index = asciiEnd(bytes, from: index)
        continue
      }
      let length = sequenceLength(bytes[index])
      guard length > 0, index + length <= bytes.count,
        isSequence(bytes, at: index, length: length)
      else { return false }
      index += length
    }
    return true
  }

  /// Eight bytes at a time, since nearly all of a workbook is ASCII.
  private static func asciiEnd(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    let raw = UnsafeRawBufferPointer(bytes)
    var index = start
    while index + 8 <= raw.count,
      raw.loadUnaligned(fromByteOffset: index, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
    {
      index += 8
    }
    while index < raw.count, raw[index] < 0x80 { index += 1 }
    return index
  }

  private static func sequenceLength(_ lead: UInt8) -> Int {
    switch lead {
    case 0xC2...0xDF: 2
    case 0xE0...0xEF: 3
    case 0xF0...0xF4: 4
    default: 0
    }
  }

  private static func isSequence(
    _ bytes: UnsafeBufferPointer<UInt8>, at index: Int, length: Int
  ) -> Bool {
    isSecond(bytes[index + 1], after: bytes[index])
      && (2..<max(2, length)).allSatisfy { bytes[index + $0] & 0xC0 == 0x80 }
  }

  /// Rules out overlong forms, surrogates and what lies beyond U+10FFFF.
  private static func isSecond(_ byte: UInt8, after lead: UInt8) -> Bool {
    switch lead {
    case 0xE0: (0xA0...0xBF).contains(byte)
    case 0xED: (0x80...0x9F).contains(byte)
    case 0xF0: (0x90...0xBF).contains(byte)
    case 0xF4: (0x80...0x8F).contains(byte)
    default: byte & 0xC0 == 0x80
    }
  }

  /// Whether the last bytes of a piece may be the beginning of a character.
  private static func mayContinue(_ tail: ArraySlice<UInt8>) -> Bool {
    guard let lead = tail.first else { return true }
    guard tail.count < sequenceLength(lead) else { return false }
    guard let second = tail.dropFirst().first else { return true }
    return isSecond(second, after: lead) && tail.dropFirst(2).allSatisfy { $0 & 0xC0 == 0x80 }
  }

  // MARK: windows-1252

  private mutating func fromWindows1252(_ piece: [UInt8]) throws(BadByte) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(piece.count + piece.count / 8)
    for (index, byte) in piece.enumerated() {
      guard byte >= 0x80 else {
        text.append(byte)
        continue
      }
      let value = byte < 0xA0 ? Transcoder.windows1252[Int(byte) - 0x80] : UInt16(byte)
      guard value != 0, let scalar = Unicode.Scalar(value) else {
        throw BadByte(offset: offset + index, value: byte)
      }
      text.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }
    offset += piece.count
    return text
  }

  /// The bytes 0x80 to 0x9F; 0 where windows-1252 has no character.
  private static let windows1252: [UInt16] = [
    0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
    0x0152, 0, 0x017D, 0, 0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC,
    0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178,
  ]

  // MARK: UTF-16

  private mutating func fromUTF16(_ piece: [UInt8], high: Int) throws(BadByte) -> [UInt8] {
    let bytes = rest + piece
    let start = offset - rest.count
    var text: [UInt8] = []
    var index = 0
    while index + 1 < bytes.count {
      let unit = Transcoder.unit(bytes, index, high)
      var scalar = Unicode.Scalar(unit)
      var length = 2
      if scalar == nil, UTF16.isLeadSurrogate(unit) {
        guard index + 3 < bytes.count else { break }
        scalar = Transcoder.scalar(unit, Transcoder.unit(bytes, index + 2, high))
        length = 4
      }
      guard let scalar else { throw BadByte(offset: start + index, value: bytes[index]) }
      text.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      index += length
    }
    offset += piece.count
    rest = Array(bytes[index...])
    return text
  }

  private static func unit(_ bytes: [UInt8], _ index: Int, _ high: Int) -> UInt16 {
    UInt16(bytes[index + high]) << 8 | UInt16(bytes[index + 1 - high])
  }

  private static func scalar(_ lead: UInt16, _ trail: UInt16) -> Unicode.Scalar? {
    guard UTF16.isTrailSurrogate(trail) else { return nil }
    return Unicode.Scalar(0x10000 + (UInt32(lead - 0xD800) << 10) + UInt32(trail - 0xDC00))
  }
}
