import Calculator
import Foundation
import Programme
import Testing

@testable import Exchange

@Suite("What the fuzzer keeps")
struct FuzzCorpusTests {
  private static let folder = Sample.root.appending(path: "Tests/Fixtures/fuzz")

  private static var names: [String] {
    let files = try? FileManager.default.contentsOfDirectory(
      atPath: folder.path(percentEncoded: false))
    return (files ?? []).sorted()
  }

  @Test("WB-46 Every file of the corpus is read to an end, to a register or to an error")
  func corpus() throws {
    #expect(FuzzCorpusTests.names.count >= 40)
    for name in FuzzCorpusTests.names {
      let bytes = Array(try Data(contentsOf: FuzzCorpusTests.folder.appending(path: name)))
      for input in Set([bytes, try packed(bytes)]) {
        let file = RegisterFile.read(input)
        #expect((file.register == nil) == file.hasErrors, "\(name)")
        if let register = file.register { _ = calculate(register.appraisal()) }
      }
    }
  }

  /// Parts as text, each after a line "=== NAME", become the archive they stand for, as in
  /// Tests/Fuzz.
  private func packed(_ input: [UInt8]) throws -> [UInt8] {
    let mark = Array("=== ".utf8)
    guard input.starts(with: mark) else { return input }
    var entries: [ArchiveWriter.Entry] = []
    for line in input.split(separator: 0x0A, omittingEmptySubsequences: false) {
      if line.starts(with: mark) {
        let name = String(decoding: line.dropFirst(mark.count), as: UTF8.self)
        entries.append(ArchiveWriter.Entry(name: name, bytes: []))
      } else {
        entries[entries.count - 1].bytes += line + [0x0A]
      }
    }
    return (try? ArchiveWriter.write(entries)) ?? input
  }
}
