/// XML that is written an element a line, indented by its depth.
struct MarkupLines {
  static let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"

  private(set) var text = ""
  private var depth = 0

  mutating func open(_ name: String, _ attributes: [(String, String)] = []) {
    begin(name, attributes)
    text += ">\n"
    depth += 1
  }

  mutating func close(_ name: String) {
    depth -= 1
    indent()
    text += "</\(name)>\n"
  }

  /// An element without content.
  mutating func empty(_ name: String, _ attributes: [(String, String)]) {
    begin(name, attributes)
    text += "/>\n"
  }

  /// An element that holds text and nothing else.
  mutating func leaf(_ name: String, _ content: String, _ attributes: [(String, String)] = []) {
    begin(name, attributes)
    text += ">"
    text += MarkupText.escaped(content)
    text += "</\(name)>\n"
  }

  private mutating func begin(_ name: String, _ attributes: [(String, String)]) {
    indent()
    text += "<"
    text += name
    for (name, value) in attributes { text += " \(name)=\"\(MarkupText.escaped(value))\"" }
  }

  private mutating func indent() {
    for _ in 0..<depth { text += " " }
  }
}
