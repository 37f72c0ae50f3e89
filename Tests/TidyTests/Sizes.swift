/// How long files, functions and templates may be.
enum Sizes {
  static let fileLimitLines = 400
  static let functionLimitLines = 70

  static func checkFiles(_ files: [TextFile]) -> [Finding] {
    files.filter { !$0.path.hasPrefix("Sources/Store/") && $0.lineCount > fileLimitLines }
      .map { $0.finding(fileLimitLines + 1, "\($0.lineCount) lines in one file") }
  }

  static func checkFunctions(_ files: [SwiftFile]) -> [Finding] {
    files.flatMap { file in
      file.functions().filter { $0.lineCount > functionLimitLines }
        .map { file.file.finding($0.line, "\($0.lineCount) lines in one function") }
    }
  }

  /// The value below which that share of the values lies, 0 for none.
  static func percentile(_ percent: Int, of values: [Int]) -> Int {
    let sorted = values.sorted()
    return sorted.isEmpty ? 0 : sorted[min(sorted.count * percent / 100, sorted.count - 1)]
  }
}

/// A function or initialiser with a body, from its first line to its closing brace.
struct FunctionSpan: Equatable {
  let line: Int
  let lineCount: Int
}

extension SwiftFile {
  func functions() -> [FunctionSpan] {
    code.indices.compactMap { start in
      guard Self.declaresFunction(code[start]), let end = closingLine(from: start) else {
        return nil
      }
      return FunctionSpan(line: start + 1, lineCount: end - start + 1)
    }
  }

  private static func declaresFunction(_ line: String) -> Bool {
    let words = line.split { $0 == " " || $0 == "(" || $0 == "<" || $0 == "?" }
    return words.contains("func") || words.first { !modifiers.contains(String($0)) } == "init"
  }

  private static let modifiers: Set = [
    "public", "package", "internal", "fileprivate", "private", "convenience", "required",
    "override", "nonisolated", "@inlinable",
  ]

  /// Where the braces that open in a declaration close again; nil for one without a body.
  private func closingLine(from start: Int) -> Int? {
    var parentheses = 0
    var braces = 0
    for line in start..<code.count {
      if line > start, braces == 0, parentheses == 0, Self.declaresFunction(code[line]) {
        return nil
      }
      for byte in code[line].utf8 {
        switch byte {
        case UInt8(ascii: "("), UInt8(ascii: "["): parentheses += 1
        case UInt8(ascii: ")"), UInt8(ascii: "]"): parentheses -= 1
        case UInt8(ascii: "{"): braces += parentheses == 0 || braces > 0 ? 1 : 0
        case UInt8(ascii: "}"):
          if parentheses > 0 && braces == 0 { continue }
          braces -= 1
          if braces < 0 { return nil }
          if braces == 0 { return line }
        default: break
        }
      }
    }
    return nil
  }
}
