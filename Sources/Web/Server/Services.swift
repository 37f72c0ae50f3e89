import Foundation
import Logging
import Programme
import Store

/// What the handlers work with, handed in from outside.
struct Services: Sendable {
  let configuration: WebConfiguration
  let store: Store
  let views: Views
  let assets: StaticAssets
  let metrics: Metrics
  let admission: Admission
  let uploads: UploadMemory
  let calculations: Admission
  let choices: FilterChoiceCache
  /// The rules of the calculator as text, for proof packs; nil where they are not installed.
  let rules: [UInt8]?
  /// The library of benefit patterns.
  let patterns: PatternLibrary
  /// A deflator to fill in; nil where it is not installed.
  let deflator: ShippedDeflator?
  let clock: @Sendable () -> Date
  let logger: Logger

  /// Reads templates and assets; throws when the templates cannot be used.
  init(
    _ configuration: WebConfiguration, store: Store, clock: @escaping @Sendable () -> Date,
    logger: Logger
  ) throws {
    self.configuration = configuration
    self.store = store
    self.clock = clock
    self.logger = logger
    views = try Views(folder: configuration.root + "/Views")
    assets = StaticAssets(folders: [
      configuration.root + "/Views/assets", configuration.root + "/var/assets",
    ])
    metrics = Metrics()
    rules = FileManager.default.contents(atPath: configuration.root + "/docs/rules/calculator.md")
      .map { Array($0) }
    patterns = try Services.patterns(in: configuration.root)
    deflator = ShippedDeflator(root: configuration.root)
    choices = FilterChoiceCache(clock: clock)
    admission = Admission(limit: configuration.limits.requestsAtOnce)
    uploads = UploadMemory(limitBytes: configuration.limits.uploadMemoryBytes)
    calculations = Admission(limit: configuration.limits.calculationsAtOnce)
  }

  /// The library, where it is installed; throws when it is there and something is wrong with it.
  private static func patterns(in root: String) throws -> PatternLibrary {
    let file = FileManager.default.contents(atPath: root + "/Seed/benefit-patterns.json")
    return try file.map { try PatternLibrary(json: String(decoding: $0, as: UTF8.self)) } ?? .empty
  }
}
