import Calculator
import Programme
import Store

/// A pattern with whose it is: one that comes with Concordat, or a council's.
struct ShelvedPattern: Sendable {
  let pattern: Pattern
  /// The council it is of; nil for one of ours.
  let stored: StoredPattern?

  /// "Concordat", or the council's name.
  var origin: String { stored?.organisationName ?? "Concordat" }
}

/// Which patterns a list shows.
struct PatternFilter: Sendable {
  var words = ""
  var category: String?
  var method: Calculator.Method?

  init() {}

  /// Reads the filter of the list's address.
  init(_ query: Submission) throws(Refusal) {
    var reader = QueryReader(query)
    words = reader.text("words") ?? ""
    category = reader.text("category")
    method = reader.read("method", "a method") { Calculator.Method(rawValue: $0) }
    try reader.finish()
  }

  /// The address that shows this list.
  var address: Address {
    Address("/patterns").with("words", words).with("category", category)
      .with("method", method?.rawValue)
  }

  /// Whether a pattern is one of those looked for: every word stands somewhere in it.
  func holds(_ shelved: ShelvedPattern) -> Bool {
    let pattern = shelved.pattern
    if let category, category != pattern.category { return false }
    if let method, method != pattern.calculation { return false }
    let text = [
      pattern.title, pattern.description, pattern.service, pattern.category, shelved.origin,
    ].joined(separator: " ").lowercased()
    return words.lowercased().split(separator: " ").allSatisfy { text.contains($0) }
  }
}

extension Visit {
  /// Every pattern within sight: ours first, then those of councils.
  func shelf(as viewer: Viewer) async throws -> [ShelvedPattern] {
    let stored = try await store.read(as: viewer) { db in try db.patterns(as: viewer) }
    return services.patterns.patterns.map { ShelvedPattern(pattern: $0, stored: nil) }
      + stored.map { ShelvedPattern(pattern: $0.pattern, stored: $0) }
  }
}
