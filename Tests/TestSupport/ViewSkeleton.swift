/// An HTML text reduced to its tags and attribute names, with what is malformed about it. Works on
/// bytes, as browsers do.
package struct ViewSkeleton: Equatable {
  package private(set) var tags: [String] = []
  package private(set) var faults: [String] = []
  /// Every attribute with its value as it stands, by name.
  package private(set) var attributes: [String: [String]] = [:]
  private var open: [String] = []

  private static let void: Set<String> = ["meta", "link", "input", "br"]

  package init(_ html: String) {
    var rest = Array(html.utf8)[...]
    while let start = rest.firstIndex(of: UInt8(ascii: "<")) {
      rest = rest[start...].dropFirst()
      guard let end = ViewSkeleton.end(of: rest) else {
        faults.append("a tag that does not end")
        return
      }
      read(rest[..<end])
      rest = rest[end...].dropFirst()
    }
    if !open.isEmpty { faults.append("never closed: \(open)") }
  }

  /// Where the tag ends: at the first ">" outside quotation marks.
  private static func end(of tag: ArraySlice<UInt8>) -> Int? {
    var isQuoted = false
    for (place, byte) in zip(tag.indices, tag) {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if byte == UInt8(ascii: ">"), !isQuoted { return place }
    }
    return nil
  }

  private mutating func read(_ tag: ArraySlice<UInt8>) {
    if tag.first == UInt8(ascii: "!") { return tags.append("!") }
    var words = ViewSkeleton.words(tag)
    let name = words.isEmpty ? "" : words.removeFirst()
    if name.hasPrefix("/") {
      tags.append(name)
      let closed = open.popLast() ?? "nothing"
      if "/" + closed != name { faults.append("\(name) closes \(closed)") }
      return
    }
    if !ViewSkeleton.void.contains(name) { open.append(name) }
    tags.append(([name] + words.map { keep($0, of: name) }).joined(separator: " "))
  }

  private mutating func keep(_ attribute: String, of tag: String) -> String {
    guard let equals = attribute.utf8.firstIndex(of: UInt8(ascii: "=")) else { return attribute }
    let name = String(attribute[..<equals])
    let value = Array(attribute.utf8[equals...].dropFirst())
    if value.count < 2 || value.first != UInt8(ascii: "\"") || value.last != UInt8(ascii: "\"") {
      faults.append("\(tag) has an unquoted \(name)")
    }
    let text = String(decoding: value.dropFirst().dropLast(), as: UTF8.self)
    attributes[name, default: []].append(text)
    return name
  }

  /// The parts of a tag between spaces outside quotation marks.
  private static func words(_ tag: ArraySlice<UInt8>) -> [String] {
    var words: [[UInt8]] = [[]]
    var isQuoted = false
    for byte in tag {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if !isQuoted, byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\n") {
        words.append([])
      } else {
        words[words.count - 1].append(byte)
      }
    }
    return words.filter { !$0.isEmpty }.map { String(decoding: $0, as: UTF8.self) }
  }
}
