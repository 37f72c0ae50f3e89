import Foundation
import Programme

/// What lies beside the program, read once when the server starts.
struct Installation: Sendable {
  let views: Views
  let assets: StaticAssets
  /// The rules of the calculator as text, for proof packs; nil where they are not installed.
  let rules: [UInt8]?
  /// The library of benefit patterns.
  let patterns: PatternLibrary
  /// A deflator to fill in; nil where it is not installed.
  let deflator: ShippedDeflator?

  /// Reads it; throws when the templates cannot be used or something is wrong with the library.
  init(root: String) throws {
    views = try Views(folder: root + "/Views")
    assets = StaticAssets(folders: [root + "/Views/assets", root + "/var/assets"])
    rules = FileManager.default.contents(atPath: root + "/docs/rules/calculator.md").map(Array.init)
    patterns = try Installation.patterns(in: root)
    deflator = ShippedDeflator(root: root)
  }

  private static func patterns(in root: String) throws -> PatternLibrary {
    let file = FileManager.default.contents(atPath: root + "/Seed/benefit-patterns.json")
    return try file.map { try PatternLibrary(json: String(decoding: $0, as: UTF8.self)) } ?? .empty
  }
}
