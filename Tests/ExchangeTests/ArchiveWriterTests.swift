import Foundation
import Testing

@testable import Exchange

@Suite("Archives that are handed out")
struct ArchiveWriterTests {
  private let files = [
    ArchiveWriter.Entry(name: "read me.txt", bytes: Array("Hello £\n".utf8)),
    ArchiveWriter.Entry(name: "folder/rows.csv", bytes: [UInt8](repeating: 65, count: 300_000)),
    ArchiveWriter.Entry(name: "empty", bytes: []),
    ArchiveWriter.Entry(name: "Prüfung.txt", bytes: [0, 255]),
  ]

  /// What Python's own zip module finds: name, size, checksum and date of every file.
  private func listing(_ archive: [UInt8]) throws -> String {
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).zip")
    try Data(archive).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/python3")
    process.arguments = [
      "-c",
      """
      import sys, zipfile
      archive = zipfile.ZipFile(sys.argv[1])
      assert archive.testzip() is None
      for i in archive.infolist():
        print(i.filename, i.file_size, '%08x' % i.CRC, *i.date_time, oct(i.external_attr >> 16))
      """, file.path(percentEncoded: false),
    ]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    return text
  }

  @Test("OUT-1 Another program finds every file of an archive, whole and in order")
  func read() throws {
    let archive = try ArchiveWriter.write(files)
    #expect(archive.count < 3_000)
    #expect(
      try listing(archive) == """
        read me.txt 9 64ecf966 1980 1 1 0 0 0 0o100644
        folder/rows.csv 300000 56e33a7b 1980 1 1 0 0 0 0o100644
        empty 0 00000000 1980 1 1 0 0 0 0o100644
        Prüfung.txt 2 6cdbfd72 1980 1 1 0 0 0 0o100644

        """)
    #expect(try listing(ArchiveWriter.write([])).isEmpty)
  }

  @Test("OUT-1 The same files give the same bytes")
  func same() throws {
    #expect(try ArchiveWriter.write(files) == ArchiveWriter.write(files))
  }

  @Test(
    "OUT-1 A name that would leave the folder it is unpacked in, or stands twice, is refused",
    arguments: ["", "/etc/passwd", "../x", "a/../b", "a//b", "a\\b", "C:x", "a\u{0}b", "./a"])
  func names(name: String) {
    #expect(throws: ArchiveWriter.Failure.self) {
      try ArchiveWriter.write([.init(name: name, bytes: [])])
    }
    #expect(throws: ArchiveWriter.Failure.self) {
      try ArchiveWriter.write([files[0], files[1], files[0]])
    }
  }
}
