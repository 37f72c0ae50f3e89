import Calculator
import Programme
import Store

extension JournalLine {
  /// An entry as the store keeps it; on the record's own page the record is not named again.
  init(_ entry: JournalEntry, namesRecord: Bool = true) {
    when = Shown.moment(entry.at)
    who = entry.actorName
    act = JournalLine.words(entry.actName)
    record = namesRecord ? JournalLine.link(to: entry) : nil
    reason = entry.reason.isEmpty ? nil : entry.reason
    changes = entry.changes.map { change in
      guard entry.kind == "benefit" else {
        return ChangeLine(
          label: change.label, before: Shown.words(change.before),
          after: Shown.words(change.after))
      }
      let field = Benefit.Field(rawValue: change.field)
      return ChangeLine(
        label: change.label, before: BenefitWords.value(change.before, of: field),
        after: BenefitWords.value(change.after, of: field))
    }
  }

  private static func link(to entry: JournalEntry) -> Link {
    let text = "\(entry.label), \(entry.organisationName)"
    guard entry.kind == "benefit" else { return Link(text, "/councils") }
    return Link(text, "/benefits/\(ID<Benefit>(entry.record))")
  }

  private static func words(_ act: String) -> String {
    switch act.split(separator: ".").last {
    case "add": "recorded"
    case "change": "changed"
    case "withdraw": "withdrew"
    case "confirm", "import": "imported"
    case "undo": "undid an import of"
    default: "changed"
    }
  }
}
