import Foundation
import Testing

@testable import Exchange

@Suite("Archives that other programs write")
struct ForeignArchiveTests {
  /// The parts of a workbook as Python's zip module packs them.
  private func packed(_ script: String) throws -> [UInt8] {
    let folder = FileManager.default.temporaryDirectory.appending(path: "zip-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let parts = Dictionary(uniqueKeysWithValues: OpenXMLBook().parts.map { ($0.name, $0.text) })
    try JSONSerialization.data(withJSONObject: parts)
      .write(to: folder.appending(path: "parts.json"))
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/python3")
    process.currentDirectoryURL = folder
    process.arguments = [
      "-c", "import json, sys, zipfile\nparts = json.load(open('parts.json'))\n\(script)",
    ]
    try process.run()
    process.waitUntilExit()
    return Array(try Data(contentsOf: folder.appending(path: "book.xlsx")))
  }

  @Test(
    "WB-34 Packed or not, in any order, written to a pipe or with folders: it is the same workbook",
    arguments: [
      "z = zipfile.ZipFile('book.xlsx', 'w', zipfile.ZIP_DEFLATED)\n"
        + "for n in sorted(parts): z.writestr(n, parts[n])\nz.close()",
      "z = zipfile.ZipFile('book.xlsx', 'w')\nz.writestr('xl/', '')\n"
        + "for n in reversed(sorted(parts)): z.writestr(n, parts[n])\nz.close()",
      "class Pipe:\n  def __init__(s): s.f = open('book.xlsx', 'wb')\n"
        + "  def write(s, b): return s.f.write(b)\n  def flush(s): s.f.flush()\n"
        + "p = Pipe()\nz = zipfile.ZipFile(p, 'w', zipfile.ZIP_DEFLATED)\n"
        + "for n in parts: z.writestr(n, parts[n])\nz.close()\np.flush()",
      "z = zipfile.ZipFile('book.xlsx', 'w', zipfile.ZIP_DEFLATED)\nz.comment = b'PK made here'\n"
        + "for n in parts: z.writestr(n, b'\\xef\\xbb\\xbf' + parts[n].encode())\nz.close()",
      "z = zipfile.ZipFile('book.xlsx', 'w', zipfile.ZIP_DEFLATED)\n"
        + "for n in parts: z.writestr(n, b'\\xff\\xfe' + parts[n]"
        + ".replace('UTF-8', 'UTF-16').encode('utf-16-le'))\nz.close()",
    ])
  func writers(script: String) throws {
    let file = RegisterFile.read(try packed(script))
    #expect(try file.register == OpenXMLBook().read().register, "\(file.told)")
    #expect(file.register != nil)
  }
}
