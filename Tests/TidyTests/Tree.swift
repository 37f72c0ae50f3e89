import Foundation

/// One place that breaks a rule of the house.
struct Finding: CustomStringConvertible, Equatable {
  let path: String
  let line: Int
  let problem: String

  var description: String { "\(path):\(line): \(problem)" }
}

/// A text file of the package, by its path from the root.
struct TextFile {
  let path: String
  let text: String

  var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }

  /// A last line that ends in a newline is not followed by another.
  var lineCount: Int { lines.count - (text.hasSuffix("\n") ? 1 : 0) }

  var name: Substring { path.split(separator: "/").last ?? "" }

  func finding(_ line: Int, _ problem: String) -> Finding {
    Finding(path: path, line: line, problem: problem)
  }
}

/// The package as it lies on the disk.
enum Tree {
  static let root = URL(filePath: #filePath).resolvingSymlinksInPath()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// Every file under `folder` with that ending, in order of its path; none when there is no such
  /// folder.
  static func files(under folder: String, ending: String) throws -> [TextFile] {
    let base = root.appending(path: folder)
    let names = FileManager.default.enumerator(atPath: base.path)?.compactMap { $0 as? String }
    return try (names ?? []).filter { $0.hasSuffix(ending) }.sorted().map { name in
      try TextFile(
        path: "\(folder)/\(name)",
        text: String(contentsOf: base.appending(path: name), encoding: .utf8))
    }
  }

  static func file(_ path: String) throws -> TextFile {
    try TextFile(path: path, text: String(contentsOf: root.appending(path: path), encoding: .utf8))
  }

  static func sources() throws -> [SwiftFile] { try scannedSources.get() }

  static func tests() throws -> [SwiftFile] { try scannedTests.get() }

  // Scanned once for all the checks.
  private static let scannedSources = Result {
    try files(under: "Sources", ending: ".swift").map(SwiftFile.init)
  }
  private static let scannedTests = Result {
    try files(under: "Tests", ending: ".swift").map(SwiftFile.init)
  }

  static func templates() throws -> [TextFile] { try files(under: "Views", ending: ".mustache") }
}

extension Sequence where Element == Finding {
  /// One finding a line, as an editor opens them.
  var report: String { map(\.description).joined(separator: "\n") }
}
