import Foundation
import Testing

/// The rules of the register and the tests that name them.
struct RuleTests {
  private static let root = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
    .deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  @Test("Each rule of the register has a test that names it, and no test names another")
  func everyRuleHasATest() throws {
    let rules = try RuleTests.names(
      in: RuleTests.root.appending(path: "docs/rules/benefits.md"), after: "- **")
    let folder = RuleTests.root.appending(path: "Tests/StoreTests")
    let files = try FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: nil)
    let tested = try files.reduce(into: Set<String>()) { names, file in
      names.formUnion(try RuleTests.names(in: file, after: "\""))
    }
    #expect(!rules.isEmpty)
    #expect(rules.subtracting(tested) == [])
    #expect(tested.subtracting(rules) == [])
  }

  /// The names of the form BEN-1 that stand straight after a mark.
  private static func names(in file: URL, after mark: String) throws -> Set<String> {
    let text = try String(contentsOf: file, encoding: .utf8)
    return Set(
      text.components(separatedBy: mark + "BEN-").dropFirst().compactMap { rest in
        let number = rest.prefix { $0.isNumber }
        return number.isEmpty ? nil : "BEN-\(number)"
      })
  }
}
