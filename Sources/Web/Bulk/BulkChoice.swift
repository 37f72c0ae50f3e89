import Programme
import Store

/// Which benefits are to be changed, each at the version that was shown.
struct BulkChoice: Sendable {
  /// A benefit at a version.
  struct Item: Sendable, Hashable {
    let id: ID<Benefit>
    let version: Int
  }

  let items: [Item]

  init(_ benefits: [StoredBenefit]) {
    items = benefits.map { Item(id: $0.id, version: $0.stored.version) }
  }

  /// Reads what ``text`` wrote; nil for anything else, or for more than can be changed at once.
  init?(text: String) {
    let parts = text.split(separator: " ")
    guard parts.count <= BulkChange.limit else { return nil }
    var items: [Item] = []
    for part in parts {
      let halves = part.split(separator: ".")
      guard halves.count == 2, let id = ID<Benefit>(text: String(halves[0])),
        let version = Int(halves[1]), version > 0
      else { return nil }
      items.append(Item(id: id, version: version))
    }
    guard Set(items.map(\.id)).count == items.count else { return nil }
    self.items = items
  }

  /// The choice as it stands in a hidden field.
  var text: String { items.map { "\($0.id).\($0.version)" }.joined(separator: " ") }

  /// The version that was shown of a benefit.
  func version(of id: ID<Benefit>) -> Int? { items.first { $0.id == id }?.version }
}
