import Foundation

extension SpreadsheetProgram {
  /// A file as LibreOffice writes it in another format, named by its ending: "xlsx", "fods".
  static func convert(_ path: String, to format: String) throws -> [UInt8] {
    let folder = FileManager.default.temporaryDirectory.appending(path: "lo-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/soffice")
    process.currentDirectoryURL = folder
    process.arguments = [
      "-env:UserInstallation=file://\(folder.path(percentEncoded: false))profile", "--headless",
      "--convert-to", format, path,
    ]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    let stem = URL(filePath: path).deletingPathExtension().lastPathComponent
    let name = "\(stem).\(format)"
    return Array(try Data(contentsOf: folder.appending(path: name)))
  }
}
