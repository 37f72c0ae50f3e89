/// What a template may not hold, since escaping and the content security policy rest on it.
enum TemplateCheck {
  static func check(_ template: TextFile) -> [Finding] {
    let raw = template.lines.enumerated().flatMap { offset, line in
      ["{{{", "{{&"].filter { line.contains($0) }
        .map { template.finding(offset + 1, "\($0) leaves its value unescaped") }
    }
    return raw
      + htmlTags(template.text).flatMap { tag in
        problems(of: tag).map { template.finding(tag.line, $0) }
      }
  }

  private static func problems(of tag: HTMLTag) -> [String] {
    var problems: [String] = []
    for attribute in tag.attributes {
      let name = attribute.name.lowercased()
      if name.hasPrefix("on") { problems.append("inline event handler \(name)") }
      if name == "style" { problems.append("inline style") }
      if !attribute.isQuoted { problems.append("\(name) has an unquoted value") }
    }
    if tag.name == "script", !tag.attributes.contains(where: { $0.name.lowercased() == "src" }) {
      problems.append("inline script")
    }
    return problems + (tag.name == "style" ? ["inline style sheet"] : [])
  }
}

/// An opening tag as a browser would see it.
struct HTMLTag {
  let line: Int
  let name: String
  let attributes: [(name: String, isQuoted: Bool)]
}

/// The opening tags of a template. What stands in braces counts as one letter each, so that a
/// value made of a placeholder alone is seen to be unquoted.
func htmlTags(_ template: String) -> [HTMLTag] {
  var tags: [HTMLTag] = []
  var line = 1
  var rest = Substring(withoutPlaceholders(template))
  while let start = rest.firstIndex(of: "<") {
    line += rest[..<start].count { $0.isNewline }
    rest = rest[rest.index(after: start)...]
    guard rest.first?.isLetter == true else { continue }
    let name = rest.prefix { $0.isLetter || $0.isNumber || $0 == "-" }
    let body = rest[name.endIndex...]
    tags.append(HTMLTag(line: line, name: name.lowercased(), attributes: attributes(body)))
  }
  return tags
}

/// The attributes from the end of a tag's name up to its `>`.
private func attributes(_ text: Substring) -> [(name: String, isQuoted: Bool)] {
  var found: [(name: String, isQuoted: Bool)] = []
  var rest = text.drop { $0.isWhitespace || $0 == "/" }
  while let first = rest.first, first != ">" {
    let name = rest.prefix { !$0.isWhitespace && !"=>/".contains($0) }
    rest = rest[name.endIndex...].drop(while: \.isWhitespace)
    if rest.first == "=" {
      rest = rest.dropFirst().drop(while: \.isWhitespace)
      let quote = rest.first
      let isQuoted = quote == "\"" || quote == "'"
      if isQuoted { rest = rest.dropFirst().drop { $0 != quote }.dropFirst() }
      found.append((String(name), isQuoted))
    } else if !name.isEmpty {
      found.append((String(name), true))
    }
    rest = name.isEmpty ? rest.dropFirst() : rest
    rest = rest.drop { $0.isWhitespace || $0 == "/" }
  }
  return found
}

/// The text with everything in double braces replaced by letters, line breaks kept.
private func withoutPlaceholders(_ text: String) -> String {
  var result = ""
  var depth = 0
  for character in text {
    if character == "{" { depth += 1 }
    result.append(depth > 0 && !character.isNewline ? "m" : character)
    if character == "}" { depth = max(0, depth - 1) }
  }
  return result
}
