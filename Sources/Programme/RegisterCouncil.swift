extension Register {
  /// A warning when the register names another council than the one it is brought in for.
  public func problems(broughtInFor council: String) -> [Problem] {
    guard !cover.council.isEmpty, Register.plain(cover.council) != Register.plain(council) else {
      return []
    }
    return [
      Problem(
        .warning, at: .file, subject: Problem.council, found: cover.council, expected: council,
        mend: "Make sure that this is your council's file.")
    ]
  }

  private static func plain(_ council: String) -> String {
    council.lowercased().split(separator: " ").filter { $0 != "council" && $0 != "the" }
      .joined(separator: " ")
  }
}

extension Problem {
  static let council = "Council"

  /// Whether it says that a file names another council.
  public var isAboutCouncil: Bool { place == .file && subject == Problem.council }
}
