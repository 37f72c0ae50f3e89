@testable import Web

/// Looks up every name of a page's template in the page, the way the renderer does, but without
/// climbing: a name must be known to the struct it stands in. `shell` alone is known everywhere.
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
    try check(try tags(template), in: template, on: page)
  }

  private func tags(_ template: String) throws -> [ViewTag] {
    guard let source = sources[template] else { throw ViewTag.Unfinished(tag: template) }
    return try ViewTag.parse(source)
  }

  private mutating func check(_ tags: [ViewTag], in template: String, on subject: Any) throws {
    for tag in tags {
      switch tag {
      case .variable(let name): _ = value(name, of: subject, in: template)
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
    _ name: String, _ inner: [ViewTag], in template: String, on subject: Any
  ) throws {
    let place = "\(template)#\(name)"
    sections[place] = sections[place] ?? false
    switch value(name, of: subject, in: template) {
    case nil: return
    case let list as [Any]:
      for item in list { try check(inner, in: template, on: item) }
      if !list.isEmpty { sections[place] = true }
    case let flag as Bool:
      try check(inner, in: template, on: subject)
      if flag { sections[place] = true }
    case is Absent: return
    case let part?:
      try check(inner, in: template, on: part)
      sections[place] = true
    }
  }

  private mutating func value(_ name: String, of subject: Any, in template: String) -> Any? {
    if name == "." {
      if !(subject is String) { faults.append("\(template): {{.}} in \(type(of: subject))") }
      return subject
    }
    let found: Any?
    if name.hasPrefix("shell.") {
      found = frame.child(named: String(name.dropFirst("shell.".count)))
    } else {
      found = (subject as? any Part)?.child(named: name)
    }
    if found == nil { faults.append("\(template): no \(name) in \(type(of: subject))") }
    return found
  }
}
