/// The text that a cell of OpenDocument shows: paragraphs are lines, white space counts once unless
/// it is written as an element.
struct ShownText {
  private let limitBytes: Int
  private var bytes: [UInt8] = []
  private var paragraphs = 0
  /// White space that stands for one blank if more text follows.
  private var hasBlank = false
  private var isAtStart = true
  /// More text than a cell may have.
  private(set) var isTooLong = false

  init(limitBytes: Int) { self.limitBytes = limitBytes }

  var text: String { String(decoding: bytes, as: UTF8.self) }

  mutating func clear() { self = ShownText(limitBytes: limitBytes) }

  mutating func beginParagraph() {
    if paragraphs > 0 { write(0x0A, times: 1) }
    paragraphs += 1
    hasBlank = false
    isAtStart = true
  }

  mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
    for byte in text {
      if TextEncoding.isSpace(byte) {
        hasBlank = !isAtStart
      } else {
        flushBlank()
        write(byte, times: 1)
      }
      if isTooLong { return }
    }
  }

  /// A blank, a tab or a line break that is written as an element.
  mutating func append(_ byte: UInt8, times: Int) {
    flushBlank()
    write(byte, times: times)
  }

  private mutating func flushBlank() {
    if hasBlank { write(0x20, times: 1) }
    hasBlank = false
    isAtStart = false
  }

  private mutating func write(_ byte: UInt8, times: Int) {
    guard bytes.count + times <= limitBytes else {
      isTooLong = true
      return
    }
    bytes.append(contentsOf: repeatElement(byte, count: times))
  }
}
