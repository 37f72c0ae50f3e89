import Calculator
import Exchange
import Programme
import Store

extension Exchange.Table {
  /// The rows of the list of plan changes, with the words of the screen.
  init(_ rows: [ChangeRow]) {
    let headings = [
      "Number", "What changes", "State", "Decision", "Proposed by", "Version", "Who decides",
      "Parties", "Accept", "Object", "Propose something else", "Silent", "Positions by",
      "Acknowledged", "Acknowledgement by", "Waiting for us",
    ]
    self.init(headings: headings, rows: rows.map(\.cells))
  }
}

extension ChangeRow {
  fileprivate var cells: [TableCell] {
    [
      .number(Exact(number)), .text(title), .text(state.rawValue), .text(outcome?.rawValue ?? ""),
      .text(proposerName), .number(Exact(revision)),
      .text(PlanChangeWords.authority(authority, party: authorityPartyName)),
      .number(Exact(partyCount)), .number(Exact(acceptedCount)), .number(Exact(objectedCount)),
      .number(Exact(counteredCount)), .number(Exact(silentCount)), .day(positionsDue),
      .number(Exact(acknowledgedCount)), .day(acknowledgementDue), .text(isOurs ? "yes" : "no"),
    ]
  }
}
