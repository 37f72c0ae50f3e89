import Foundation
import Programme

/// What the command prints: results on standard output, everything about them on standard error.
enum Console {
  static func say(_ text: String) { write(text + "\n") }

  static func complain(_ text: String) {
    write(Array((text + "\n").utf8), to: .standardError)
  }

  static func write(_ text: String) { write(Array(text.utf8)) }

  static func write(_ bytes: [UInt8], to handle: FileHandle = .standardOutput) {
    try? handle.write(contentsOf: Data(bytes))
  }

  /// Lists problems on standard error, a line each.
  static func list(_ problems: [Problem]) {
    for problem in problems { complain(line(problem)) }
  }

  /// `sheet:row:column: message`; what is not an error says so.
  static func line(_ problem: Problem) -> String {
    let severity = problem.severity == .error ? "" : "\(problem.severity.rawValue): "
    return "\(problem.placeText): \(severity)\(problem.message)"
  }

  /// Writes to a file, or to standard output when no file is named.
  static func deliver(_ bytes: [UInt8], to path: String?) throws {
    guard let path else { return write(bytes) }
    do {
      try Data(bytes).write(to: URL(fileURLWithPath: path), options: .atomic)
    } catch { throw Failure.failed("cannot write \(path): \(error.localizedDescription)") }
  }
}
