import Testing

@Suite("Arrows between modules")
struct ArrowsTests {
  @Test("No module imports what the arrows do not allow")
  func arrows() throws {
    let findings = try Arrows.check(Tree.sources())
    #expect(findings.isEmpty, "\(findings.report)")
  }

  @Test("The table of arrows names the modules under Sources, no more and no less")
  func everyModuleIsNamed() throws {
    #expect(try Set(Tree.sources().map(\.module)) == Set(Arrows.allowed.keys))
  }

  @Test(
    "A forbidden import is found however it is written",
    arguments: [
      ("Calculator", "import Programme"), ("Web", "import Postgres"),
      ("Web", "@testable import Postgres"), ("Store", "public import struct Exchange.Reader"),
      ("Exchange", "private import CPostgres"), ("concordat", "import CXML2"),
    ])
  func forbidden(module: String, line: String) {
    let file = SwiftFile(
      path: "Sources/\(module)/Sample.swift", sample: "import Foundation\n\(line)")
    #expect(Arrows.check([file]).map(\.line) == [2])
  }

  @Test(
    "An allowed import, a comment and a literal are left alone",
    arguments: [
      "import Calculator", "// import Postgres", "let text = \"\"\"\n  import Postgres\n  \"\"\"",
    ])
  func allowed(sample: String) {
    #expect(Arrows.check([SwiftFile(sample: sample)]) == [])
  }
}
