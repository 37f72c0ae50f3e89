import ArgumentParser
import Exchange
import Foundation
import Logging
import Programme
import Store
import Web

/// Where the program finds its folders and its database.
struct Workplace: ParsableArguments {
  @Option(help: "The folder with Views and Seed.")
  var root: String?

  /// The folder with `Views` and `Seed`: as told, else beside the binary, else the working directory.
  func folder() throws -> String {
    let binary = URL(fileURLWithPath: CommandLine.arguments.first ?? "").deletingLastPathComponent()
    let usual = [binary.path, FileManager.default.currentDirectoryPath]
    let candidates = root.map { [$0] } ?? usual
    if let folder = candidates.first(where: Workplace.isWhole) { return folder }
    throw Failure.failed("the folders Views and Seed are not here; name their folder with --root")
  }

  private static func isWhole(_ folder: String) -> Bool {
    ["/Views", "/Seed"].allSatisfy { FileManager.default.fileExists(atPath: folder + $0) }
  }

  /// The folder for what the program keeps outside the database, made when it is missing.
  func keptFolder() throws -> String {
    let path = try folder() + "/var"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    return path
  }

  /// The text of a file under `Seed`.
  func seed(_ name: String) throws -> String {
    let path = try folder() + "/Seed/" + name
    guard let bytes = FileManager.default.contents(atPath: path) else {
      throw Failure.failed("cannot read \(path)")
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// A workbook under `Seed/workbooks`, for the council of that code.
  func seedWorkbook(_ name: String, for code: String) throws -> SeedWorkbook {
    let bytes = Array(try seed("workbooks/\(name)").utf8)
    let file = RegisterFile.read(bytes)
    guard let register = file.register, let council = CouncilCode(text: code) else {
      throw Failure.failed("\(name) is not a calculator workbook without errors")
    }
    return SeedWorkbook(
      council: council, fileName: name, bytes: bytes, register: register, problems: file.problems)
  }

  /// The messages of the program, on standard error, from `LOG_LEVEL` up.
  func logger() -> Logger {
    var logger = Logger(label: "concordat", factory: StreamLogHandler.standardError(label:))
    logger.logLevel =
      Environment.current["LOG_LEVEL"].flatMap(Logger.Level.init(rawValue:)) ?? .info
    return logger
  }

  /// The store that the environment names.
  func store() throws -> Store {
    let key = try SecretKey.journalKey(environment: Environment.current, keptIn: keptFolder())
    let head = try Environment.current["JOURNAL_HEAD"] ?? keptFolder() + "/journal-head"
    return try Store(
      StoreConfiguration(environment: Environment.current), clock: { Date() }, logger: logger(),
      sealKeeper: SealKeeper(key: key, file: head))
  }

  /// Opens the store for one piece of work, and closes it whatever happens.
  func withStore<T>(_ work: (Store) async throws -> T) async throws -> T {
    let store = try store()
    do {
      let result = try await work(store)
      await store.close()
      return result
    } catch {
      await store.close()
      throw error
    }
  }
}

/// The environment of the process.
enum Environment {
  static var current: [String: String] { ProcessInfo.processInfo.environment }
}
