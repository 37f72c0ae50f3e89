/// Writes one page: templates filled from the page's values.
struct Rendering {
  let templates: [String: Template]
  /// What `shell` stands for.
  let shell: any Part
  private(set) var html: [UInt8] = []
  private var blocks: [String: [Template.Node]] = [:]

  init(templates: [String: Template], shell: any Part) {
    self.templates = templates
    self.shell = shell
    html.reserveCapacity(32_768)
  }

  /// Writes a template filled from a struct; one that does not exist writes nothing.
  mutating func write(_ template: String, from part: any Part) {
    write(templates[template]?.nodes ?? [], from: .part(part))
  }

  private mutating func write(_ nodes: [Template.Node], from subject: Value) {
    for node in nodes {
      switch node {
      case .html(let bytes): html.append(contentsOf: bytes)
      case .variable(let name):
        if case .text(let text) = value(name, of: subject) { Escaped.write(text, to: &html) }
      case .section(let name, let inner): enter(value(name, of: subject), inner, from: subject)
      case .inverted(let name, let inner):
        if !value(name, of: subject).isThere { write(inner, from: subject) }
      case .partial(let name): write(templates[name]?.nodes ?? [], from: subject)
      case .layout(let name, let inner):
        blocks.merge(inner) { $1 }
        write(templates[name]?.nodes ?? [], from: subject)
      case .block(let name, let standard): write(blocks[name] ?? standard, from: subject)
      }
    }
  }

  private mutating func enter(_ value: Value, _ inner: [Template.Node], from subject: Value) {
    switch value {
    case .flag(let isTrue): if isTrue { write(inner, from: subject) }
    case .parts(let parts): for part in parts { write(inner, from: .part(part)) }
    case .texts(let texts): for text in texts { write(inner, from: .text(text)) }
    case .part, .text: write(inner, from: value)
    case .absent: return
    }
  }

  private func value(_ name: Template.Name, of subject: Value) -> Value {
    switch name {
    case .itself: return subject
    case .shell(let name): return shell.value(named: name) ?? .absent
    case .own(let name):
      guard case .part(let part) = subject else { return .absent }
      return part.value(named: name) ?? .absent
    }
  }
}
