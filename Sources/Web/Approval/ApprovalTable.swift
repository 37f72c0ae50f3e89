import Calculator
import Exchange
import Programme
import Store

extension Exchange.Table {
  /// Both lists in one table.
  init(_ lists: ApprovalLists) {
    self.init(
      headings: [
        "State", "Reference", "Title", "Council", "Submitted by", "Submitted", "Approved by",
        "Approved", "Baseline", "Net £ over all years", "Reason",
      ],
      rows: lists.waiting.map { $0.cells("Waiting for approval") }
        + lists.selfApproved.map { $0.cells("Approved by its submitter") })
  }
}

extension ApprovalRow {
  func cells(_ state: String) -> [TableCell] {
    [
      .text(state), .text(reference), .text(title), .text(councilName), .text(submitted.name),
      .text(Shown.moment(submitted.at)), .text(approved?.name ?? ""),
      .text(approved.map { Shown.moment($0.at) } ?? ""),
      number.map { .number(Exact($0)) } ?? .blank,
      .money(orBlank: net), .text(approved?.reason ?? ""),
    ]
  }
}
