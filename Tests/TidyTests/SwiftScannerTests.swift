import Testing

@Suite("The scanner that the other checks stand on")
struct SwiftScannerTests {
  @Test(
    "Literals and comments are blanked, code stays",
    arguments: [
      (#"let a = "b" // c"#, #"let a = " "     "#),
      (#"f("x\(g("y"))z")"#, #"f("   g(" ")) ")"#),
      ("a /* b /* c */ d */ e", "a                   e"),
      (##"r = #"say "hi""#"##, ##"r = #"        "#"##),
      (#"e = "\"" + f"#, #"e = "  " + f"#),
    ])
  func blanks(sample: String, code: String) {
    #expect(SwiftFile(sample: sample).code == [code])
  }

  @Test("A literal of several lines is one piece, numbered by its first line")
  func multilineLiteral() {
    let file = SwiftFile(sample: "let a = 1\nlet b = \"\"\"\n  one\n  two\n  \"\"\"\n")
    #expect(file.literals.map(\.line) == [2])
    #expect(file.code.count == 6)
  }
}
