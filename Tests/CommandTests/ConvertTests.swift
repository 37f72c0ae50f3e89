import Foundation
import Testing

@Suite("Files turned into other formats")
struct ConvertTests {
  private func inFolder(_ work: (URL) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "convert-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try work(folder)
  }

  @Test(
    "Every format but CSV calculates to the same figures", arguments: ["xml", "xlsx", "workbook"])
  func figures(format: String) throws {
    try inFolder { folder in
      let file = folder.appending(path: "copy").path
      let sample = CommandTests.sample("west-lothian-90")
      let converted = try CommandTests.run("convert", sample, "--to", format, "-o", file)
      #expect(converted.code == 0, "\(converted.complaints)")
      let before = try CommandTests.run("calculate", sample, "--format", "csv")
      let after = try CommandTests.run("calculate", file, "--format", "csv")
      #expect(before.output == after.output && !after.output.isEmpty)
      let validated = try CommandTests.run("validate", file)
      #expect(validated.code == 0 && validated.output.contains("0 errors"))
    }
  }

  @Test("Concordat XML converted to Concordat XML is the same file, and xmllint finds it valid")
  func same() throws {
    try inFolder { folder in
      let (first, second) = (folder.appending(path: "1.xml"), folder.appending(path: "2.xml"))
      let sample = CommandTests.sample("two-examples")
      #expect(try CommandTests.run("convert", sample, "--to", "xml", "-o", first.path).code == 0)
      #expect(
        try CommandTests.run("convert", first.path, "--to", "xml", "-o", second.path).code == 0)
      #expect(try Data(contentsOf: first) == Data(contentsOf: second))
      let schema = try CommandTests.run("schema").output
      try Data(schema.utf8).write(to: folder.appending(path: "schema.xsd"))
      let process = Process()
      process.executableURL = URL(filePath: "/usr/bin/xmllint")
      process.arguments = ["--noout", "--schema", "schema.xsd", "1.xml"]
      process.currentDirectoryURL = folder
      process.standardError = FileHandle.nullDevice
      try process.run()
      process.waitUntilExit()
      #expect(process.terminationStatus == 0)
    }
  }

  @Test("Results are left out on demand, and a broken document is told with line and column")
  func broken() throws {
    try inFolder { folder in
      let file = folder.appending(path: "1.xml")
      let sample = CommandTests.sample("two-examples")
      let plain = try CommandTests.run("convert", sample, "--to", "xml", "--without-results")
      #expect(plain.code == 0 && !plain.output.contains("<results"))
      let broken = plain.output.replacingOccurrences(of: "<title>", with: "<titel>")
        .replacingOccurrences(of: "</title>", with: "</titel>")
      try Data(broken.utf8).write(to: file)
      let outcome = try CommandTests.run("validate", file.path)
      #expect(outcome.code == 1 && outcome.output.contains("line 7:"), "\(outcome.output)")
      #expect(outcome.output.contains("titel"))
    }
  }
}
