/// A Swift file taken apart: what is code, what is a literal, what is a comment.
struct SwiftFile {
  let file: TextFile
  /// The text with the insides of literals and comments blanked, line by line.
  let code: [String]
  let literals: [Piece]
  let comments: [Piece]

  struct Piece {
    let line: Int
    let text: String
  }

  init(_ file: TextFile) {
    var scanner = SwiftScanner(file.text)
    scanner.scan()
    self.file = file
    code = String(decoding: scanner.code, as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    literals = scanner.literals
    comments = scanner.comments
  }

  /// A file that is only a sample in a test.
  init(path: String = "Sources/Web/Sample.swift", sample: String) {
    self.init(TextFile(path: path, text: sample))
  }

  var module: String { file.path.split(separator: "/").dropFirst().first.map(String.init) ?? "" }

  /// The lines whose code satisfies `test`, numbered from 1.
  func findings(_ problem: String, where test: (String) -> Bool) -> [Finding] {
    code.enumerated().filter { test($0.element) }.map { file.finding($0.offset + 1, problem) }
  }
}
