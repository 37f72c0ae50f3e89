/// One-dimensional arrays, in PostgreSQL's text form `{"a","b",NULL}`.
extension Array: PostgresEncodable where Element: PostgresEncodable {
  /// The array type of the element's type; `text[]` for elements that are inferred.
  public static var postgresType: PostgresType {
    let array = Element.postgresType.array
    return Element.postgresType == .inferred
      ? PostgresType(oid: array.oid, arrayOID: 0, name: "text[]") : array
  }

  /// Every element quoted, so that no element can end the array.
  public func encode(into writer: inout ValueWriter) {
    writer.write(ascii: UInt8(ascii: "{"))
    for (index, element) in enumerated() {
      if index > 0 { writer.write(ascii: UInt8(ascii: ",")) }
      writer.write(element: element)
    }
    writer.write(ascii: UInt8(ascii: "}"))
  }
}

extension ValueWriter {
  fileprivate mutating func write(element: some PostgresEncodable) {
    var text = ValueWriter()
    element.encodeText(into: &text)
    if let reason = text.fault { refuse(reason) }
    guard !text.isNull else { return write("NULL") }
    write(ascii: UInt8(ascii: "\""))
    for byte in text.bytes {
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") {
        write(ascii: UInt8(ascii: "\\"))
      }
      write(ascii: byte)
    }
    write(ascii: UInt8(ascii: "\""))
  }
}

extension PostgresEncodable {
  /// The text form even of a value that prefers the binary one.
  func encodeText(into writer: inout ValueWriter) {
    var own = ValueWriter()
    encode(into: &own)
    if own.isNull { return writer.writeNull() }
    if let reason = own.fault { writer.refuse(reason) }
    if own.isBinary {
      Bytes.writeText(own.bytes, into: &writer)
    } else {
      writer.bytes.append(contentsOf: own.bytes)
    }
  }
}

extension Array: PostgresDecodable where Element: PostgresDecodable {
  /// A one-dimensional array that begins at 1, as PostgreSQL makes them; nil for any other.
  public init?(postgresText text: PostgresText) {
    var scanner = ArrayScanner(text.bytes)
    guard let elements = scanner.scan(Element.self) else { return nil }
    self = elements
  }
}

/// Reads the text form of an array, an element at a time.
private struct ArrayScanner {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var position = 0
  /// The content of the current element, unescaped.
  private var element: [UInt8] = []

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  mutating func scan<Element: PostgresDecodable>(_ type: Element.Type) -> [Element]? {
    var elements: [Element] = []
    guard next() == UInt8(ascii: "{") else { return nil }
    if peek() == UInt8(ascii: "}") {
      position += 1
      return position == bytes.count ? [] : nil
    }
    while true {
      guard let isQuoted = readElement(), let value = decode(type, isQuoted: isQuoted)
      else { return nil }
      elements.append(value)
      switch next() {
      case UInt8(ascii: ","): continue
      case UInt8(ascii: "}"): return position == bytes.count ? elements : nil
      default: return nil
      }
    }
  }

  private func decode<Element: PostgresDecodable>(
    _ type: Element.Type, isQuoted: Bool
  ) -> Element? {
    if !isQuoted, element == Array("NULL".utf8) { return Element.postgresNull }
    return element.withUnsafeBufferPointer { Element(postgresText: PostgresText(bytes: $0)) }
  }

  /// Reads up to the comma or brace after the element; nil when the text is broken.
  private mutating func readElement() -> Bool? {
    element.removeAll(keepingCapacity: true)
    let isQuoted = peek() == UInt8(ascii: "\"")
    if isQuoted { position += 1 }
    while let byte = peek() {
      switch byte {
      case UInt8(ascii: "\"") where isQuoted:
        position += 1
        return true
      case UInt8(ascii: ",") where !isQuoted, UInt8(ascii: "}") where !isQuoted:
        return element.isEmpty ? nil : false
      case UInt8(ascii: "{") where !isQuoted:
        return nil
      case UInt8(ascii: "\\"):
        position += 1
        guard let escaped = next() else { return nil }
        element.append(escaped)
      default:
        position += 1
        element.append(byte)
      }
    }
    return nil
  }

  private func peek() -> UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func next() -> UInt8? {
    guard let byte = peek() else { return nil }
    position += 1
    return byte
  }
}
