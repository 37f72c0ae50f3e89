import Testing

@Suite("Rules of docs/rules")
struct RuleTests {
  @Test("Every numbered rule is named by a test, and every rule a test names exists")
  func rules() throws {
    let tests = try Tree.tests().map(\.file).filter { !$0.path.hasPrefix("Tests/TidyTests/") }
    let findings = try RuleCheck.check(
      rules: Tree.files(under: "docs/rules", ending: ".md"), tests: tests)
    #expect(findings.isEmpty, "\(findings.report)")
  }

  @Test("A rule without a test, a test without a rule, and a page without rules are found")
  func faults() {
    let findings = RuleCheck.check(
      rules: [
        TextFile(
          path: "docs/rules/a.md", text: "# A\n## CALC-1 One\n- **CALC-2** Two\nSee CALC-1\n"),
        TextFile(path: "docs/rules/b.md", text: "# B\n### UTF-8 Encoded\n"),
        TextFile(path: "docs/rules/c.md", text: "Nothing is numbered\n"),
        TextFile(path: "docs/rules/d.md", text: "CALC-1 again\n"),
      ],
      tests: [TextFile(path: "Tests/T.swift", text: "// CALC-1, UTF-8\n// CALC-9 ISO-8601\n")])
    #expect(
      findings.map(\.description) == [
        "docs/rules/c.md:1: no numbered rule",
        "docs/rules/d.md:1: CALC-1 is numbered twice",
        "docs/rules/a.md:3: CALC-2 is named by no test",
        "Tests/T.swift:2: CALC-9 is no rule of docs/rules",
      ])
  }
}
