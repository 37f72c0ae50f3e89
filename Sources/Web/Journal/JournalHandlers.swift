import Calculator
import Foundation
import Hummingbird
import Programme
import Store

/// The journal of what one may see.
enum JournalHandlers {
  /// Kinds of record that the journal can be narrowed to.
  static let kinds = [
    "benefit", "cost", "measure", "actual", "register", "period", "import", "heading", "review",
    "handover", "check", "share", "source", "duplicate", "issue", "lesson",
    "office", "readiness", "activity", "objective", "charter", "other-programme",
  ]

  /// The newest entries, or those before a number.
  static func list(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    let filter = try JournalFilter(visit.query)
    let entries = try await visit.store.read(as: viewer) { db in
      try db.journal(filter, as: viewer)
    }
    return visit.page(JournalPage(entries, filter: filter))
  }

  /// Every entry that the filter finds as a table for other programs.
  static func table(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    let filter = try JournalFilter(visit.query)
    let table = try await visit.store.read(as: viewer) { db in
      try db.journalTable(filter, as: viewer)
    }
    return try await visit.table(table.table, named: "journal")
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
    act = reader.read("act", "the identity of an act") { UUID(uuidString: $0) }
    before = reader.read("before", "a number") { Int($0) }
    try reader.finish()
    limit = act == nil ? JournalPage.entriesLooked : JournalPage.linesShown
  }

  /// The address that shows the same from its start.
  var address: Address { address("/audit") }

  /// The same filter at another path.
  func address(_ path: String) -> Address {
    Address(path).with("council", council?.description).with("kind", kind)
      .with("act", act?.uuidString.lowercased())
  }
}

extension JournalPage {
  /// The lines of a page.
  static let linesShown = 25
  /// The entries that are looked at to find so many acts.
  static let entriesLooked = 200

  /// A page of acts, or of the entries of one act.
  init(_ entries: [JournalEntry], filter: JournalFilter) {
    filters = [
      FormField(
        "kind", "Kind of record",
        .select(Choice.filter("All", JournalHandlers.kinds, chosen: filter.kind ?? "")))
    ]
    trail = filter.act == nil ? [] : [Link("Journal", "/audit")]
    let acts =
      filter.act == nil
      ? JournalAct.list(entries, limit: filter.limit) : JournalAct.single(entries)
    let shown = acts.prefix(JournalPage.linesShown)
    self.entries = shown.map(JournalLine.init)
    exports = entries.isEmpty ? [] : Link.exports("/audit") { filter.address($0).text }
    let isCut = entries.count == filter.limit || shown.count < acts.count
    let last = isCut ? shown.last.map { String($0.oldest.number) } : nil
    paging = Paging(
      summary: entries.isEmpty
        ? "" : "\(Shown.count(shown.count, filter.act == nil ? "act" : "record")), newest first",
      first: filter.before == nil ? nil : filter.address.text,
      next: last.map { filter.address.with("before", $0).text })
  }
}
