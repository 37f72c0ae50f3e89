@testable import Web

/// Looks up every name of a page's template in the page as the renderer does, and
/// reports what the renderer would pass over in silence.
struct ViewNames {
  let sources: [String: String]
  let frame: Frame
  /// What is wrong: "benefit/list: no name in Row".
  var faults: [String] = []
  /// Every section there is, by place, and whether some value ever went into it.
  var sections: [String: Bool] = [:]

  init(sources: [String: String], frame: Frame) {
    self.sources = sources
    self.frame = frame
  }

  mutating func check(template: String, on page: any Page) throws {
    try check(try tags(template), in: template, on: .part(page))
  }

  private func tags(_ template: String) throws -> [ViewTag] {
    guard let source = sources[template] else { throw ViewTag.Unfinished(tag: template) }
    return try ViewTag.parse(source)
  }

  private mutating func check(_ tags: [ViewTag], in template: String, on subject: Value) throws {
    for tag in tags {
      switch tag {
      case .variable(let name):
        guard case .text = value(name, of: subject, in: template) else {
          if name.hasSuffix("?") || isAbsent(name, of: subject) { continue }
          faults.append("\(template): \(name) is no text")
          continue
        }
      case .inverted(let name, let inner):
        _ = value(name, of: subject, in: template)
        try check(inner, in: template, on: subject)
      case .section(let name, let inner):
        try enter(name, inner, in: template, on: subject)
      case .block(_, let inner): try check(inner, in: template, on: subject)
      case .layout(let layout, let inner):
        try check(try self.tags(layout), in: layout, on: subject)
        try check(inner, in: template, on: subject)
      case .partial(let partial):
        try check(try self.tags(partial), in: partial, on: subject)
      }
    }
  }

  private mutating func enter(
    _ name: String, _ inner: [ViewTag], in template: String, on subject: Value
  ) throws {
    let place = "\(template)#\(name)"
    let found = value(name, of: subject, in: template) ?? .absent
    sections[place] = sections[place] ?? false || found.isThere
    switch found {
    case .parts(let parts):
      for part in parts { try check(inner, in: template, on: .part(part)) }
    case .texts(let texts):
      for text in texts { try check(inner, in: template, on: .text(text)) }
    case .flag: try check(inner, in: template, on: subject)
    case .part, .text: try check(inner, in: template, on: found)
    case .absent: return
    }
  }

  private func isAbsent(_ name: String, of subject: Value) -> Bool {
    if case .absent = look(name, in: subject) { true } else { false }
  }

  private mutating func value(_ name: String, of subject: Value, in template: String) -> Value? {
    let found = look(name, in: subject)
    if found == nil { faults.append("\(template): no \(name) in \(subject)") }
    return found
  }

  private func look(_ name: String, in subject: Value) -> Value? {
    if name.hasPrefix("shell.") {
      return frame.value(named: String(name.dropFirst("shell.".count)))
    }
    switch subject {
    case .part(let part): return part.value(named: name)
    case .text: return name == "." ? subject : nil
    default: return nil
    }
  }
}
