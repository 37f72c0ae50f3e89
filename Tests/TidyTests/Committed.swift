import Foundation

/// What is in version control and should not be.
enum Committed {
  /// The paths that git keeps, or nil where this is no checkout (a source archive).
  static let paths = try? readPaths()

  private static func readPaths() throws -> [String]? {
    let git = Process()
    let output = Pipe()
    git.executableURL = URL(filePath: "/usr/bin/env")
    git.arguments = ["git", "-C", Tree.root.path, "ls-files", "-z"]
    git.standardOutput = output
    git.standardError = FileHandle.nullDevice
    try git.run()
    let bytes = try output.fileHandleForReading.readToEnd() ?? Data()
    git.waitUntilExit()
    guard git.terminationStatus == 0 else { return nil }
    return bytes.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
  }

  /// What a build, an editor or a run leaves behind.
  static func checkPaths(_ paths: [String]) -> [Finding] {
    paths.filter { path in
      let parts = path.split(separator: "/")
      return parts.contains { $0.hasPrefix(".build") || $0 == "__pycache__" || $0 == ".DS_Store" }
        || parts.first == "var" || parts.last == "Package.resolved"
    }.map { Finding(path: $0, line: 1, problem: "belongs to one machine, not to the repository") }
  }

  static let binaryEndings: Set = ["png", "ico", "xlsx", "gz"]

  /// A file with a NUL byte that is none of the kinds we keep on purpose.
  static func isStrayBinary(path: String, content: Data) -> Bool {
    let ending = path.split(separator: ".").last.map(String.init) ?? ""
    return content.contains(0) && !binaryEndings.contains(ending)
  }

  /// The homes of people and of build machines; split, so that this file may be committed.
  static let machineFolders = ["home", "Users", "root", "work"].map { "/\($0)/" }

  /// A path that holds on one machine only.
  static func checkMachinePaths(_ file: TextFile) -> [Finding] {
    file.lines.enumerated().flatMap { offset, line in
      machineFolders.filter { stands($0, in: line) }
        .map { file.finding(offset + 1, "\($0) is a folder of one machine") }
    }
  }

  /// `docs/home/a` and `https://a.example/home/` are no absolute paths.
  private static func stands(_ folder: String, in line: Substring) -> Bool {
    line.ranges(of: folder).contains { range in
      guard range.lowerBound > line.startIndex else { return true }
      let before = line[line.index(before: range.lowerBound)]
      return !(before.isLetter || before.isNumber || "._-})*".contains(before))
    }
  }
}
