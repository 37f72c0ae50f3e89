import Foundation
import Logging
import Programme
import Store

/// What the handlers work with, handed in from outside.
struct Services: Sendable {
  let configuration: WebConfiguration
  let store: Store
  let installation: Installation
  let metrics: Metrics
  let admission: Admission
  let uploads: UploadMemory
  let calculations: Admission
  let choices: FilterChoiceCache
  let clock: @Sendable () -> Date
  let logger: Logger

  /// `installation` is read anew where it is not given; throws when it cannot be used.
  init(
    _ configuration: WebConfiguration, store: Store, installation: Installation? = nil,
    clock: @escaping @Sendable () -> Date, logger: Logger
  ) throws {
    self.configuration = configuration
    self.store = store
    self.clock = clock
    self.logger = logger
    self.installation = try installation ?? Installation(root: configuration.root)
    metrics = Metrics()
    choices = FilterChoiceCache(clock: clock)
    admission = Admission(limit: configuration.limits.requestsAtOnce)
    uploads = UploadMemory(limitBytes: configuration.limits.uploadMemoryBytes)
    calculations = Admission(limit: configuration.limits.calculationsAtOnce)
  }
}

extension Services {
  var views: Views { installation.views }
  var assets: StaticAssets { installation.assets }
  var rules: [UInt8]? { installation.rules }
  var patterns: PatternLibrary { installation.patterns }
  var deflator: ShippedDeflator? { installation.deflator }
}
