import Calculator
import Exchange
import Programme
import Store

extension Exchange.Table {
  /// The shared sources within sight.
  init(_ sources: [StoredSource]) {
    self.init(
      headings: [
        "Name", "Kind", "Whole", "Unit", "Kept by", "Own share", "Other councils' share", "Claimed",
      ],
      rows: sources.map { stored in
        [
          .text(stored.source.name), .text(stored.source.kind.rawValue),
          stored.source.whole.map(TableCell.number) ?? .blank, .text(stored.source.unit),
          .text(stored.councilName), .number(stored.claims.own), .number(stored.claims.others),
          .number(stored.claims.total),
        ]
      })
  }
}
