/// A template, taken apart once: Mustache's tags as far as pages need them. There is no tag that
/// writes a text unescaped, and a name is looked up in the struct it stands in and nowhere else.
///
///     {{name}}             the text, escaped; {{.}} the text itself in a list of texts
///     {{#name}}…{{/name}}  for what is there, once for each of a list
///     {{^name}}…{{/name}}  for what is not there
///     {{>shared/field}}    another template, filled from the same struct
///     {{<layout}}{{$main}}…{{/main}}{{/layout}}  the layout, with a block of it filled
struct Template: Sendable {
  /// A piece of a template.
  indirect enum Node: Sendable {
    case html([UInt8])
    case variable(Name)
    case section(Name, [Node])
    case inverted(Name, [Node])
    case partial(String)
    case layout(String, [String: [Node]])
    case block(String, [Node])
  }

  /// A name, and in what it is looked up.
  enum Name: Sendable, Equatable {
    case own(String)
    case shell(String)
    case itself

    init(_ text: Substring) {
      switch text {
      case ".": self = .itself
      case _ where text.hasPrefix("shell."): self = .shell(String(text.dropFirst("shell.".count)))
      default: self = .own(String(text))
      }
    }
  }

  /// Why a template cannot be read.
  struct Malformed: Error, CustomStringConvertible {
    let description: String
  }

  let nodes: [Node]

  /// Reads a template.
  init(_ source: String) throws(Malformed) {
    var rest = Substring(Template.squeezed(source))
    nodes = try Template.read(&rest, until: nil)
  }

  /// One line with single spaces: fewer bytes to send.
  static func squeezed(_ source: String) -> String {
    source.split(whereSeparator: \.isNewline)
      .map { line in line.split(whereSeparator: { $0 == " " || $0 == "\t" }) }
      .filter { !$0.isEmpty }
      .map { $0.joined(separator: " ") }
      .joined(separator: " ")
  }

  private static func read(
    _ rest: inout Substring, until end: String?
  ) throws(Malformed) -> [Node] {
    var nodes: [Node] = []
    while let opening = rest.firstRange(of: "{{") {
      if opening.lowerBound > rest.startIndex {
        nodes.append(.html(Array(rest[..<opening.lowerBound].utf8)))
      }
      let behind = rest[opening.upperBound...]
      guard let closing = behind.firstRange(of: "}}") else {
        throw Malformed(description: "a tag that does not end: \(behind.prefix(20))")
      }
      let tag = behind[..<closing.lowerBound]
      rest = behind[closing.upperBound...]
      if tag.first == "/" {
        guard tag.dropFirst() == end ?? "" else {
          throw Malformed(description: "{{\(tag)}} closes \(end ?? "nothing")")
        }
        return nodes
      }
      nodes.append(try node(tag, &rest))
    }
    guard end == nil else { throw Malformed(description: "\(end ?? "") is never closed") }
    if !rest.isEmpty { nodes.append(.html(Array(rest.utf8))) }
    return nodes
  }

  private static func node(_ tag: Substring, _ rest: inout Substring) throws(Malformed) -> Node {
    let inner = tag.dropFirst()
    let name = String(inner)
    switch tag.first {
    case "#": return .section(Name(inner), try read(&rest, until: name))
    case "^": return .inverted(Name(inner), try read(&rest, until: name))
    case "$": return .block(name, try read(&rest, until: name))
    case "<": return .layout(name, blocks(try read(&rest, until: name)))
    case ">": return .partial(name)
    default:
      guard tag.unicodeScalars.allSatisfy(isOfName), !tag.isEmpty else {
        throw Malformed(description: "{{\(tag)}} is no name")
      }
      return .variable(Name(tag))
    }
  }

  private static func blocks(_ nodes: [Node]) -> [String: [Node]] {
    var blocks: [String: [Node]] = [:]
    for case .block(let name, let inner) in nodes { blocks[name] = inner }
    return blocks
  }

  private static func isOfName(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar == "." || scalar == "?"
  }
}
