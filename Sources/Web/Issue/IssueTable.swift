import Calculator
import Exchange
import Foundation
import Programme
import Store

extension Exchange.Table {
  /// The rows of a list of issues, with the columns of the screen.
  init(_ rows: [IssueRow], now: Date) {
    let headings = [
      "Number", "Title", "Kind", "State", "Days in state", "Owner", "Person", "Concerns",
      "Raised by", "Raised", "Severity", "Priority", "Cause", "Next action", "Due", "Last changed",
    ]
    self.init(headings: headings, rows: rows.map { $0.cells(now) })
  }
}

extension IssueRow {
  fileprivate func cells(_ now: Date) -> [TableCell] {
    let about: [TableCell] = [
      .number(Exact(number)), .text(title), .text(kind.rawValue), .text(state.words),
      .number(Exact(IssueWords.days(since: stateAt, now: now))),
      .text(IssueWords.owner(ownerName)), .text(ownerPersonName),
      .text(councils.isEmpty ? "The whole programme" : councils.joined(separator: "; ")),
      .text(raiserName), .text(Shown.moment(raisedAt)),
    ]
    return about + [
      .text(severity?.rawValue ?? ""), .text(priority?.rawValue ?? ""),
      .text(cause?.rawValue ?? ""), .text(nextAction), due.map(TableCell.day) ?? .blank,
      .text(Shown.moment(changedAt)),
    ]
  }
}
