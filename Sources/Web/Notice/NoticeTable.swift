import Calculator
import Exchange
import Programme
import Store

extension Exchange.Table {
  /// The rows of the list of notices.
  init(_ notices: [StoredNotice]) {
    self.init(
      headings: ["When", "About", "Notice", "More", "Due", "Read", "Page"],
      rows: notices.map { notice in
        [
          .text(Shown.moment(notice.madeAt)), .text(notice.kind.words), .text(notice.title),
          .text(notice.words), notice.due.map(TableCell.day) ?? .blank,
          .text(notice.readAt.map { Shown.moment($0) } ?? ""), .text(notice.path),
        ]
      })
  }
}
