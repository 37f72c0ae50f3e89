/// What no Swift file of ours may hold.
enum Bans {
  /// Traps and casts that end the process instead of refusing.
  static func checkTraps(_ file: SwiftFile) -> [Finding] {
    ["try!", "as!", "fatalError()"].flatMap { ban in
      file.findings("\(ban) ends the process without a word") { $0.contains(ban) }
    }
  }

  /// Work that was put off belongs where work is planned, not in the code.
  static func checkPromises(_ file: SwiftFile) -> [Finding] {
    file.comments.flatMap { comment in
      ["TODO", "FIXME", "XXX"].filter { comment.text.contains($0) }
        .map { file.file.finding(comment.line, "\($0) in a comment") }
    }
  }

  /// Names that say nothing of what a thing is.
  static let emptyEndings = ["Manager", "Helper", "Helpers", "Utils", "Service", "Data"]

  static func checkNames(_ file: SwiftFile) -> [Finding] {
    let stem = String(file.file.name.split(separator: ".").first ?? "")
    let fileFindings = isEmptyName(stem) ? [file.file.finding(1, "the file is named \(stem)")] : []
    return fileFindings
      + file.findings("a type's name ends in \(emptyEndings.joined(separator: ", "))") { line in
        typeName(line).map(isEmptyName) ?? false
      }
  }

  private static func isEmptyName(_ name: String) -> Bool {
    emptyEndings.contains { name.hasSuffix($0) }
  }

  private static func typeName(_ line: String) -> String? {
    let words = line.split { !($0.isLetter || $0.isNumber || $0 == "_") }
    let keywords: Set<Substring> = ["struct", "class", "enum", "actor", "protocol", "typealias"]
    guard let at = words.firstIndex(where: keywords.contains), at + 1 < words.count else {
      return nil
    }
    return String(words[at + 1])
  }

  /// SQL has one home, so that every query is found, read and tested there.
  static func checkSQL(_ file: SwiftFile) -> [Finding] {
    guard !["Store", "Postgres"].contains(file.module) else { return [] }
    return file.literals.filter { isSQL($0.text) }
      .map { file.file.finding($0.line, "SQL outside Store") }
  }

  /// Markup that Swift code writes obeys the content security policy as templates do.
  static func checkMarkup(_ file: SwiftFile) -> [Finding] {
    file.literals.filter { $0.text.contains("<") }.flatMap { literal in
      [" style=", " onclick=", " onload=", "<script>", "<style"]
        .filter { literal.text.contains($0) }
        .map { file.file.finding(literal.line, "\($0) in markup") }
    }
  }

  private static func isSQL(_ text: String) -> Bool {
    let words = text.split { !($0.isLetter || $0 == "_") }
    let statements: [[Substring]] = [
      ["SELECT", "FROM"], ["INSERT", "INTO"], ["UPDATE", "SET"], ["DELETE", "FROM"],
      ["CREATE", "TABLE"],
    ]
    return statements.contains { statement in
      guard let first = words.firstIndex(of: statement[0]) else { return false }
      return words[first...].contains(statement[1])
    }
  }
}
