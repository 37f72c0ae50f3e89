import Calculator
import Hummingbird
import Programme
import Store

/// The journal of what one may see.
enum JournalHandlers {
  /// Kinds of record that the journal can be narrowed to.
  static let kinds = ["benefit", "cost", "actual", "register"]

  /// The newest entries, or those before a number.
  static func list(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    let filter = try JournalFilter(visit.query)
    let entries = try await visit.store.read(as: viewer) { db in
      try db.journal(filter, as: viewer)
    }
    return visit.page(JournalPage(entries, filter: filter))
  }
}

extension JournalFilter {
  /// Reads the filter of the journal's address.
  init(_ query: Submission) throws(Refusal) {
    self.init()
    var reader = QueryReader(query)
    council = reader.read("council", "the code of a council") { CouncilCode(text: $0) }
    kind = reader.read("kind", "a kind of record") {
      JournalHandlers.kinds.contains($0) ? $0 : nil
    }
    before = reader.read("before", "a number") { Int($0) }
    try reader.finish()
  }

  /// The address that shows the same from its start.
  var address: Address {
    Address("/audit").with("council", council?.description).with("kind", kind)
  }
}

extension JournalPage {
  /// A page of entries.
  init(_ entries: [JournalEntry], filter: JournalFilter) {
    filters = [
      FormField(
        "kind", "Kind of record",
        .select(Choice.filter("All", JournalHandlers.kinds, chosen: filter.kind ?? "")))
    ]
    self.entries = entries.map { JournalLine($0) }
    let isFull = entries.count == filter.limit
    let last = isFull ? entries.last.map { String($0.number) } : nil
    paging = Paging(
      summary: entries.isEmpty
        ? "" : "\(Shown.count(entries.count, "entry", "entries")), newest first",
      first: filter.before == nil ? nil : filter.address.text,
      next: last.map { filter.address.with("before", $0).text })
  }
}
