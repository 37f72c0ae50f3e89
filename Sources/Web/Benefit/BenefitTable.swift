import Calculator
import Exchange
import Programme
import Store

extension Exchange.Table {
  /// The rows of the benefits list, with the columns of the screen and those it has no room for.
  init(_ rows: [BenefitRow], _ filter: BenefitFilter) {
    let money =
      filter.showsPart
      ? ["\(filter.moneyName) £", "Cashable of it £"]
      : ["Net £ over all years", "Cashable £ over all years"]
    let headings =
      [
        "Reference", "Title", "Council", "Council code", "Service", "Owner", "Status",
        "Tangibility", "Cashability", "Method", "Gross £ a year",
      ] + money + ["Goes to others", "Score 0 to 10", "Seen by"]
    self.init(headings: headings, rows: rows.map(\.cells))
  }

  /// The rows of the list of councils.
  init(_ councils: [CouncilRow], seesBenefits: Bool) {
    let about = ["Council", "Council code", "Capacity"]
    let money = ["Benefits", "Cashable £", "Non-cashable £", "Goes to others £"]
    self.init(
      headings: about + (seesBenefits ? money : []),
      rows: councils.map { $0.cells(seesBenefits: seesBenefits) })
  }
}

extension BenefitRow {
  fileprivate var cells: [TableCell] {
    [
      .text(reference), .text(title), .text(councilName), .text(councilCode?.description ?? ""),
      .text(service), .text(owner), .text(status.rawValue), .text(tangibility?.rawValue ?? ""),
      .text(cashability?.rawValue ?? ""), .text(method.rawValue), .money(orBlank: gross),
      .money(orBlank: netTotal), .money(orBlank: cashableTotal),
      .text(isTransfer ? "yes" : "no"), score.map(TableCell.number) ?? .blank,
      .text(BenefitWords.visibility(visibility)),
    ]
  }
}

extension CouncilRow {
  fileprivate func cells(seesBenefits: Bool) -> [TableCell] {
    let about: [TableCell] = [
      .text(name), .text(code.description), .text(capacity.rawValue),
    ]
    guard seesBenefits else { return about }
    let hasMoney = totals.count > totals.countWithoutMoney
    return about + [
      .number(Exact(totals.count)), .money(orBlank: hasMoney ? totals.cashable : nil),
      .money(orBlank: hasMoney ? totals.nonCashable : nil),
      .money(orBlank: hasMoney ? totals.transfers : nil),
    ]
  }
}

extension TableCell {
  /// Pounds, or nothing where there is no money.
  static func money(orBlank value: Exact?) -> TableCell { value.map(TableCell.money) ?? .blank }
}
