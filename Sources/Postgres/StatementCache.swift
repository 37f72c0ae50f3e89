/// The prepared statements of one connection, by their text and the types of their binds; the one
/// not used for longest goes first.
struct StatementCache {
  struct Key: Hashable {
    var text: String
    var types: [UInt32]
  }

  private struct Entry {
    var name: String
    var lastUse: UInt64
  }

  private let limit: Int
  private var entries: [Key: Entry] = [:]
  private var useCount: UInt64 = 0
  private var prepareCount: UInt64 = 0
  /// Names that the server still holds and nobody needs.
  private var discarded: [String] = []

  init(limit: Int) { self.limit = max(1, limit) }

  /// The name under which the statement is prepared.
  mutating func name(for key: Key) -> String? {
    guard let index = entries.index(forKey: key) else { return nil }
    useCount += 1
    entries.values[index].lastUse = useCount
    return entries.values[index].name
  }

  /// A name for a statement about to be prepared.
  mutating func add(_ key: Key) -> String {
    if entries.count >= limit, let oldest = entries.min(by: { $0.value.lastUse < $1.value.lastUse })
    {
      entries[oldest.key] = nil
      discarded.append(oldest.value.name)
    }
    useCount += 1
    prepareCount += 1
    let name = "s\(prepareCount)"
    entries[key] = Entry(name: name, lastUse: useCount)
    return name
  }

  /// The statement could not be prepared.
  mutating func remove(_ key: Key) { entries[key] = nil }

  /// All plans are suspect: every statement is prepared anew. The old ones are deallocated, unless
  /// the server has forgotten them already.
  mutating func renew(areOnServer: Bool) {
    discarded = areOnServer ? discarded + entries.values.map(\.name) : []
    entries.removeAll()
  }

  /// The names to deallocate on the server now.
  mutating func takeDiscarded() -> [String] {
    defer { discarded.removeAll() }
    return discarded
  }

  /// A name that could not be deallocated this time.
  mutating func keepDiscarded(_ name: String) { discarded.append(name) }
}
