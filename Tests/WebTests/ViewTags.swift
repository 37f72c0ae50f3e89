/// A template taken apart into its tags, to check the names in it against the pages.
indirect enum ViewTag {
  case variable(String)
  case section(String, [ViewTag])
  case inverted(String, [ViewTag])
  case block(String, [ViewTag])
  case layout(String, [ViewTag])
  case partial(String)

  struct Unfinished: Error {
    let tag: String
  }

  /// The tags of a template's text, nested as they stand.
  static func parse(_ source: String) throws -> [ViewTag] {
    var tags = Substring(source)
    var found: [Substring] = []
    while let start = tags.firstRange(of: "{{") {
      let rest = tags[start.upperBound...]
      guard let end = rest.firstRange(of: "}}") else { throw Unfinished(tag: String(rest)) }
      found.append(rest[..<end.lowerBound])
      tags = rest[end.upperBound...]
    }
    var remaining = found[...]
    return try nested(&remaining, until: nil)
  }

  private static func nested(
    _ tags: inout ArraySlice<Substring>, until name: String?
  ) throws -> [ViewTag] {
    var nodes: [ViewTag] = []
    while let tag = tags.popFirst() {
      let inner = String(tag.dropFirst())
      switch tag.first {
      case "/":
        guard inner == name else { throw Unfinished(tag: String(tag)) }
        return nodes
      case "#": nodes.append(.section(inner, try nested(&tags, until: inner)))
      case "^": nodes.append(.inverted(inner, try nested(&tags, until: inner)))
      case "$": nodes.append(.block(inner, try nested(&tags, until: inner)))
      case "<": nodes.append(.layout(inner, try nested(&tags, until: inner)))
      case ">": nodes.append(.partial(inner))
      case "%", "!": continue
      default: nodes.append(.variable(String(tag)))
      }
    }
    guard name == nil else { throw Unfinished(tag: name ?? "") }
    return nodes
  }
}
