import Calculator
import Exchange
import Programme
import Store

/// The journal as rows for other programs: one a changed field.
struct JournalTable: Sendable {
  /// The most rows of a file; of what goes beyond, the file says so in its last row.
  static let rowsMaximum = 20_000

  private(set) var entries: [JournalEntry] = []
  private(set) var isCut = false
  private var rowCount = 0

  /// Takes entries, newest first, as long as all their rows fit; says whether there is room for more.
  mutating func take(_ more: [JournalEntry]) -> Bool {
    for entry in more where !isCut {
      let count = max(1, entry.changes.count)
      isCut = rowCount + count > JournalTable.rowsMaximum
      guard !isCut else { continue }
      rowCount += count
      entries.append(entry)
    }
    return !isCut
  }

  /// The table, with a last row that says so when it was cut.
  var table: Exchange.Table {
    let headings = [
      "Number", "When", "Who", "Organisation", "Act", "Kind", "Record", "Version", "Reason",
      "Field", "From", "To", "Sealed",
    ]
    let rows = entries.flatMap(\.rows)
    let words =
      "Cut here: a file holds \(Shown.whole(JournalTable.rowsMaximum)) rows. "
      + "Choose a kind of record, or a council, to see the rest."
    let end = [TableCell.blank, .text(words)] + headings.dropFirst(2).map { _ in .blank }
    return Exchange.Table(headings: headings, rows: rows + (isCut ? [end] : []))
  }
}

extension JournalEntry {
  /// One row a changed field; a single one where no field is named.
  fileprivate var rows: [[TableCell]] {
    let head: [TableCell] = [
      .number(Exact(number)), .text(Shown.moment(at)), .text(actorName), .text(organisationName),
      .text(actName), .text(kind), .text(label), .number(Exact(version)), .text(reason),
    ]
    let seal: [TableCell] = [.text(isSealed ? "yes" : "not yet")]
    guard !changes.isEmpty else { return [head + [.blank, .blank, .blank] + seal] }
    return changes.map { head + [.text($0.label), .text($0.before), .text($0.after)] + seal }
  }
}

extension Database {
  /// Every entry that a filter finds, from the newest on, as far as a file may be long.
  func journalTable(_ filter: JournalFilter, as viewer: Viewer) throws -> JournalTable {
    var filter = filter
    filter.before = nil
    filter.limit = JournalFilter.limitMaximum
    var table = JournalTable()
    while true {
      let entries = try journal(filter, as: viewer)
      guard table.take(entries), entries.count == filter.limit, let last = entries.last else {
        return table
      }
      filter.before = last.number
    }
  }
}
