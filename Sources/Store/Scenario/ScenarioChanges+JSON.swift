import Foundation
import Programme

extension ScenarioChanges {
  /// The changes as one JSON object of texts, by name in order.
  public var json: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return (try? encoder.encode(texts)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
  }

  /// Reads what was written; anything else changes nothing.
  public init(json: String) {
    let texts = try? JSONDecoder().decode([String: String].self, from: Data(json.utf8))
    self.init(texts: texts ?? [:])
  }
}
