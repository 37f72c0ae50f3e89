import Calculator
import Exchange
import Programme
import Store

extension Exchange.Table {
  /// The matrix as rows: an activity a line, a party a column.
  init(_ activities: [StoredActivity], _ parties: [PartyRow]) {
    let names = Dictionary(parties.map { ($0.id, $0.name) }, uniquingKeysWith: { $1 })
    self.init(
      headings: ["Activity", "Accountable", "Not confirmed"] + parties.map(\.name),
      rows: activities.map { stored in
        [
          .text(stored.activity.title),
          .text(stored.accountable.flatMap { names[$0] } ?? ""),
          .number(Exact(stored.unconfirmedCount)),
        ]
          + parties.map { party in
            .text(stored.assignments[party.id]?.words ?? "")
          }
      })
  }
}

extension StoredActivity.Assignment {
  /// "Responsible, not confirmed".
  var words: String { part.rawValue + (confirmedAt == nil ? ", not confirmed" : "") }
}
