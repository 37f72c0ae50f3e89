import Foundation
import Testing

/// The command as other programs call it: arguments in, standard output, standard error, exit code.
@Suite("The command")
struct CommandTests {
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  struct Outcome {
    let code: Int32
    let output: String
    let complaints: String
  }

  static func sample(_ name: String) -> String {
    root.appendingPathComponent("Seed/workbooks/\(name).xml").path
  }

  static func run(_ arguments: String...) throws -> Outcome {
    let process = Process()
    process.executableURL = root.appendingPathComponent(".build/debug/concordat")
    process.arguments = arguments
    process.currentDirectoryURL = root
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let texts = try ["out", "err"].map { name in
      let file = folder.appendingPathComponent(name)
      try Data().write(to: file)
      return (file, try FileHandle(forWritingTo: file))
    }
    process.standardOutput = texts[0].1
    process.standardError = texts[1].1
    process.standardInput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return Outcome(
      code: process.terminationStatus,
      output: String(decoding: try Data(contentsOf: texts[0].0), as: UTF8.self),
      complaints: String(decoding: try Data(contentsOf: texts[1].0), as: UTF8.self))
  }

  @Test(
    "calculate gives every figure of the samples within 1e-9",
    arguments: ["two-examples", "west-lothian-90"])
  func calculate(name: String) throws {
    let outcome = try Self.run("calculate", Self.sample(name), "--format", "json")
    #expect(outcome.code == 0)
    let expected = Self.root
      .appendingPathComponent("Tests/Fixtures/samples/\(name).expected.json")
    let ours = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
    let theirs = try JSONSerialization.jsonObject(with: Data(contentsOf: expected))
    let found = Comparison.differences(theirs, ours, at: "")
    #expect(found.isEmpty, "\(found.prefix(10))")
    #expect(Comparison.count(theirs) > 50)
  }

  @Test("A file with errors ends in 1 and lists each with its sheet, row and column")
  func errors() throws {
    let text = try String(contentsOfFile: Self.sample("two-examples"), encoding: .utf8)
    let broken = FileManager.default.temporaryDirectory
      .appendingPathComponent("\(UUID()).xml")
    try text.replacingOccurrences(
      of: "<Data ss:Type=\"Number\">18000</Data>", with: "<Data ss:Type=\"Number\">18,000x</Data>"
    ).write(to: broken, atomically: true, encoding: .utf8)
    defer { try? FileManager.default.removeItem(at: broken) }
    let outcome = try Self.run("calculate", broken.path)
    #expect(outcome.code == 1)
    #expect(outcome.output.isEmpty)
    #expect(outcome.complaints.contains("Benefits:3:14: "))
  }

  @Test(
    "A wrong call ends in 2 and says how it is used",
    arguments: [["calculate"], ["nonsense"], ["calculate", "x.xml", "--format", "yaml"]])
  func usage(arguments: [String]) throws {
    let outcome =
      switch arguments.count {
      case 1: try Self.run(arguments[0])
      default: try Self.run(arguments[0], arguments[1], arguments[2], arguments[3])
      }
    #expect(outcome.code == 2)
    #expect(outcome.complaints.contains("Usage:"))
  }

  @Test("A file that is not there ends in 1 with words")
  func missing() throws {
    let outcome = try Self.run("validate", "/nonexistent.xml")
    #expect(outcome.code == 1)
  }

  @Test("convert keeps every figure: a converted workbook calculates to the same")
  func convert() throws {
    let copy = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID()).xml")
    defer { try? FileManager.default.removeItem(at: copy) }
    let sample = Self.sample("west-lothian-90")
    #expect(try Self.run("convert", sample, "--to", "workbook", "-o", copy.path).code == 0)
    let before = try Self.run("calculate", sample, "--format", "csv")
    let after = try Self.run("calculate", copy.path, "--format", "csv")
    #expect(before.output == after.output)
    #expect(before.output.utf8.split(separator: UInt8(ascii: "\n")).count > 90)
  }
}
