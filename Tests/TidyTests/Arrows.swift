/// Who may import whom, as in Package.swift: the arrows of the house.
enum Arrows {
  static let allowed: [String: Set<String>] = [
    "Calculator": [],
    "Programme": ["Calculator"],
    "Exchange": ["Calculator", "Programme", "CXML2", "CZip", "CXLSXWriter"],
    "Postgres": ["CPostgres"],
    "Mail": ["CCurl"],
    "Store": ["Calculator", "Programme", "Postgres", "CArgon2"],
    "Web": ["Calculator", "Programme", "Store", "Exchange", "Mail", "CZlib"],
    "concordat": ["Calculator", "Programme", "Store", "Exchange", "Mail", "Web"],
  ]

  static let ours = Set(allowed.keys).union([
    "CPostgres", "CXML2", "CArgon2", "CZlib", "CZip", "CXLSXWriter", "CCurl",
  ])

  static func check(_ files: [SwiftFile]) -> [Finding] {
    files.flatMap { file in
      file.imports.filter { ours.contains($0.module) }.compactMap { line, module in
        allowed[file.module]?.contains(module) == true
          ? nil : file.file.finding(line, "\(file.module) may not import \(module)")
      }
    }
  }
}

extension SwiftFile {
  private static let kinds: Set = [
    "struct", "class", "enum", "protocol", "func", "let", "var", "typealias", "actor",
  ]

  var imports: [(line: Int, module: String)] {
    code.enumerated().compactMap { offset, line in
      let words = line.split(separator: " ")
      let isImport = words.first { !$0.hasPrefix("@") && !Self.access.contains(String($0)) }
      guard isImport == "import", let at = words.firstIndex(of: "import") else { return nil }
      let name = words[words.index(after: at)...].first { !Self.kinds.contains(String($0)) }
      return (offset + 1, String(name?.split(separator: ".").first ?? ""))
    }
  }

  private static let access: Set = ["public", "package", "internal", "fileprivate", "private"]
}
