import Calculator
import Exchange
import Programme
import Store

extension Exchange.Table {
  /// The closings of periods.
  init(_ closes: [PeriodClose]) {
    let headings = [
      "Council", "Period", "State", "Submitted by", "Submitted", "Decided by", "Decided", "Reason",
      "Closed by its submitter", "Incomplete series", "Opened again by", "Opened again", "Why",
    ]
    self.init(headings: headings, rows: closes.map(\.cells))
  }
}

extension PeriodClose {
  fileprivate var cells: [TableCell] {
    [
      .text(councilName), .text(span.words), .text(Tag(outcome).text), .text(submitted.name),
      .text(Shown.moment(submitted.at)), .text(decided?.name ?? ""),
      .text(decided.map { Shown.moment($0.at) } ?? ""), .text(decided?.reason ?? ""),
      .text(isSelfClosed ? "yes" : "no"), missingCount.map { .number(Exact($0)) } ?? .blank,
      .text(reopened?.name ?? ""), .text(reopened.map { Shown.moment($0.at) } ?? ""),
      .text(reopened?.reason ?? ""),
    ]
  }
}
