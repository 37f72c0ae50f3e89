import Testing

@Suite("Bans")
struct BansTests {
  @Test("No code traps without a word")
  func traps() throws {
    let findings = try (Tree.sources() + Tree.tests()).flatMap(Bans.checkTraps)
    #expect(findings.isEmpty, "\(findings.report)")
  }

  @Test("No comment puts work off")
  func promises() throws {
    let findings = try (Tree.sources() + Tree.tests()).flatMap(Bans.checkPromises)
    #expect(findings.isEmpty, "\(findings.report)")
  }

  @Test("No file or type has a name that says nothing")
  func names() throws {
    let findings = try (Tree.sources() + Tree.tests()).flatMap(Bans.checkNames)
    #expect(findings.isEmpty, "\(findings.report)")
  }

  @Test("SQL stands in Store and Postgres alone")
  func sql() throws {
    let findings = try Tree.sources().flatMap(Bans.checkSQL)
    #expect(findings.isEmpty, "\(findings.report)")
  }

  @Test("No code writes inline styles or scripts")
  func markup() throws {
    let findings = try Tree.sources().filter { $0.module == "Web" }.flatMap(Bans.checkMarkup)
    #expect(findings.isEmpty, "\(findings.report)")
  }

  @Test("An inline style is found in markup, not in other words")
  func markupSamples() {
    let sample = "let a = \"in style=\"\nlet b = #\"<rect style=\"fill: red\"/>\"#\n"
    #expect(Bans.checkMarkup(SwiftFile(sample: sample)).map(\.line) == [2])
  }

  @Test(
    "A trap is found in code, not in a literal or a comment",
    arguments: [
      ("let a = try! b()", 1), ("let a = b as! Int", 1), ("fatalError()", 1),
      ("fatalError(\"why\") // try!", 0), ("let a = \"try! this\"", 0),
    ])
  func trapSamples(sample: String, count: Int) {
    #expect(Bans.checkTraps(SwiftFile(sample: sample)).count == count)
  }

  @Test("A promise is found in a comment, not in a literal")
  func promiseSamples() {
    let sample = "let a = \"TODO\"\n/* b\n */ // FIXME later\n"
    #expect(Bans.checkPromises(SwiftFile(sample: sample)).map(\.line) == [3])
  }

  @Test(
    "An empty name is found",
    arguments: [
      ("public final class BenefitManager {", 1), ("enum Utils {}", 1),
      ("typealias RowData = Int", 1), ("struct Services {}", 0), ("let userData = 1", 0),
    ])
  func nameSamples(sample: String, count: Int) {
    #expect(Bans.checkNames(SwiftFile(sample: sample)).count == count)
  }

  @Test("A file with an empty name is found")
  func fileName() {
    let file = SwiftFile(path: "Sources/Web/PageHelper.swift", sample: "")
    #expect(Bans.checkNames(file).count == 1)
  }

  @Test(
    "SQL is found outside Store, plain words are not",
    arguments: [
      ("Web", "\"\"\"\n  SELECT a\n  FROM b\n  \"\"\"", 1), ("Web", "\"DELETE FROM a\"", 1),
      ("Store", "\"SELECT a FROM b\"", 0), ("Web", "\"Select a file from the list\"", 0),
    ])
  func sqlSamples(module: String, sample: String, count: Int) {
    let file = SwiftFile(path: "Sources/\(module)/Sample.swift", sample: "let a = \(sample)")
    #expect(Bans.checkSQL(file).count == count)
  }
}
