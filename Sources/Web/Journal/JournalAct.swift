import Calculator
import Store

/// Journal entries that follow each other in one act: a change of one record, or an import of many.
struct JournalAct {
  let newest: JournalEntry
  private(set) var oldest: JournalEntry
  private(set) var count = 1
  private var owners: Set<String>
  /// The reading stopped within it: there may be more entries than these.
  private var isCut = false

  private init(_ entry: JournalEntry) {
    newest = entry
    oldest = entry
    owners = [entry.organisationName]
  }

  /// The acts of entries, newest first, that were read up to a limit.
  static func list(_ entries: [JournalEntry], limit: Int) -> [JournalAct] {
    var acts: [JournalAct] = []
    for entry in entries {
      if acts.last?.newest.act == entry.act {
        acts[acts.count - 1].take(entry)
      } else {
        acts.append(JournalAct(entry))
      }
    }
    if !acts.isEmpty, entries.count == limit { acts[acts.count - 1].isCut = true }
    return acts
  }

  /// Each entry for itself.
  static func single(_ entries: [JournalEntry]) -> [JournalAct] { entries.map(JournalAct.init) }

  private mutating func take(_ entry: JournalEntry) {
    oldest = entry
    count += 1
    owners.insert(entry.organisationName)
  }

  /// "143 records of West Lothian Council".
  var words: String {
    let whose = owners.count == 1 ? " of \(newest.organisationName)" : ""
    return (isCut ? "at least " : "") + Shown.count(count, "record") + whose
  }
}
