import Calculator
import Exchange
import Programme
import Store

extension Exchange.Table {
  /// Everything that is flagged, a row each.
  init(_ about: RegisterHonesty) {
    let sources = about.sources.filter(\.claims.isTooMuch).map { source -> [TableCell] in
      [
        .text("Shared source claimed by more than the whole"), .text(""),
        .text(source.source.name), .text(source.councilName),
        .text("\((source.claims.total * Exact(100)).text) %"), .blank,
      ]
    }
    let checks = (about.flagged + about.dips).map { row -> [TableCell] in
      [
        .text(row.standing.rawValue), .text(row.reference), .text(row.title),
        .text(row.councilName), .text(row.measureName ?? ""), .money(orBlank: row.net),
      ]
    }
    let paid = about.paid.map { row -> [TableCell] in
      [
        .text("Paid by another's budget"), .text(row.reference), .text(row.title),
        .text(row.councilName), .text(row.payer), .money(orBlank: row.net),
      ]
    }
    self.init(
      headings: ["Check", "Reference", "Title", "Council", "What", "Net £ over all years"],
      rows: sources + checks + paid)
  }
}
