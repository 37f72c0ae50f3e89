import Foundation
import Mail
import Testing

/// A mail server of its own for one test, written in another language: see sink.py.
final class MailSink {
  /// A letter as the sink's own parser read it.
  struct Taken: Decodable {
    let from: String
    let to: [String]
    let headers: [[String]]
    let text: String
    let defects: [String]
    let longest: Int
    let isSevenBit: Bool

    subscript(_ name: String) -> String? { headers.first { $0.first == name }?.last }
  }

  let port: Int
  private let folder: URL
  private let process = Process()

  init(root: String) throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "sink-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let output = Pipe()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3", "\(root)/Tests/Fixtures/mail/sink.py", folder.path]
    process.standardOutput = output
    try process.run()
    let said = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
    port = try #require(Int(said.trimmingCharacters(in: .whitespacesAndNewlines)))
  }

  var sender: SMTPSender {
    get throws { SMTPSender(try #require(MailServer(text: "smtp://127.0.0.1:\(port)"))) }
  }

  /// Puts every letter off for as long as it is so.
  func isBusy(_ isBusy: Bool) throws {
    let file = folder.appending(path: "busy")
    if isBusy { try Data().write(to: file) } else { try FileManager.default.removeItem(at: file) }
  }

  /// Everything it took, in order.
  func taken() throws -> [Taken] {
    guard let text = try? String(contentsOf: folder.appending(path: "taken.jsonl"), encoding: .utf8)
    else { return [] }
    return try text.split(separator: "\n").map {
      try JSONDecoder().decode(Taken.self, from: Data($0.utf8))
    }
  }

  /// Ends it, whatever signals it holds back.
  func stop() {
    kill(process.processIdentifier, SIGKILL)
    try? FileManager.default.removeItem(at: folder)
  }
}
