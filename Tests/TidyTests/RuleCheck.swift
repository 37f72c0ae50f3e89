/// Ties the numbered rules of docs/rules to the tests that show them, both ways.
///
/// A rule is set where its id (`BEN-2`) begins a line, after marks of a heading or a list.
enum RuleCheck {
  static func check(rules: [TextFile], tests: [TextFile]) -> [Finding] {
    let set = rules.flatMap(definitions)
    let ids = Set(set.map(\.id))
    let families = Set(ids.compactMap(family))
    let named = tests.flatMap(mentions).filter { families.contains(family($0.id) ?? "") }
    let namedIDs = Set(named.map(\.id))
    let empty = rules.filter { $0.name != "README.md" && definitions($0).isEmpty }
    return empty.map { $0.finding(1, "no numbered rule") }
      + duplicates(set)
      + set.filter { !namedIDs.contains($0.id) }
      .map { $0.file.finding($0.line, "\($0.id) is named by no test") }
      + named.filter { !ids.contains($0.id) }
      .map { $0.file.finding($0.line, "\($0.id) is no rule of docs/rules") }
  }

  struct Mention {
    let id: String
    let file: TextFile
    let line: Int
  }

  private static func duplicates(_ set: [Mention]) -> [Finding] {
    var seen: Set<String> = []
    return set.filter { !seen.insert($0.id).inserted }
      .map { $0.file.finding($0.line, "\($0.id) is numbered twice") }
  }

  private static func definitions(_ file: TextFile) -> [Mention] {
    file.lines.enumerated().compactMap { offset, line in
      let text = line.drop { "#*-|[ `0123456789.".contains($0) }
      let first = text.prefix { isPart($0) }
      return isID(first) ? Mention(id: String(first), file: file, line: offset + 1) : nil
    }
  }

  private static func mentions(_ file: TextFile) -> [Mention] {
    file.lines.enumerated().flatMap { offset, line in
      line.split { !isPart($0) }.filter(isID)
        .map { Mention(id: String($0), file: file, line: offset + 1) }
    }
  }

  private static func isPart(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || character == "-"
  }

  /// Two or more capitals, a hyphen, digits.
  private static func isID(_ word: Substring) -> Bool {
    let parts = word.split(separator: "-", omittingEmptySubsequences: false)
    return parts.count == 2 && parts[0].count >= 2 && parts[0].allSatisfy(\.isUppercase)
      && !parts[1].isEmpty && parts[1].allSatisfy(\.isNumber)
  }

  private static func family(_ id: String) -> String? {
    id.split(separator: "-").first.map(String.init)
  }
}
