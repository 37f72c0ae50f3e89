import Foundation
import Testing

private let checkout = ConditionTrait.enabled(
  if: Committed.paths != nil, "this is no git checkout")

@Suite("What is committed")
struct CommittedTests {
  @Test("Nothing that one machine made is committed", checkout)
  func paths() throws {
    let findings = Committed.checkPaths(try #require(Committed.paths))
    #expect(findings.isEmpty, "\(findings.report)")
  }

  @Test("No text names a folder of one machine, no binary is kept by accident", checkout)
  func contents() throws {
    for path in try #require(Committed.paths)
    where !path.hasPrefix("Seed/") && !path.hasPrefix("Tests/Fixtures/") {
      guard let content = try? Data(contentsOf: Tree.root.appending(path: path)) else { continue }
      #expect(!Committed.isStrayBinary(path: path, content: content), "\(path) is a binary")
      let text = String(decoding: content, as: UTF8.self)
      let findings = Committed.checkMachinePaths(TextFile(path: path, text: text))
      #expect(findings.isEmpty, "\(findings.report)")
    }
  }

  @Test("Left-over files are found")
  func leftOvers() {
    let bad = [
      "Package.resolved", ".build/debug.yaml", ".build-x/a", "var/a", "a/__pycache__/b.pyc",
    ]
    #expect(
      Committed.checkPaths(bad + ["Sources/Web/var/a.swift", "README.md"]).map(\.path) == bad)
  }

  @Test("A binary is found, unless it is a picture or a workbook")
  func binaries() {
    let content = Data([65, 0, 66])
    #expect(Committed.isStrayBinary(path: "bin/tool", content: content))
    #expect(!Committed.isStrayBinary(path: "docs/a.png", content: content))
    #expect(!Committed.isStrayBinary(path: "bin/run", content: Data("text".utf8)))
  }

  @Test("A path of one machine is found, a relative one or an address is not")
  func machinePaths() {
    let folder = Committed.machineFolders[0]
    let text = "see \(folder)anna/x\nsee docs\(folder)x and https://a.example\(folder)\n\(folder)\n"
    let findings = Committed.checkMachinePaths(TextFile(path: "a", text: text))
    #expect(findings.map(\.line) == [1, 3])
  }
}
