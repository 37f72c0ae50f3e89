import Foundation

/// LibreOffice, which recalculates our workbooks independently of us.
enum SpreadsheetProgram {
  private static let path = "/usr/bin/soffice"

  /// Left out in a quick run and where it is not installed.
  static var isThere: Bool {
    ProcessInfo.processInfo.environment["CONCORDAT_QUICK"] == nil
      && FileManager.default.isExecutableFile(atPath: path)
  }

  /// Recalculates a workbook: the cells of every sheet by its name, row by row.
  ///
  /// The results that stand in the file are overwritten before the program sees them, so that what
  /// comes back is its own work.
  static func recalculate(_ workbook: [UInt8]) throws -> [String: [[String]]] {
    let folder = FileManager.default.temporaryDirectory.appending(path: "lo-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "book.xml")
    try Data(spoilt(String(decoding: workbook, as: UTF8.self)).utf8).write(to: file)
    let process = Process()
    process.executableURL = URL(filePath: path)
    process.currentDirectoryURL = folder
    process.arguments = [
      "-env:UserInstallation=file://\(folder.path(percentEncoded: false))/profile", "--headless",
      "--convert-to",
      "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1", "book.xml",
    ]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    var sheets: [String: [[String]]] = [:]
    for name in ["Benefits", "CashFlow", "CashView", "Summary", "Assumptions"] {
      let text = try String(
        contentsOf: folder.appending(path: "book-\(name).csv"), encoding: .utf8)
      sheets[name] = rows(text)
    }
    return sheets
  }

  /// Every result of a formula replaced by 777.
  private static func spoilt(_ text: String) -> String {
    var parts = text.components(separatedBy: "ss:Formula=\"")
    for index in parts.indices.dropFirst() {
      guard let formula = parts[index].range(of: "\"><Data"),
        let end = parts[index].range(of: "</Data>")
      else { continue }
      parts[index].replaceSubrange(
        formula.upperBound..<end.lowerBound, with: " ss:Type=\"Number\">777")
    }
    return parts.joined(separator: "ss:Formula=\"")
  }

  /// RFC 4180, read simply.
  static func rows(_ text: String) -> [[String]] {
    var rows: [[String]] = []
    var row: [String] = []
    var field = String.UnicodeScalarView()
    var isQuoted = false
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": isQuoted.toggle()
      case "," where !isQuoted:
        row.append(String(field))
        field = .init()
      case "\n" where !isQuoted:
        rows.append(row + [String(field)])
        row = []
        field = .init()
      default: field.append(scalar)
      }
    }
    return rows
  }

  /// A number as the program wrote it, perhaps as a percentage.
  static func number(_ text: String) -> Double? {
    text.hasSuffix("%") ? Double(text.dropLast()).map { $0 / 100 } : Double(text)
  }
}
