import Calculator
import Programme
import Store

extension TableFile {
  /// The rows of the benefits list, with the columns of the screen and those it has no room for.
  init(_ rows: [BenefitRow]) {
    columns = [
      "Reference", "Title", "Council", "Council code", "Service", "Owner", "Status",
      "Tangibility", "Cashability", "Method", "Gross £ a year", "Net £ over all years",
      "Cashable £ over all years", "Goes to others", "Score 0 to 10", "Seen by",
    ]
    self.rows = rows.map { row in
      [
        .text(row.reference), .text(row.title), .text(row.councilName),
        .text(row.councilCode?.description ?? ""), .text(row.service), .text(row.owner),
        .text(row.status.rawValue), .text(row.tangibility?.rawValue ?? ""),
        .text(row.cashability?.rawValue ?? ""), .text(row.method.rawValue), .number(row.gross),
        .number(row.netTotal), .number(row.cashableTotal), .text(row.isTransfer ? "yes" : "no"),
        .number(row.score), .text(BenefitWords.visibility(row.visibility)),
      ]
    }
  }

  /// The rows of the list of councils.
  init(_ councils: [CouncilRow], seesBenefits: Bool) {
    columns =
      ["Council", "Council code", "Capacity"]
      + (seesBenefits ? ["Benefits", "Cashable £", "Non-cashable £", "Goes to others £"] : [])
    rows = councils.map { council in
      let about: [TableCell] = [
        .text(council.name), .text(council.code.description), .text(council.capacity.rawValue),
      ]
      guard seesBenefits else { return about }
      let totals = council.totals
      let hasMoney = totals.count > totals.countWithoutMoney
      return about + [
        .number(Exact(totals.count)), .number(hasMoney ? totals.cashable : nil),
        .number(hasMoney ? totals.nonCashable : nil), .number(hasMoney ? totals.transfers : nil),
      ]
    }
  }
}
