import Calculator
import Exchange
import Programme

extension Exchange.Table {
  /// Pairs that may be the same.
  init(_ pairs: [DuplicatePair]) {
    self.init(
      headings: [
        "Council", "Reference", "Title", "Other council", "Other reference", "Other title",
        "Alike, of 100", "Why",
      ],
      rows: pairs.map { pair in
        [pair.first, pair.second].flatMap { one -> [TableCell] in
          [.text(one.councilName), .text(one.reference), .text(one.title)]
        } + [.number(Exact(pair.score)), .text(pair.reasons.joined(separator: "; "))]
      })
  }
}
