import Testing

@Suite("Sizes")
struct SizesTests {
  @Test("No file is longer than 400 lines, outside Store")
  func files() throws {
    let findings = try Sizes.checkFiles((Tree.sources() + Tree.tests()).map(\.file))
    #expect(findings.isEmpty, "\(findings.report)")
  }

  @Test("No function is longer than 70 lines")
  func functions() throws {
    let findings = try Sizes.checkFunctions(Tree.sources() + Tree.tests())
    #expect(findings.isEmpty, "\(findings.report)")
  }

  @Test("Half of all files have at most 70 lines, nine in ten under 200")
  func fileDistribution() throws {
    let lengths = try Tree.sources().map(\.file.lineCount)
    #expect(Sizes.percentile(50, of: lengths) <= 70)
    #expect(Sizes.percentile(90, of: lengths) < 200)
  }

  @Test("Half of all functions have under 8 lines, nine in ten under 30")
  func functionDistribution() throws {
    let lengths = try Tree.sources().flatMap { $0.functions() }.map(\.lineCount)
    #expect(Sizes.percentile(50, of: lengths) < 8)
    #expect(Sizes.percentile(90, of: lengths) < 30)
  }

  @Test("Nine in ten templates have under 60 lines")
  func templateDistribution() throws {
    #expect(Sizes.percentile(90, of: try Tree.templates().map(\.lineCount)) < 60)
  }

  @Test("A function's length is that of the whole, from its first line to its closing brace")
  func whole() {
    let file = SwiftFile(sample: "func f(\n  a: Int\n) {\n  a()\n  b()\n}\nfunc g() { h() }\n")
    #expect(file.functions().map(\.lineCount) == [6, 1])
  }

  @Test("A file and a function that are too long are found")
  func tooLong() {
    let lines = String(repeating: "  a()\n", count: 400)
    let file = SwiftFile(sample: "func f() {\n\(lines)}\n")
    #expect(Sizes.checkFiles([file.file]).map(\.line) == [401])
    #expect(Sizes.checkFunctions([file]).map(\.line) == [1])
    #expect(Sizes.checkFiles([TextFile(path: "Sources/Store/A.swift", text: file.file.text)]) == [])
  }

  @Test(
    "A function ends where its own brace closes",
    arguments: [
      (
        "func f() {\n  g { 1 }\n}\nlet a = 1",
        [FunctionSpan(line: 1, lineCount: 3)]
      ),
      ("protocol P {\n  func f()\n  init()\n}", []),
      (
        "func f(g: () -> Int = { 1 }) {\n  h(\"}\")\n}",
        [FunctionSpan(line: 1, lineCount: 3)]
      ),
      ("  init?(a: Int) { nil }", [FunctionSpan(line: 1, lineCount: 1)]),
      ("  self.init(a: 1)\n  let b = .init()", []),
      (
        "func f(\n  a: Int\n)\nwhere A: B\n{\n}",
        [FunctionSpan(line: 1, lineCount: 6)]
      ),
    ])
  func spans(sample: String, expected: [FunctionSpan]) {
    #expect(SwiftFile(sample: sample).functions() == expected)
  }
}
